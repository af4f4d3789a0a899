package dev.ectype.schema;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.ChildChangeset;
import dev.ectype.changeset.OnReplace;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an association beside its columns. Which options an association may have depends on its kind, and is
 * checked when the schema is first used. What names columns of another schema is supplied late, since schemas may refer to
 * each other. Immutable.
 *
 * @param <R> the owner
 * @param <E> the related record
 */
public final class AssociationOptions<R, E> {

    /** The options by the names of their methods. */
    enum Option {
        references,
        where,
        preloadOrder,
        defaults,
        changeset,
        onReplace,
        onDelete,
        unique,
        external
    }

    private final Map<Option, Object> given;

    AssociationOptions() {
        this(Map.of());
    }

    private AssociationOptions(Map<Option, Object> given) {
        this.given = given;
    }

    private AssociationOptions<R, E> with(Option option, Object value) {
        Map<Option, Object> more = new EnumMap<>(Option.class);
        more.putAll(given);
        more.put(option, value);
        return new AssociationOptions<>(Collections.unmodifiableMap(more));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // each method puts what its getter returns
    private <T> @Nullable T get(Option option) {
        return (T) given.get(option);
    }

    Set<Option> names() {
        return given.keySet();
    }

    /** Relates by another column than the primary key on the side that is referred to. */
    public AssociationOptions<R, E> references(Supplier<? extends Column<?, ?>> column) {
        return with(Option.references, column);
    }

    /** Relates only records that meet a condition on their own columns. */
    public AssociationOptions<R, E> where(Supplier<Condition> condition) {
        return with(Option.where, condition);
    }

    /** Orders the records that are read, unless the reader says an order. */
    public AssociationOptions<R, E> preloadOrder(Supplier<? extends List<? extends OrderField<?>>> order) {
        return with(Option.preloadOrder, order);
    }

    /** Starts each record to be added, whether built, cast or put as values, from what the function makes of an empty one. */
    public AssociationOptions<R, E> defaults(BiFunction<Changeset<E>, Changeset<R>, Changeset<E>> start) {
        return with(Option.defaults, start);
    }

    /** Casts a related record so unless the cast says otherwise. */
    public AssociationOptions<R, E> changeset(ChildChangeset<E> function) {
        return with(Option.changeset, function);
    }

    /** Says what happens to a record that a changeset leaves out or replaces; unless said, that is invalid. */
    public AssociationOptions<R, E> onReplace(OnReplace mode) {
        return with(Option.onReplace, mode);
    }

    /** Says what happens to the related records when the owner is deleted; unless said, nothing. */
    public AssociationOptions<R, E> onDelete(OnDelete mode) {
        return with(Option.onDelete, mode);
    }

    /** Refuses, as an error of the changeset, to relate the same record twice. */
    public AssociationOptions<R, E> unique() {
        return with(Option.unique, true);
    }

    /** Gives the association another name in params, errors and forms. */
    public AssociationOptions<R, E> external(String name) {
        return with(Option.external, name);
    }

    Optional<Supplier<? extends Column<?, ?>>> references() {
        return Optional.ofNullable(this.<Supplier<? extends Column<?, ?>>>get(Option.references));
    }

    /** Returns the condition on the related records, if there is one. */
    public Optional<Condition> where() {
        return Optional.ofNullable(this.<Supplier<Condition>>get(Option.where)).map(Supplier::get);
    }

    /** Returns the order in which the related records are read; empty if none was said. */
    public List<? extends OrderField<?>> preloadOrder() {
        Supplier<? extends List<? extends OrderField<?>>> order = get(Option.preloadOrder);
        return order == null ? List.of() : order.get();
    }

    Changeset<E> started(Changeset<E> blank, Changeset<R> owner) {
        BiFunction<Changeset<E>, Changeset<R>, Changeset<E>> start = get(Option.defaults);
        return start == null ? blank : start.apply(blank, owner);
    }

    @Nullable ChildChangeset<E> changeset() {
        return get(Option.changeset);
    }

    Optional<OnReplace> onReplace() {
        return Optional.ofNullable(this.<OnReplace>get(Option.onReplace));
    }

    OnDelete onDelete() {
        OnDelete mode = get(Option.onDelete);
        return mode == null ? OnDelete.NOTHING : mode;
    }

    boolean isUnique() {
        return given.containsKey(Option.unique);
    }

    Optional<String> external() {
        return Optional.ofNullable(this.<String>get(Option.external));
    }
}
