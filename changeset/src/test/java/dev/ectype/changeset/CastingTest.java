package dev.ectype.changeset;

import static dev.ectype.changeset.Orders.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.changeset.params.Params;
import dev.ectype.types.Types;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CastingTest {

    @Test
    void readsNothingButThePermittedFields() {
        Changeset<Orders.Order> changeset = ORDER.cast(Map.of("title", "Pens", "price", "3"), ORDER.title);
        assertThat(changeset.changes()).isEqualTo(Map.of("title", "Pens"));
    }

    @Test
    void aValueEqualToTheDataIsNoChange() {
        Changeset<Orders.Order> changeset =
                ORDER.cast(Orders.order(List.of()), Map.of("price", "9.5", "title", "Books"), ORDER.price, ORDER.title);
        assertThat(changeset.changes()).isEmpty();
    }

    @Test
    void aForcedCastChangesEvenWhatIsEqual() {
        Changeset<Orders.Order> changeset =
                ORDER.cast(Orders.order(List.of()), Map.of("price", "9.5"), CastOptions.DEFAULT.force(), ORDER.price);
        assertThat(changeset.change(ORDER.price)).isEqualByComparingTo("9.5");
    }

    @Test
    void absentLeavesAloneNullTakesAwayAndBlankResetsToTheDefault() {
        Orders.Order data = Orders.order(List.of());
        assertThat(ORDER.cast(data, Map.of(), ORDER.title).hasChange(ORDER.title))
                .isFalse();
        assertThat(ORDER.cast(data, Collections.singletonMap("title", null), ORDER.title)
                        .fetchChange(ORDER.title))
                .isEqualTo(new Found<>(Found.Source.CHANGES, null));
        assertThat(ORDER.cast(data, Map.of("title", "  "), ORDER.title).change(ORDER.title))
                .isEqualTo("untitled");
    }

    @Test
    void emptyElementsAreTakenOutOfLists() {
        assertThat(ORDER.cast(Map.of("tags", List.of("x", "", " ", "y")), ORDER.tags)
                        .change(ORDER.tags))
                .containsExactly("x", "y");
    }

    @Test
    void aPolicyOfEmptyValuesIsOneCallsChoice() {
        CastOptions options = CastOptions.DEFAULT.emptyValues(EmptyValues.of("", "-"));
        assertThat(ORDER.cast(Map.of("title", "-"), options, ORDER.title).hasChange(ORDER.title))
                .isFalse();
        assertThat(ORDER.cast(Map.of("title", ""), CastOptions.DEFAULT.emptyValues(EmptyValues.NONE), ORDER.title)
                        .change(ORDER.title))
                .isEmpty();
        assertThat(EmptyValues.BLANK_TEXT).hasToString("blank text");
    }

    @Test
    void aFieldIsReadUnderItsExternalName() {
        Changeset<Orders.Order> changeset = ORDER.cast(Map.of("to", "never", "until", "2024-01-01"), ORDER.until);
        assertThat(changeset.errors())
                .extracting(error -> error.path().pointer())
                .containsExactly("/to");
    }

    @Test
    void theTextOfAFailedCastMayBeTheCallers() {
        CastOptions options = CastOptions.DEFAULT.message((field, arguments) -> "no " + arguments.get("type"));
        assertThat(ORDER.cast(Map.of("price", "x"), options, ORDER.price).errors())
                .extracting(FieldError::message)
                .containsExactly("no decimal");
    }

    @Test
    void unreadableInputIsInvalidWithoutErrors() {
        Changeset<Orders.Order> changeset = ORDER.cast(Params.invalid(), ORDER.title);
        assertThat(changeset.isValid()).isFalse();
        assertThat(changeset.errors()).isEmpty();
        assertThat(changeset.params()).isEmpty();
    }

    @Test
    void aFieldOfAnotherShapeAndAnEmbedAreRefusedByName() {
        @SuppressWarnings({"unchecked", "rawtypes"}) // what the compiler would refuse
        Field<Orders.Order, ?> foreign = (Field) Orders.ITEM.name;
        assertThatThrownBy(() -> ORDER.cast(Map.of(), foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'name' belongs to Item, not to Order");
        assertThatThrownBy(() -> ORDER.cast(Map.of(), ORDER.address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("castEmbed");
    }

    @Test
    void strictReportsEachParamThatNothingAskedFor() {
        Map<String, Object> params = Map.of("title", "Pens", "admin", true, "pin_confirmation", "x", "_csrf", "t");
        Changeset<Orders.Order> changeset =
                ORDER.cast(params, ORDER.title).validateConfirmation(ORDER.pin).strict("_csrf");
        assertThat(changeset.errors())
                .extracting(error -> error.path() + " " + error.message())
                .containsExactlyInAnyOrder("admin is unknown", "pin_confirmation does not match confirmation");
    }

    @Test
    @SuppressWarnings("unchecked") // a reader of YAML hands over such keys
    void strictReportsKeysThatAreNoTexts() {
        Map<Object, Object> params = new HashMap<>(Map.of(3, "x", "title", "Pens"));
        params.put(null, "y");
        Changeset<Orders.Order> changeset = ORDER.cast((Map<String, Object>) (Map<?, ?>) params, ORDER.title)
                .strict();
        assertThat(changeset.errors())
                .extracting(error -> error.path() + " " + error.message())
                .containsExactlyInAnyOrder("3 is unknown", "null is unknown");
    }

    @Test
    void castingAgainAddsToWhatWasCastBefore() {
        Changeset<Orders.Order> changeset = ORDER.cast(Map.of("title", "Pens"), ORDER.title)
                .cast(Map.of("price", "x"), ORDER.price)
                .cast(Map.of("title", "Ink"), ORDER.title);
        assertThat(changeset.change(ORDER.title)).isEqualTo("Ink");
        assertThat(changeset.errors(ORDER.price)).hasSize(1);
        assertThat(changeset.params()).contains(Map.of("title", "Ink", "price", "x"));
        assertThat(changeset.permitted()).hasSize(2);
    }

    @Test
    void boundsAreTheCallersToNarrow() {
        CastOptions narrow =
                CastOptions.DEFAULT.limits(Limits.DEFAULT.withTextLength(3).withListSize(1));
        assertThat(ORDER.cast(Map.of("title", "Pens", "tags", List.of("a", "b")), narrow, ORDER.title, ORDER.tags)
                        .errors())
                .extracting(FieldError::code)
                .containsExactly("limit.text", "limit.list");
        assertThat(ORDER.cast(Map.of("price", BigDecimal.TEN), ORDER.price).isValid())
                .isTrue();
    }

    @Test
    void arraysAreBoundedAsListsAre() {
        Limits narrow = Limits.DEFAULT.withTextLength(3).withListSize(2).withDepth(2);
        Object[] deep = {List.of(new Object[] {"x"})};
        for (Object array : List.of(new String[] {"a", "b", "c"}, new String[] {"long"}, deep)) {
            assertThat(ORDER.cast(Map.of("tags", array), CastOptions.DEFAULT.limits(narrow), ORDER.tags)
                            .errors())
                    .extracting(FieldError::code)
                    .first()
                    .asString()
                    .startsWith("limit.");
        }
    }

    @Test
    void keysOfAMapAreBoundedAsTextsAre() {
        Shape<Map<String, Object>> shape =
                Shape.ofMap().field("more", Types.map()).build();
        CastOptions narrow = CastOptions.DEFAULT.limits(Limits.DEFAULT.withTextLength(3));
        for (Object given : List.of(Map.of("long", 1), Map.of("a", List.of(Map.of("long", 1))))) {
            assertThat(shape.cast(Map.of("more", given), narrow, shape.castable())
                            .errors())
                    .extracting(FieldError::code)
                    .containsExactly("limit.text");
        }
        assertThat(shape.cast(Map.of("more", Map.of("abc", 1)), narrow, shape.castable())
                        .isValid())
                .isTrue();
    }

    @Test
    void oneFieldIsCastByAnotherTypeOfItsValues() {
        Map<String, Object> params = Map.of("price", "9.5", "title", "Books");
        Changeset<Orders.Order> changeset = ORDER.cast(params, ORDER.title)
                .castAs(params, ORDER.price, Types.withMessage(Types.decimal(), "is no price"));
        assertThat(changeset.change(ORDER.price)).isEqualByComparingTo("9.5");
        assertThat(changeset.permitted()).containsExactly(ORDER.title, ORDER.price);
        assertThat(ORDER.change()
                        .castAs(Map.of("price", "x"), ORDER.price, Types.withMessage(Types.decimal(), "is no price"))
                        .errors(ORDER.price))
                .extracting(FieldError::message)
                .containsExactly("is no price");
    }
}
