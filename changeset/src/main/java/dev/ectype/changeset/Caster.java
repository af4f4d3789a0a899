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

/** Casts: reads the permitted params, and makes changes of those that differ from what is there. */
final class Caster {

    private Caster() {}

    /** What comes of a param that makes no change because it is wrong. */
    private record Wrong(FieldError error) {}

    static <R> Changeset<R> cast(
            Changeset<R> onto, Map<String, ?> params, CastOptions options, Field<?, ?>[] permitted) {
        Objects.requireNonNull(
                params, "params are null: give an empty map, or Params.invalid() for what was unreadable");
        if (isUnreadable(params)) {
            return unreadable(onto, permitted);
        }
        State<R> state = onto.state();
        Plan<R> plan = state.plan();
        Limits limits = limits(state, options);
        EmptyValues empty = emptyValues(state, options);
        @Nullable Object[] changes = state.changes();
        List<FieldError> errors = tooManyKeys(params, limits);
        for (Field<?, ?> field : permitted) {
            Plan.Slot place = plan.castable(field);
            String name = place.param();
            Object param = params.get(name);
            if (param == null && !params.containsKey(name)) {
                continue;
            }
            Limits.Exceeded exceeded =
                    limits.exceeded(param, state.extras().mode().depth() + 1);
            Object slot = exceeded == null
                    ? slot(place, options, empty, param)
                    : new Wrong(Errors.exceeded(Path.of(name), exceeded));
            if (slot instanceof Wrong wrong) {
                errors = errors == null ? new ArrayList<>() : errors;
                errors.add(wrong.error());
            } else if (options.isForced() || !isSame(state, changes, field.ordinal(), slot)) {
                changes = changes == state.changes() ? changes.clone() : changes;
                changes[field.ordinal()] = slot;
            }
        }
        Map<String, ?> merged = merged(state.params(), params);
        boolean valid = state.valid() && errors == null;
        Extras<R> extras = extras(state, options);
        State<R> next = new State<>(plan, state.data(), merged, changes, valid, extras);
        return onto.cast(next, joined(onto.errors(), errors), onto.once(), permitted);
    }

    @SuppressWarnings("ReferenceEquality") // there is one map that stands for unreadable input
    private static boolean isUnreadable(Map<String, ?> params) {
        return params == Unreadable.PARAMS;
    }

    private static <R> Changeset<R> unreadable(Changeset<R> onto, Field<?, ?>[] permitted) {
        State<R> state = onto.state();
        for (Field<?, ?> field : permitted) {
            state.plan().castable(field);
        }
        State<R> invalid = state.withValid(false).withExtras(state.extras().afterCast(null));
        return onto.cast(invalid, onto.errors(), onto.once(), permitted);
    }

    private static Limits limits(State<?> state, CastOptions options) {
        Limits chosen = options.limits();
        return chosen == null ? state.extras().mode().limits() : chosen;
    }

    private static @Nullable List<FieldError> tooManyKeys(Map<String, ?> params, Limits limits) {
        Limits.Exceeded exceeded = limits.tooManyKeys(params);
        return exceeded == null ? null : new ArrayList<>(List.of(Errors.exceeded(Path.ROOT, exceeded)));
    }

    private static EmptyValues emptyValues(State<?> state, CastOptions options) {
        EmptyValues chosen = options.emptyValues();
        return chosen == null ? state.extras().emptyValues() : chosen;
    }

    /** Returns what stands in a field's slot for a param, or what is wrong with it. */
    private static Object slot(Plan.Slot place, CastOptions options, EmptyValues empty, @Nullable Object param) {
        Type<?> element = place.element();
        Object kept = element == null ? param : withoutEmpty(empty, options, param, element);
        Object given = empty.matches(kept, options.trim(place.isText())) ? place.initial() : kept;
        if (given == null) {
            return State.NULL;
        }
        Cast<?> cast = options.typeOr(place.type()).cast(given);
        return cast instanceof Cast.Ok<?> ok
                ? State.slot(ok.value())
                : new Wrong(Errors.cast(place.field(), given, (Cast.Failed<?>) cast, options));
    }

    /** Returns a list without its empty elements, at any depth of lists; anything else as it is. */
    private static @Nullable Object withoutEmpty(
            EmptyValues empty, CastOptions options, @Nullable Object param, Type<?> elementType) {
        if (!(param instanceof List<?> list)) {
            return param;
        }
        Type<?> inner = elementType.element().orElse(null);
        EmptyValues.Trim how = options.trim(Plan.isText(elementType));
        List<@Nullable Object> kept = new ArrayList<>(list.size());
        for (Object item : list) {
            Object filtered = inner == null ? item : withoutEmpty(empty, options, item, inner);
            if (!empty.matches(filtered, how)) {
                kept.add(filtered);
            }
        }
        return kept;
    }

    private static <R> boolean isSame(State<R> state, @Nullable Object[] changes, int ordinal, Object slot) {
        Object before = changes[ordinal];
        Object current = before == null ? state.plan().data(state.data(), ordinal) : State.value(before);
        return current == null
                ? slot == State.NULL
                : Same.values(state.plan().type(ordinal), current, State.value(slot));
    }

    private static <R> Extras<R> extras(State<R> state, CastOptions options) {
        Extras<R> extras = state.extras().afterCast(options.emptyValues());
        Limits chosen = options.limits();
        Extras.Mode mode = extras.mode();
        return chosen == null || chosen.equals(mode.limits())
                ? extras
                : extras.withMode(new Extras.Mode(mode.depth(), chosen, mode.always()));
    }

    /** Returns the errors of the first list and then the others, each once. */
    static List<FieldError> joined(List<FieldError> first, @Nullable List<FieldError> second) {
        if (first.isEmpty()) {
            return second == null || second.isEmpty() ? first : List.copyOf(second);
        }
        Set<FieldError> all = new LinkedHashSet<>(first);
        all.addAll(second == null ? List.of() : second);
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
