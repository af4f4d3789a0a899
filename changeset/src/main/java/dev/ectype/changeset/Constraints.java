package dev.ectype.changeset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What declaring constraints is made of. */
final class Constraints {

    private Constraints() {}

    static <R> Changeset<R> declare(Changeset<R> changeset, ConstraintOptions options, Field<?, ?>[] fields) {
        for (Field<?, ?> field : fields) {
            changeset.state().plan().ordinal(field);
        }
        Extras<R> extras = changeset.state().extras();
        Extras.ForStore<R> store = extras.store();
        List<Constraint> all = Extras.joined(store.constraints(), List.of(options.on(fields)));
        return changeset.withExtras(
                extras.withStore(new Extras.ForStore<>(all, store.prepares(), store.filters(), store.forcesUpdate())));
    }

    /** Of several that match by their name, the one about the reported fields is meant; of those, the latest. */
    static <R> Optional<Changeset<R>> violated(
            Changeset<R> changeset, Constraint.Kind kind, String name, List<String> fields) {
        List<Constraint> matching = changeset.constraints().stream()
                .filter(constraint -> constraint.matches(kind, name, fields))
                .toList();
        return matching.stream()
                .filter(constraint -> constraint.isAbout(fields))
                .reduce((earlier, later) -> later)
                .or(() -> matching.stream().reduce((earlier, later) -> later))
                .map(constraint -> changeset.addError(error(changeset, constraint, name)));
    }

    private static FieldError error(Changeset<?> changeset, Constraint constraint, String name) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("constraint", constraint.errorKind());
        arguments.put("constraint_name", name);
        Path path = changeset
                .shape()
                .find(constraint.errorField())
                .map(Errors::path)
                .orElse(Path.of(constraint.errorField()));
        return new FieldError(path, constraint.errorKind(), constraint.message(), arguments, Origin.CONSTRAINT);
    }

    /** Returns a related record's changeset with an error on its key, which a sibling has already. */
    static <E> Changeset<E> taken(Changeset<E> child) {
        Changeset<E> taken = child;
        for (Field<E, ?> field : child.state().plan().primaryKey()) {
            taken = taken.addError(new FieldError(
                    Errors.path(field), "unique", "has already been taken", Map.of(), Origin.VALIDATION));
        }
        return taken;
    }

    static <R, V> Changeset<R> lock(Changeset<R> changeset, Field<R, V> field, UnaryOperator<@Nullable V> next) {
        State<R> state = changeset.state();
        int ordinal = state.plan().ordinal(field);
        Object current = state.plan().data(state.data(), ordinal);
        Extras.ForStore<R> store = state.extras().store();
        Map<Field<R, ?>, Object> filters = new LinkedHashMap<>(store.filters());
        if (current != null) {
            filters.put(field, current);
        }
        @SuppressWarnings("unchecked") // the data hold a value of the field's type
        UnaryOperator<Changeset<R>> step = prepared -> prepared.force(field, next.apply((V) current));
        return changeset.withExtras(state.extras()
                .withStore(new Extras.ForStore<>(
                        store.constraints(),
                        Extras.joined(store.prepares(), List.of(step)),
                        Collections.unmodifiableMap(filters),
                        store.forcesUpdate())));
    }

    static Integer next(@Nullable Integer current) {
        return current == null || current == Integer.MAX_VALUE ? 1 : current + 1;
    }
}
