package dev.ectype.changeset;

import dev.ectype.changeset.internal.Same;
import dev.ectype.changeset.internal.Unreadable;
import dev.ectype.types.Cast;
import dev.ectype.types.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call of cast: reads the permitted params, and makes changes of those that differ from what is there. */
final class Caster<R> {
    private final State<R> state;
    private final Map<String, ?> params;
    private final CastOptions options;
    private final EmptyValues emptyValues;
    private @Nullable Object[] changes;
    private @Nullable List<FieldError> errors;

    private Caster(State<R> state, Map<String, ?> params, CastOptions options) {
        this.state = state;
        this.params = params;
        this.options = options;
        this.emptyValues =
                Objects.requireNonNullElse(options.emptyValues(), state.extras().emptyValues());
        this.changes = state.changes();
    }

    @SuppressWarnings("ReferenceEquality") // there is one map that stands for unreadable input
    static <R> Changeset<R> cast(
            Changeset<R> onto, Map<String, ?> params, CastOptions options, Field<?, ?>[] permitted) {
        Objects.requireNonNull(
                params, "params are null: give an empty map, or Params.invalid() for what was unreadable");
        State<R> state = onto.state();
        Plan<R> plan = state.plan();
        if (params == Unreadable.PARAMS) {
            for (Field<?, ?> field : permitted) {
                plan.castable(field);
            }
            State<R> invalid = state.withValid(false).withExtras(state.extras().afterCast(null));
            return onto.with(invalid, Log.once(onto.log()), onto.errors());
        }
        Caster<R> caster = new Caster<>(state, params, options);
        caster.checkSize();
        for (Field<?, ?> field : permitted) {
            caster.castField(plan.castable(field));
        }
        return caster.result(onto, permitted);
    }

    private void checkSize() {
        Limits.Exceeded exceeded = options.limits().tooManyKeys(params);
        if (exceeded != null) {
            add(Errors.exceeded(Path.ROOT, exceeded));
        }
    }

    private void castField(int ordinal) {
        Plan<R> plan = state.plan();
        String name = plan.param(ordinal);
        Object param = params.get(name);
        if (param == null && !params.containsKey(name)) {
            return;
        }
        Limits.Exceeded exceeded =
                options.limits().exceeded(param, state.extras().mode().depth() + 1);
        if (exceeded != null) {
            add(Errors.exceeded(Path.of(name), exceeded));
            return;
        }
        Object given = withoutEmpty(param, ordinal);
        if (given == null) {
            set(ordinal, null);
            return;
        }
        Cast<?> cast = plan.type(ordinal).cast(given);
        if (cast instanceof Cast.Ok<?> ok) {
            set(ordinal, ok.value());
        } else {
            add(Errors.cast(plan.field(ordinal), given, (Cast.Failed<?>) cast, options));
        }
    }

    private @Nullable Object withoutEmpty(@Nullable Object param, int ordinal) {
        Plan<R> plan = state.plan();
        Type<?> element = plan.element(ordinal);
        EmptyValues.Trim how = options.trim(plan.isText(ordinal));
        Object kept = element != null && param instanceof List<?> list ? withoutEmpty(list, element) : param;
        return emptyValues.matches(kept, how) ? plan.defaultValue(ordinal) : kept;
    }

    /** Returns the elements that are not empty, at any depth of lists; the list itself if all are. */
    private List<@Nullable Object> withoutEmpty(List<?> list, Type<?> elementType) {
        Type<?> inner = elementType.element().orElse(null);
        EmptyValues.Trim how = options.trim(Plan.isText(elementType));
        List<@Nullable Object> kept = new ArrayList<>(list.size());
        for (Object item : list) {
            Object filtered = inner != null && item instanceof List<?> nested ? withoutEmpty(nested, inner) : item;
            if (!emptyValues.matches(filtered, how)) {
                kept.add(filtered);
            }
        }
        return kept;
    }

    private void set(int ordinal, @Nullable Object value) {
        if (!options.isForced() && isSame(ordinal, value)) {
            return;
        }
        if (changes == state.changes()) {
            changes = changes.clone();
        }
        changes[ordinal] = State.slot(value);
    }

    private boolean isSame(int ordinal, @Nullable Object value) {
        Object slot = changes[ordinal];
        Object current = slot == null ? state.plan().data(state.data(), ordinal) : State.value(slot);
        return Same.values(state.plan().type(ordinal), current, value);
    }

    private void add(FieldError error) {
        if (errors == null) {
            errors = new ArrayList<>();
        }
        errors.add(error);
    }

    private Changeset<R> result(Changeset<R> onto, Field<?, ?>[] permitted) {
        State<R> next = new State<>(
                state.plan(),
                state.data(),
                merged(state.params(), params),
                changes,
                state.valid() && errors == null,
                extras(),
                permitted.length == 0 ? state.asked() : new State.Asked(state.asked(), permitted));
        List<FieldError> all = joined(onto.errors(), errors == null ? List.of() : errors);
        return onto.with(next, Log.once(onto.log()), all);
    }

    private Extras<R> extras() {
        Extras<R> extras = state.extras().afterCast(options.emptyValues());
        Extras.Mode mode = extras.mode();
        return options.limits().equals(mode.limits())
                ? extras
                : extras.withMode(new Extras.Mode(mode.depth(), options.limits(), mode.always()));
    }

    /** Returns the errors of the first list and then the others, each once. */
    static List<FieldError> joined(List<FieldError> first, List<FieldError> second) {
        if (first.isEmpty() || (first.size() == 1 && second.isEmpty())) {
            return first.isEmpty() ? List.copyOf(second) : first;
        }
        Set<FieldError> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    static Map<String, ?> merged(@Nullable Map<String, ?> first, Map<String, ?> second) {
        if (first == null || first.isEmpty()) {
            return second;
        }
        Map<String, Object> both = new HashMap<>(first);
        both.putAll(second);
        return both;
    }
}
