package dev.ectype.changeset;

import dev.ectype.changeset.rule.Acceptance;
import dev.ectype.changeset.rule.Confirmation;
import dev.ectype.changeset.rule.Format;
import dev.ectype.changeset.rule.Length;
import dev.ectype.changeset.rule.Membership;
import dev.ectype.changeset.rule.Message;
import dev.ectype.changeset.rule.NumberRule;
import dev.ectype.changeset.rule.Rule;
import dev.ectype.changeset.rule.Rules;
import dev.ectype.changeset.rule.Span;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What must hold. Unless said otherwise, a rule looks at what a field would be changed to, and not at what it is or at a
 * change to null; {@link #validatingAlways} makes the following ones look at what is there as well.
 *
 * @param <R> the record
 */
public sealed interface Validating<R> permits Changeset {

    private Changeset<R> self() {
        return (Changeset<R>) this;
    }

    /** Lets the following rules look at the value of a field whether it changes or not. */
    default Changeset<R> validatingAlways() {
        return Checks.always(self(), true);
    }

    /** Lets the following rules look at changes alone, as they do unless told. */
    default Changeset<R> validatingChanges() {
        return Checks.always(self(), false);
    }

    /** Validates a field by a rule. */
    default <V> Changeset<R> validate(Field<R, ? extends V> field, Rule<V> rule) {
        return Checks.check(self(), field, rule);
    }

    /** Validates a field by a condition, which has the text for when it does not hold. */
    default <V> Changeset<R> validate(Field<R, V> field, Predicate<? super V> condition, String text) {
        return validateChange(field, value -> condition.test(value) ? List.of() : List.of(Problem.of(text)));
    }

    /** Validates a field by a function that returns what is wrong, with whatever field. */
    default <V> Changeset<R> validateChange(Field<R, V> field, Function<? super V, List<Problem>> check) {
        return Checks.checkChange(self(), field, check);
    }

    /** Validates the form of a text. */
    default Changeset<R> validateFormat(Field<R, String> field, Format format) {
        return Checks.check(self(), field, format);
    }

    /** Validates that a pattern is found in a text. */
    default Changeset<R> validateFormat(Field<R, String> field, Pattern pattern) {
        return Checks.check(self(), field, Format.of(pattern));
    }

    /** Validates the length of a text, list or map; of related records those count that stay. */
    default Changeset<R> validateLength(Field<R, ?> field, Length length) {
        return Checks.check(self(), field, length);
    }

    /** Validates how great a number is. */
    default Changeset<R> validateNumber(Field<R, ? extends Number> field, NumberRule rule) {
        return Checks.check(self(), field, rule);
    }

    /** Validates that a value is among others. */
    default <V> Changeset<R> validateInclusion(Field<R, V> field, Collection<? extends V> values) {
        return Checks.check(self(), field, Rules.oneOf(values));
    }

    /** Validates that a number is in a span. */
    default Changeset<R> validateInclusion(Field<R, ? extends Number> field, Span span) {
        return Checks.check(self(), field, Rules.oneOf(span));
    }

    /** Validates that a value is among others, or is not, with a text of its own. */
    default <V> Changeset<R> validateInclusion(Field<R, ? extends V> field, Membership<V> rule) {
        return Checks.check(self(), field, rule);
    }

    /** Validates that a number is not in a span. */
    default Changeset<R> validateExclusion(Field<R, ? extends Number> field, Span span) {
        return Checks.check(self(), field, Rules.noneOf(span));
    }

    /** Validates that a value is not among others. */
    default <V> Changeset<R> validateExclusion(Field<R, V> field, Collection<? extends V> values) {
        return Checks.check(self(), field, Rules.noneOf(values));
    }

    /** Validates that a value is not among others, with a text of its own. */
    default <V> Changeset<R> validateExclusion(Field<R, ? extends V> field, Membership<V> rule) {
        return Checks.check(self(), field, rule);
    }

    /** Validates that the elements of a list or set are all among others. */
    default <V> Changeset<R> validateSubset(Field<R, ? extends Collection<V>> field, Collection<? extends V> values) {
        return Checks.check(self(), field, Rules.subsetOf(values));
    }

    /** Validates that the elements of a list or set are all among others, with a text of its own. */
    default <V> Changeset<R> validateSubset(Field<R, ? extends Collection<V>> field, Membership<Collection<V>> rule) {
        return Checks.check(self(), field, rule);
    }

    /** Validates each element of a list or set; an error tells which. */
    default <V> Changeset<R> validateEach(Field<R, ? extends Collection<V>> field, Rule<? super V> rule) {
        return Checks.checkEach(self(), field, rule);
    }

    /** Validates that the params repeat a field's under its name with {@code _confirmation}, if they do at all. */
    default Changeset<R> validateConfirmation(Field<R, ?> field) {
        return validateConfirmation(field, Confirmation.PLAIN);
    }

    /** Validates that the params repeat a field's under its name with {@code _confirmation}, by options. */
    default Changeset<R> validateConfirmation(Field<R, ?> field, Confirmation options) {
        self().state().plan().ordinal(field);
        return FromParams.confirm(self(), field, Errors.param(field), options);
    }

    /** Validates that the params repeat a param under its name with {@code _confirmation}; it need not be a field's. */
    default Changeset<R> validateConfirmation(String param, Confirmation options) {
        return FromParams.confirm(self(), param, param, options);
    }

    /** Validates that a param is true, such as a box that must be ticked; it need not be a field's. */
    default Changeset<R> validateAcceptance(String param) {
        return validateAcceptance(param, Acceptance.PLAIN);
    }

    /** Validates that a param is true, with a text of its own. */
    default Changeset<R> validateAcceptance(String param, Acceptance options) {
        return FromParams.accept(self(), param, options);
    }

    /** Validates that the param of a field is true. */
    default Changeset<R> validateAcceptance(Field<R, Boolean> field) {
        return validateAcceptance(Errors.param(field), Acceptance.PLAIN);
    }

    /**
     * Validates two fields together, when both have a value, neither has an error, and one of them changes. The error is on
     * the second.
     */
    default <A, B> Changeset<R> validateTogether(
            Field<R, A> first, Field<R, B> second, BiPredicate<? super A, ? super B> condition, Message message) {
        return Checks.checkTogether(self(), first, second, condition, message);
    }
}
