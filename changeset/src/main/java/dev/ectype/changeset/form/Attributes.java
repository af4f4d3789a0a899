package dev.ectype.changeset.form;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Validation;
import dev.ectype.changeset.internal.EcmaPattern;
import dev.ectype.changeset.rule.Acceptance;
import dev.ectype.changeset.rule.Format;
import dev.ectype.changeset.rule.Length;
import dev.ectype.changeset.rule.NumberRule;
import dev.ectype.changeset.rule.Rule;
import dev.ectype.changeset.rule.Unit;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Storage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the rules of a field as HTML constraint attributes, as far as a browser can check them. */
final class Attributes {

    private Attributes() {}

    static Map<String, String> of(Field<?, ?> field, Changeset<?> changeset) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Storage storage = field.type().storage();
        if (changeset.required().contains(field) && storage != Storage.Scalar.BOOLEAN) {
            attributes.put("required", "");
        }
        if (isStepless(storage, InputTypes.of(field, changeset))) {
            attributes.put("step", "any");
        }
        for (Validation validation : changeset.validations()) {
            if (validation.field().equals(field.name())) {
                add(attributes, validation.rule(), field.type());
            }
        }
        return attributes;
    }

    /** A browser would else take whole numbers and whole minutes alone. */
    private static boolean isStepless(Storage storage, String input) {
        return storage == Storage.Scalar.FLOAT64
                || storage == Storage.Scalar.DECIMAL
                || input.equals("time")
                || input.equals("datetime-local");
    }

    /** A box that is required must be ticked, which only an acceptance wants. */
    private static void add(Map<String, String> attributes, Rule<?> rule, Type<?> type) {
        if (rule instanceof Length length && type.valueClass() == String.class) {
            addLength(attributes, length);
        } else if (rule instanceof NumberRule number) {
            addBounds(attributes, number, isWhole(type.storage()));
        } else if (rule instanceof Acceptance) {
            attributes.put("required", "");
        } else if (rule instanceof Format format && format.input().isEmpty()) {
            EcmaPattern.of(format.pattern()).ifPresent(source -> attributes.put("pattern", whole(source)));
        }
    }

    private static boolean isWhole(Storage storage) {
        return storage == Storage.Scalar.INT32 || storage == Storage.Scalar.INT64 || storage == Storage.Scalar.INTEGER;
    }

    /** A browser counts units of UTF-16, of which there are at least as many as characters and at most as many as bytes. */
    private static void addLength(Map<String, String> attributes, Length length) {
        int least = Math.max(length.exact(), length.least());
        int most = length.exact() >= 0 ? length.exact() : length.most();
        if (least > 0 && length.unit() != Unit.BYTES) {
            attributes.put("minlength", Integer.toString(least));
        }
        if (most >= 0) {
            attributes.put("maxlength", Integer.toString(most));
        }
    }

    private static void addBounds(Map<String, String> attributes, NumberRule rule, boolean whole) {
        rule.settings().forEach((kind, bound) -> {
            if (bound instanceof Number number) {
                addBound(attributes, kind, new BigDecimal(number.toString()), whole);
            }
        });
    }

    private static void addBound(Map<String, String> attributes, String kind, BigDecimal bound, boolean whole) {
        switch (kind) {
            case "greater_than" ->
                least(attributes, whole ? rounded(bound, RoundingMode.FLOOR).add(BigDecimal.ONE) : bound);
            case "greater_than_or_equal_to" -> least(attributes, whole ? rounded(bound, RoundingMode.CEILING) : bound);
            case "less_than" ->
                most(attributes, whole ? rounded(bound, RoundingMode.CEILING).subtract(BigDecimal.ONE) : bound);
            case "less_than_or_equal_to" -> most(attributes, whole ? rounded(bound, RoundingMode.FLOOR) : bound);
            default -> {}
        }
    }

    private static void least(Map<String, String> attributes, BigDecimal bound) {
        attributes.merge(
                "min",
                bound.toPlainString(),
                (one, two) -> new BigDecimal(one).max(new BigDecimal(two)).toPlainString());
    }

    private static void most(Map<String, String> attributes, BigDecimal bound) {
        attributes.merge(
                "max",
                bound.toPlainString(),
                (one, two) -> new BigDecimal(one).min(new BigDecimal(two)).toPlainString());
    }

    /** A browser counts its steps from the least value, so that of whole numbers must be whole. */
    private static BigDecimal rounded(BigDecimal bound, RoundingMode mode) {
        return bound.setScale(0, mode);
    }

    /** A browser matches the whole value, a rule somewhere in it. */
    private static String whole(String source) {
        return "[\\s\\S]*(?:" + source + ")[\\s\\S]*";
    }
}
