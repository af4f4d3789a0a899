package dev.ectype.changeset.vectors;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Problem;
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
import dev.ectype.changeset.rule.Unit;
import dev.ectype.changeset.rule.Violation;
import dev.ectype.types.Type;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The steps of a case that validate. */
final class VectorValidations {
    private final VectorShapes shapes;
    private final Changeset<Map<String, Object>> changeset;

    VectorValidations(VectorShapes shapes, Changeset<Map<String, Object>> changeset) {
        this.shapes = shapes;
        this.changeset = changeset;
    }

    Changeset<Map<String, Object>> validate(VectorOp op) {
        Message message = op.message("message");
        return switch (op.name()) {
            case "validate_required" -> required(op, message);
            case "validate_format" -> check(op, format(op, message));
            case "validate_length" -> check(op, length(op, message));
            case "validate_number" -> check(op, number(op, message));
            case "validate_inclusion" -> check(op, membership(op, message));
            case "validate_exclusion" -> check(op, membership(op, message));
            case "validate_subset" -> check(op, membership(op, message));
            case "validate_confirmation" -> confirmation(op, message);
            case "validate_acceptance" ->
                changeset.validateAcceptance(
                        op.field(), message == null ? Acceptance.PLAIN : Acceptance.PLAIN.message(message));
            case "validate_change" -> changeset.validateChange(shapes.field(op.field()), value -> check(op, value));
            default -> throw new AssertionError("unknown step " + op.name());
        };
    }

    @SuppressWarnings("unchecked") // a rule on the wrong kind of field is what some cases are about
    private Changeset<Map<String, Object>> check(VectorOp op, Rule<?> rule) {
        return changeset.validate(shapes.field(op.field()), (Rule<Object>) rule);
    }

    @SuppressWarnings("unchecked") // an array of a generic type can be made no other way
    private Changeset<Map<String, Object>> required(VectorOp op, Message message) {
        Field<Map<String, Object>, ?>[] fields =
                op.names("fields").stream().map(shapes::field).toArray(Field[]::new);
        return message == null ? changeset.validateRequired(fields) : changeset.validateRequired(message, fields);
    }

    private static Rule<?> format(VectorOp op, Message message) {
        String flags = (String) op.json().getOrDefault("flags", "");
        int options = (flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0)
                | (flags.contains("m") ? Pattern.MULTILINE : 0)
                | (flags.contains("s") ? Pattern.DOTALL : 0)
                | (flags.contains("u") ? Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS : 0);
        Format format = Format.of(Pattern.compile((String) op.get("pattern"), options | Pattern.UNIX_LINES));
        return message == null ? format : format.message(message);
    }

    private static Rule<?> length(VectorOp op, Message message) {
        Length length = Rules.length();
        if (op.has("is")) {
            length = length.is(op.number("is"));
        }
        if (op.has("min")) {
            length = length.min(op.number("min"));
        }
        if (op.has("max")) {
            length = length.max(op.number("max"));
        }
        if (op.has("count")) {
            length = length.in(
                    switch ((String) op.get("count")) {
                        case "codepoints" -> Unit.CODE_POINTS;
                        case "bytes" -> Unit.BYTES;
                        default -> Unit.GRAPHEMES;
                    });
        }
        Length whole = message == null ? length : length.message(message);
        return "words".equals(op.get("count")) ? refused(whole, "to count words", String.class) : whole;
    }

    private static Rule<?> number(VectorOp op, Message message) {
        NumberRule rule = Rules.number();
        for (Object check : (List<?>) op.get("checks")) {
            List<?> pair = (List<?>) check;
            if (!isCheck((String) pair.get(0)) || !(VectorValues.read(pair.get(1)) instanceof Number number)) {
                return refused(rule, "a bound of that name and number", Object.class);
            }
            rule = rule.and(NumberRule.Kind.valueOf(((String) pair.get(0)).toUpperCase(Locale.ROOT)), number);
        }
        return message == null ? rule : rule.message(message);
    }

    private static boolean isCheck(String name) {
        return Arrays.stream(NumberRule.Kind.values())
                .anyMatch(kind -> kind.code().equals(name));
    }

    /** Stands for what the compiler refuses, and Ecto when there is such a value to look at. */
    private static Rule<Object> refused(Rule<Object> before, String what, Class<?> values) {
        return new Rule<>() {
            @Override
            public String name() {
                return before.name();
            }

            @Override
            public Map<String, Object> settings() {
                return before.settings();
            }

            @Override
            public Violation check(Object value, Type<?> type) {
                Violation violation =
                        values == String.class && value instanceof String ? null : before.check(value, type);
                if (violation == null && values.isInstance(value)) {
                    throw new IllegalArgumentException("the compiler refuses " + what);
                }
                return violation;
            }
        };
    }

    private static Rule<?> membership(VectorOp op, Message message) {
        Object values = VectorValues.read(op.get("values"));
        Membership<?> rule =
                values instanceof Span span ? ofSpan(op.name(), span) : ofList(op.name(), (List<?>) values);
        return message == null ? rule : rule.message(message);
    }

    private static Membership<?> ofSpan(String name, Span span) {
        return switch (name) {
            case "validate_inclusion" -> Rules.oneOf(span);
            case "validate_exclusion" -> Rules.noneOf(span);
            default -> Rules.subsetOf(span);
        };
    }

    private static Membership<?> ofList(String name, List<?> values) {
        return switch (name) {
            case "validate_inclusion" -> Rules.oneOf(values);
            case "validate_exclusion" -> Rules.noneOf(values);
            default -> Rules.subsetOf(values);
        };
    }

    private Changeset<Map<String, Object>> confirmation(VectorOp op, Message message) {
        Confirmation options = op.is("required") ? Confirmation.PLAIN.required() : Confirmation.PLAIN;
        return changeset.validateConfirmation(op.field(), message == null ? options : options.message(message));
    }

    private static List<Problem> check(VectorOp op, Object value) {
        String field = op.field();
        return switch ((String) op.get("check")) {
            case "none" -> List.of();
            case "always" -> List.of(Problem.on(field, Message.of("is bad")));
            case "always_meta" ->
                List.of(Problem.on(
                        field,
                        Message.of("is bad because %{why} (%{n}) %{missing}")
                                .with("why", "policy")
                                .with("n", BigInteger.valueOf(3))));
            case "two" ->
                List.of(
                        Problem.on(field, Message.of("first problem")),
                        Problem.on(field, Message.of("second problem").with("code", "e2")));
            case "base" -> List.of(Problem.on("base", Message.of("something is off")));
            case "equals_foo" -> isFoo(value) ? List.of(Problem.on(field, Message.of("cannot be foo"))) : List.of();
            case "is_odd" -> odd(field, value);
            default -> throw new AssertionError("unknown check " + op.get("check"));
        };
    }

    private static boolean isFoo(Object value) {
        return "foo".equals(value);
    }

    private static List<Problem> odd(String field, Object value) {
        return value instanceof BigInteger integer && integer.testBit(0)
                ? List.of(Problem.on(
                        field, Message.of("must be even, is %{value}").with("value", value)))
                : List.of();
    }
}
