package dev.ectype.changeset.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.EmbedsMany;
import dev.ectype.changeset.FieldError;
import dev.ectype.changeset.Path;
import dev.ectype.changeset.Shape;
import dev.ectype.changeset.message.Messages;
import dev.ectype.changeset.rule.Message;
import dev.ectype.types.Types;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorViewsTest {
    private static final Shape<Map<String, Object>> LINE =
            Shape.ofMap().field("amount", Types.integer()).build();
    private static final Shape<Map<String, Object>> SHAPE = Shape.ofMap()
            .field("na/me~", Types.string())
            .embedsMany("lines", LINE, (line, params) -> line.cast(params, LINE.castable()))
            .build();

    @SuppressWarnings("unchecked") // the field was declared so
    private static Changeset<Map<String, Object>> changeset() {
        return SHAPE.cast(Map.of("na/me~", 1, "lines", List.of(Map.of(), Map.of("amount", "x"))), SHAPE.castable())
                .castEmbed((EmbedsMany<Map<String, Object>, Map<String, Object>>) SHAPE.require("lines"))
                .addError("", Message.of("is odd as a whole"));
    }

    private static ErrorViews views() {
        return ErrorViews.of(changeset(), Messages.in(Locale.ENGLISH));
    }

    @Test
    void aPathIsWrittenInEachForm() {
        assertThat(views().byPointer()).containsOnlyKeys("", "/na~1me~0", "/lines/1/amount");
        assertThat(views().byDottedPath()).containsOnlyKeys("", "na/me~", "lines[1].amount");
        assertThat(views().byFormName()).containsEntry("lines[1][amount]", List.of("is invalid"));
    }

    @Test
    void theTreeHasTheShapeOfTheParams() {
        assertThat(views().nested())
                .isEqualTo(Map.of(
                        "", List.of("is odd as a whole"),
                        "na/me~", List.of("is invalid"),
                        "lines", List.of(Map.of(), Map.of("amount", List.of("is invalid")))));
    }

    @Test
    void problemDetailsNameEachPlaceByAFragment() {
        assertThat(views().problem())
                .containsEntry("status", 422)
                .containsEntry(
                        "errors",
                        List.of(
                                Map.of("detail", "is odd as a whole", "pointer", "#", "code", "custom"),
                                Map.of("detail", "is invalid", "pointer", "#/na~1me~0", "code", "cast"),
                                Map.of("detail", "is invalid", "pointer", "#/lines/1/amount", "code", "cast")));
    }

    @Test
    void violationsHaveTheNamesThatJakartaGivesThem() {
        assertThat(views().violations().get(2))
                .containsEntry("propertyPath", "lines[1].amount")
                .containsEntry("message", "is invalid")
                .containsEntry("attributes", Map.of("type", "integer", "validation", "cast"));
    }

    @Test
    void anErrorInsideAValueHasItsSteps() {
        Shape<Map<String, Object>> shape = Shape.ofMap()
                .field("colors", Types.mapOf(Types.listOf(Types.oneOf("red"))))
                .build();
        List<FieldError> errors = shape.cast(Map.of("colors", Map.of("a", List.of("red", "pink"))), shape.castable())
                .errors();
        assertThat(errors)
                .extracting(FieldError::path)
                .containsExactly(Path.of("colors").key("a").index(1));
        assertThat(errors.get(0).path().dotted()).isEqualTo("colors.a[1]");
    }
}
