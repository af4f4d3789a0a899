package dev.ectype.changeset;

import dev.ectype.changeset.rule.Each;
import dev.ectype.changeset.rule.Message;
import dev.ectype.changeset.rule.Rule;
import dev.ectype.changeset.rule.Violation;
import dev.ectype.types.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What validating is made of. A rule that holds costs a link in the log and a changeset, nothing more. */
final class Checks {

    private Checks() {}

    static <R> Changeset<R> always(Changeset<R> changeset, boolean yes) {
        Extras<R> extras = changeset.state().extras();
        return changeset.withExtras(extras.withMode(extras.mode().withAlways(yes)));
    }

    /** Returns what a rule looks at, or null if it need not. */
    private static @Nullable Object subject(State<?> state, int ordinal) {
        Object change = state.change(ordinal);
        if (change == null && state.extras().mode().always() && !state.isChanged(ordinal)) {
            return state.current(ordinal);
        }
        return state.plan().isRelation(ordinal) && change instanceof List<?>
                ? Children.staying(Children.in(change))
                : change;
    }

    static <R> Changeset<R> check(Changeset<R> changeset, Field<?, ?> field, Rule<?> rule) {
        Changeset<R> logged = changeset.logged(field, rule);
        State<R> state = changeset.state();
        Object subject = subject(state, state.plan().ordinal(field));
        if (subject == null) {
            return logged;
        }
        Violation violation = violation(rule, subject, field);
        return violation == null ? logged : logged.addError(Errors.violated(field, violation, subject));
    }

    @SuppressWarnings("unchecked") // the signatures let only rules for the field's values in
    private static <V> @Nullable Violation violation(Rule<V> rule, Object subject, Field<?, ?> field) {
        try {
            return rule.check((V) subject, field.type());
        } catch (ClassCastException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "rule '" + rule.name() + "' is not one for field '" + field.name() + "' of type "
                            + field.type().name() + ": " + e.getMessage(),
                    e);
        }
    }

    static <R> Changeset<R> checkEach(Changeset<R> changeset, Field<R, ?> field, Rule<?> rule) {
        Changeset<R> logged = changeset.logged(field, new Each(rule));
        State<R> state = changeset.state();
        Object subject = subject(state, state.plan().ordinal(field));
        if (subject == null) {
            return logged;
        }
        Type<?> element = field.type().element().orElse(field.type());
        int index = 0;
        Changeset<R> result = logged;
        for (Object item : (Collection<?>) subject) {
            Violation violation = item == null ? null : elementViolation(rule, item, element);
            if (violation != null) {
                FieldError error = Errors.at(Errors.path(field).index(index), violation);
                result = result.addError(Errors.redacted(field, error, item));
            }
            index++;
        }
        return result;
    }

    @SuppressWarnings("unchecked") // the signature lets only rules for the elements in
    private static <V> @Nullable Violation elementViolation(Rule<V> rule, Object item, Type<?> type) {
        return rule.check((V) item, type);
    }

    @SuppressWarnings("unchecked") // a slot holds a value of its field's type
    static <R, V> Changeset<R> checkChange(
            Changeset<R> changeset, Field<R, V> field, Function<? super V, List<Problem>> check) {
        State<R> state = changeset.state();
        Object subject = subject(state, state.plan().ordinal(field));
        List<Problem> problems = subject == null ? List.of() : check.apply((V) subject);
        if (problems.isEmpty()) {
            return changeset;
        }
        List<FieldError> errors = new ArrayList<>();
        for (Problem problem : problems) {
            errors.add(Errors.redacted(field, error(field, problem), subject));
        }
        errors.addAll(changeset.errors());
        return changeset.with(state.withValid(false), List.copyOf(errors));
    }

    private static FieldError error(Field<?, ?> field, Problem problem) {
        String name = problem.field().orElseGet(() -> Errors.param(field));
        Message message = problem.message();
        Object code = message.arguments().getOrDefault("validation", "custom");
        Path path = name.isEmpty() ? Path.ROOT : Path.of(name);
        return new FieldError(path, code.toString(), message.text(), message.arguments(), Origin.VALIDATION);
    }

    static <R, A, B> Changeset<R> checkTogether(
            Changeset<R> changeset,
            Field<R, A> first,
            Field<R, B> second,
            BiPredicate<? super A, ? super B> condition,
            Message message) {
        A left = changeset.get(first);
        B right = changeset.get(second);
        boolean asked = changeset.hasChange(first)
                || changeset.hasChange(second)
                || changeset.state().extras().mode().always();
        if (!asked || left == null || right == null) {
            return changeset;
        }
        if (Presence.hasError(changeset, first)
                || Presence.hasError(changeset, second)
                || condition.test(left, right)) {
            return changeset;
        }
        FieldError error = Errors.of(second, Violation.of("together", message.text(), message));
        return changeset.addError(Errors.redacted(first, Errors.redacted(second, error, right), left));
    }
}
