package dev.ectype.changeset.form;

import static dev.ectype.changeset.FieldOptions.redacted;
import static dev.ectype.changeset.rule.Rules.EMAIL;
import static dev.ectype.changeset.rule.Rules.format;
import static dev.ectype.changeset.rule.Rules.greaterThan;
import static dev.ectype.changeset.rule.Rules.greaterThanOrEqualTo;
import static dev.ectype.changeset.rule.Rules.max;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.EmbedsMany;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldOptions;
import dev.ectype.changeset.MapShape;
import dev.ectype.changeset.OnReplace;
import dev.ectype.changeset.Shape;
import dev.ectype.changeset.message.Messages;
import dev.ectype.types.Type;
import dev.ectype.types.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FormTest {
    private static final Shape<Map<String, Object>> ROW =
            Shape.ofMap().field("name", Types.string()).build();
    private static final MapShape SHAPE = Shape.ofMap()
            .field("email", Types.string())
            .field("code", Types.string())
            .field("age", Types.integer())
            .field("born", Types.date())
            .field("color", Types.oneOf("red", "green"))
            .field("terms", Types.bool())
            .field("tags", Types.listOf(Types.string()))
            .field("secret", Types.string(), redacted())
            .embedsMany(
                    "rows",
                    ROW,
                    (row, params) -> row.cast(params, ROW.castable()).validateRequired(ROW.castable()),
                    FieldOptions.onReplace(OnReplace.DELETE))
            .build();

    @SuppressWarnings("unchecked") // the caller names the type that was declared
    private static <V> Field<Map<String, Object>, V> field(String name) {
        return (Field<Map<String, Object>, V>) SHAPE.require(name);
    }

    @SuppressWarnings("unchecked") // the field was declared so
    private static Changeset<Map<String, Object>> changeset(Map<String, Object> data, Map<String, ?> params) {
        return SHAPE.cast(data, params, SHAPE.castable())
                .castEmbed((EmbedsMany<Map<String, Object>, Map<String, Object>>) SHAPE.require("rows"))
                .validateRequired(field("email"))
                .validateFormat(FormTest.<String>field("email"), EMAIL)
                .validateFormat(FormTest.<String>field("code"), format("^[a-z]+$"))
                .validateLength(field("email"), max(40))
                .validateNumber(FormTest.<Integer>field("age"), greaterThan(17));
    }

    @Test
    void whatWasTypedIsShownAgain() {
        Form form =
                Form.of(changeset(Map.of("age", 30), Map.of("age", " 1x", "tags", List.of("a", "b"), "terms", "1")));
        assertThat(form.input("age").value()).isEqualTo(" 1x");
        assertThat(form.input("age").errors()).containsExactly("is invalid");
        assertThat(form.input("tags").values()).containsExactly("a", "b");
        assertThat(form.input("terms").isChecked()).isTrue();
    }

    @Test
    void withoutParamsTheDataAreShown() {
        Form form = Form.of(changeset(Map.of("age", 30, "email", "a@b", "secret", "s"), Map.of()));
        assertThat(form.input("age").value()).isEqualTo("30");
        assertThat(form.input("email").value()).isEqualTo("a@b");
        assertThat(form.input("secret").values()).isEmpty();
    }

    @Test
    void aSecretIsNeverShownAgain() {
        Form form = Form.of(changeset(Map.of(), Map.of("secret", "hunter2")));
        assertThat(form.inputs().toString()).doesNotContain("hunter2");
        assertThat(form.input("secret").type()).isEqualTo("password");
    }

    @Test
    void rulesBecomeConstraintAttributes() {
        Form form = Form.of(changeset(Map.of(), Map.of()));
        assertThat(form.input("email").attributes()).isEqualTo(Map.of("required", "", "maxlength", "40"));
        assertThat(form.input("age").attributes()).isEqualTo(Map.of("min", "18"));
        String pattern = form.input("code").attributes().get("pattern");
        assertThat(Pattern.matches(pattern, "abc")).isTrue();
        assertThat(Pattern.matches(pattern, "ABC")).isFalse();
    }

    private static Input drawn(Type<?> type, UnaryOperator<Changeset<Map<String, Object>>> rules) {
        MapShape shape = Shape.ofMap().field("x", type).build();
        return Form.of(rules.apply(shape.cast(Map.of(), shape.castable()))).input("x");
    }

    @SuppressWarnings("unchecked") // the caller names the type that was declared
    private static <V> Field<Map<String, Object>, V> x(Changeset<?> changeset) {
        return (Field<Map<String, Object>, V>) changeset.shape().require("x");
    }

    @Test
    void aWholeNumberMayBeEveryOneThatARuleAllows() {
        Input input = drawn(
                Types.integer(),
                number -> number.validateNumber(
                        FormTest.<Integer>x(number), greaterThan(-1.5).lessThan(7.5)));
        assertThat(input.attributes()).isEqualTo(Map.of("min", "-1", "max", "7"));
        Input same = drawn(
                Types.integer(),
                number -> number.validateNumber(
                        FormTest.<Integer>x(number), greaterThanOrEqualTo(-1.5).lessThanOrEqualTo(7.5)));
        assertThat(same.attributes()).isEqualTo(Map.of("min", "-1", "max", "7"));
        Input both = drawn(
                Types.integer(),
                number -> number.validateNumber(FormTest.<Integer>x(number), greaterThan(0))
                        .validateNumber(FormTest.<Integer>x(number), greaterThan(10))
                        .validateNumber(FormTest.<Integer>x(number), greaterThan(5)));
        assertThat(both.attributes()).isEqualTo(Map.of("min", "11"));
    }

    @Test
    void timesAreNotHeldToMinutesNorEmptiedByBrowsers() {
        assertThat(drawn(Types.time(), time -> time).attributes()).containsEntry("step", "any");
        assertThat(drawn(Types.dateTime(), time -> time).attributes()).containsEntry("step", "any");
        assertThat(drawn(Types.timeMicros(), time -> time).type()).isEqualTo("text");
        assertThat(drawn(Types.dateTimeMicros(), time -> time).type()).isEqualTo("text");
    }

    @Test
    void aBoxMustBeTickedOnlyToAccept() {
        assertThat(drawn(Types.bool(), box -> box.validateRequired(x(box))).attributes())
                .isEmpty();
        assertThat(drawn(Types.bool(), box -> box.validateAcceptance("x")).attributes())
                .isEqualTo(Map.of("required", ""));
    }

    @Test
    void aListInOneTextIsNotCountedByItsCharacters() {
        Type<List<String>> commas =
                Types.via("commas", Types.string(), listClass(), text -> List.of(text.split(",")), all -> "");
        assertThat(drawn(commas, list -> list.validateLength(x(list), max(2))).attributes())
                .isEmpty();
    }

    @SuppressWarnings("unchecked") // a class has no parameters
    private static Class<List<String>> listClass() {
        return (Class<List<String>>) (Class<?>) List.class;
    }

    private enum Size {
        S,
        L;

        @Override
        public String toString() {
            return this == S ? "small" : "large";
        }
    }

    @Test
    void choicesAreWhatACastTakes() {
        assertThat(drawn(Types.enumOf(Size.class, Size::ordinal), size -> size).options())
                .containsExactly("S", "L");
        assertThat(drawn(Types.string(), text -> text.validateInclusion(x(text), Arrays.asList("a", null)))
                        .options())
                .containsExactly("a");
    }

    @Test
    void typesChooseTheInput() {
        Form form = Form.of(changeset(Map.of(), Map.of()));
        assertThat(form.inputs())
                .extracting(Input::type)
                .containsExactly("email", "text", "number", "date", "select", "checkbox", "text", "password");
    }

    @Test
    void relatedRecordsHaveFormsOfTheirOwn() {
        Map<String, Object> params = Map.of("rows", Map.of("0", Map.of("name", "a"), "1", Map.of("name", "")));
        Form form = Form.of(changeset(Map.of("rows", List.of(Map.of("name", "old"))), params))
                .named("user")
                .in(Messages.in(Locale.GERMAN));
        List<Form> rows = form.forms("rows");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).input("name"))
                .isEqualTo(new Input(
                        "user_rows_1_name",
                        "user[rows][1][name]",
                        "text",
                        List.of(""),
                        List.of(),
                        List.of("muss ausgefüllt werden"),
                        Map.of("required", "")));
    }

    @Test
    void aFormThatNobodyHasSentYetHasNoErrors() {
        Form form = Form.of(changeset(Map.of(), Map.of())).withoutErrors();
        assertThat(form.input("email").errors()).isEmpty();
        assertThat(form.input("email").attributes()).containsKey("required");
    }
}
