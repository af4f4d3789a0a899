package dev.ectype.changeset;

import static dev.ectype.changeset.Orders.ORDER;
import static dev.ectype.changeset.rule.Rules.CODE_POINTS;
import static dev.ectype.changeset.rule.Rules.format;
import static dev.ectype.changeset.rule.Rules.lessThan;
import static dev.ectype.changeset.rule.Rules.max;
import static dev.ectype.changeset.rule.Rules.min;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.changeset.rule.Confirmation;
import dev.ectype.changeset.rule.Message;
import dev.ectype.changeset.rule.Rules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidatingTest {

    private static List<String> texts(Changeset<?> changeset) {
        return changeset.errors().stream()
                .map(error -> error.path() + " " + error.message())
                .toList();
    }

    @Test
    void aLengthTellsItsUnitWhereItWasNamed() {
        assertThat(min(2).settings()).containsOnlyKeys("min");
        assertThat(min(2).in(Rules.GRAPHEMES).settings()).containsOnlyKeys("min", "count");
    }

    @Test
    void rulesLookAtChangesAloneUnlessTold() {
        Changeset<Orders.Order> changeset = ORDER.change(Orders.order(List.of()));
        assertThat(texts(changeset.validateLength(ORDER.title, max(3)))).isEmpty();
        assertThat(texts(changeset.validatingAlways().validateLength(ORDER.title, max(3))))
                .containsExactly("title should be at most 3 character(s)");
        assertThat(texts(changeset.validatingAlways().validatingChanges().validateLength(ORDER.title, max(3))))
                .isEmpty();
    }

    @Test
    void requiredLooksAtDataAndDropsAnEmptyChange() {
        Changeset<Orders.Order> changeset =
                ORDER.change(Orders.order(List.of())).put(ORDER.pin, "").validateRequired(ORDER.title, ORDER.pin);
        assertThat(texts(changeset)).containsExactly("pin can't be blank");
        assertThat(changeset.hasChange(ORDER.pin)).isFalse();
        assertThat(changeset.required()).containsExactly(ORDER.title, ORDER.pin);
    }

    @Test
    void eachElementIsValidatedAtItsPlace() {
        Changeset<Orders.Order> changeset = ORDER.change()
                .put(ORDER.tags, List.of("ok", "Not Ok", "fine", "x".repeat(9)))
                .validateEach(ORDER.tags, format("^[a-z]+$"))
                .validateEach(ORDER.tags, max(8));
        assertThat(texts(changeset))
                .containsExactly("tags[3] should be at most 8 character(s)", "tags[1] has invalid format");
    }

    @Test
    void twoFieldsAreValidatedTogetherByTheirTypes() {
        Changeset<Orders.Order> changeset =
                ORDER.cast(Map.of("from", "2024-02-01", "to", "2024-01-01"), ORDER.from, ORDER.until);
        Message message = Message.of("must not be before %{other}").with("other", "from");
        assertThat(texts(changeset.validateTogether(
                        ORDER.from, ORDER.until, (from, until) -> !until.isBefore(from), message)))
                .containsExactly("to must not be before from");
        assertThat(texts(ORDER.cast(Map.of("from", "2024-02-01"), ORDER.from)
                        .validateTogether(ORDER.from, ORDER.until, (from, until) -> false, message)))
                .isEmpty();
    }

    @Test
    void confirmationAndAcceptanceLookAtTheParamsThemselves() {
        Changeset<Orders.Order> changeset = ORDER.cast(Map.of("pin", "1234", "terms", "1"), ORDER.pin)
                .validateConfirmation(ORDER.pin, Confirmation.PLAIN.required())
                .validateAcceptance("terms")
                .validateAcceptance("privacy");
        assertThat(texts(changeset)).containsExactly("privacy must be accepted", "pin_confirmation can't be blank");
    }

    @Test
    void lengthCountsWhatPeopleSeeUnlessTold() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        Changeset<Orders.Order> changeset = ORDER.change().put(ORDER.title, family);
        assertThat(texts(changeset.validateLength(ORDER.title, max(1)))).isEmpty();
        assertThat(texts(changeset.validateLength(ORDER.title, max(1).in(CODE_POINTS))))
                .hasSize(1);
    }

    @Test
    void aTextOfTheProgramsOwnTakesTheRulesArguments() {
        Changeset<Orders.Order> changeset = ORDER.change()
                .put(ORDER.title, "x")
                .validateLength(ORDER.title, min(2).message("needs %{count}, %{who}"))
                .validate(ORDER.title, title -> false, "is odd");
        assertThat(texts(changeset)).containsExactly("title is odd", "title needs 2, who");
    }

    @Test
    void whatWasValidatedIsKept() {
        Changeset<Orders.Order> changeset =
                ORDER.change().validateLength(ORDER.title, max(3)).validateNumber(ORDER.price, lessThan(5));
        assertThat(changeset.validations()).extracting(Validation::field).containsExactly("price", "title");
        assertThat(changeset.traverseValidations(validation -> validation.rule().name()))
                .isEqualTo(Map.of("price", List.of("number"), "title", List.of("length")));
    }

    @Test
    void aRuleThatIsNoneForTheValueIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> ORDER.change().put(ORDER.express, true).validateLength(ORDER.express, max(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'length' is not one for field 'express'");
    }

    @Test
    void aSpanKnowsItsMembersWithoutHoldingThem() {
        assertThat(Rules.range(1, Long.MAX_VALUE).contains(5)).isTrue();
        assertThat(Rules.range(5, 3)).isEmpty();
        assertThat(Rules.range(0, 10)).hasSize(11);
    }

    @Test
    void aNumberIsComparedWithFiniteOnes() {
        for (double bound : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> Rules.lessThan(bound)).hasMessageContaining("compared with finite ones");
        }
    }
}
