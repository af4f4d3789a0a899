package dev.ectype.changeset;

import static dev.ectype.changeset.FieldOptions.redacted;
import static dev.ectype.changeset.rule.Rules.min;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.changeset.form.Form;
import dev.ectype.changeset.message.Messages;
import dev.ectype.changeset.rule.Message;
import dev.ectype.changeset.rule.Rules;
import dev.ectype.changeset.view.ErrorViews;
import dev.ectype.types.Types;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final String SECRET = "hunter2";
    private static final Shape<Map<String, Object>> SHAPE = Shape.ofMap()
            .field("password", Types.string(), redacted())
            .field("pins", Types.listOf(Types.string()), redacted())
            .field("color", Types.oneOf("red"), redacted())
            .field("name", Types.string())
            .build();

    @SuppressWarnings("unchecked") // the caller names the type that was declared
    private static <V> Field<Map<String, Object>, V> field(String name) {
        return (Field<Map<String, Object>, V>) SHAPE.require(name);
    }

    @Test
    void aSecretIsInNothingThatMayBeShown() {
        Map<String, Object> params =
                Map.of("password", SECRET, "pins", List.of(SECRET, "x"), "color", SECRET, "name", "x");
        Changeset<Map<String, Object>> changeset = SHAPE.cast(params, SHAPE.castable())
                .validateLength(field("password"), min(20))
                .validateInclusion(RedactionTest.<String>field("password"), List.of("a", "b"))
                .validateEach(RedactionTest.<List<String>>field("pins"), Rules.format("^[0-9]$"))
                .validateChange(
                        RedactionTest.<String>field("password"),
                        value -> List.of(Problem.of(Message.of("not " + value).with("value", value))))
                .validateTogether(
                        RedactionTest.<String>field("name"),
                        RedactionTest.<String>field("password"),
                        (name, password) -> false,
                        Message.of("is odd beside %{it}").with("it", SECRET));
        assertThat(changeset.errors()).hasSizeGreaterThan(4);
        assertThat(changeset.toString()).doesNotContain(SECRET);
        assertThat(changeset.errors().toString()).doesNotContain(SECRET);
        assertThat(changeset.apply().toString()).doesNotContain(SECRET);
        assertThat(new InvalidChangesetException(changeset).getMessage()).doesNotContain(SECRET);
        assertThat(changeset.difference().toString()).doesNotContain(SECRET);
        assertThat(Form.of(changeset).inputs().toString()).doesNotContain(SECRET);
        ErrorViews views = ErrorViews.of(changeset, Messages.in(Locale.ENGLISH));
        assertThat(views.problem().toString() + views.violations()).doesNotContain(SECRET);
        assertThat(changeset.errors()).extracting(FieldError::message).contains("not **redacted**");
    }

    @Test
    @SuppressWarnings("unchecked") // the relation was declared so
    void nothingOfASecretRecordIsShown() {
        Shape<Map<String, Object>> card =
                Shape.ofMap().field("number", Types.string()).build();
        Shape<Map<String, Object>> shape = Shape.ofMap()
                .embedsOne(
                        "card",
                        card,
                        (each, params) -> each.cast(params, card.castable()),
                        redacted(),
                        FieldOptions.onReplace(OnReplace.DELETE))
                .build();
        Map<String, Object> secret = Map.of("card", Map.of("number", SECRET));
        for (Changeset<Map<String, Object>> changeset : List.of(
                shape.cast(secret)
                        .castEmbed((EmbedsOne<Map<String, Object>, Map<String, Object>>) shape.require("card")),
                shape.change().change(secret),
                shape.change(secret).change(Collections.singletonMap("card", null)))) {
            assertThat(changeset.difference())
                    .isNotEmpty()
                    .allSatisfy(change -> assertThat(String.valueOf(change.from()) + change.to())
                            .doesNotContain(SECRET));
            assertThat(Form.of(changeset).form("card").input("number").values()).isEmpty();
        }
    }

    @Test
    void whatIsNoSecretStaysInTheArguments() {
        Changeset<Map<String, Object>> changeset =
                SHAPE.cast(Map.of("password", SECRET), SHAPE.castable()).validateLength(field("password"), min(20));
        assertThat(changeset.errors().get(0).arguments()).containsEntry("count", 20);
    }
}
