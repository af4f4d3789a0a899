package dev.ectype.changeset.vectors;

import dev.ectype.changeset.ErrorText;
import dev.ectype.changeset.FieldError;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The text of an error as the recorded function makes it: its arguments as Elixir writes them. */
final class VectorText {
    private static final double WHOLE = 0x1p53;

    private VectorText() {}

    static Object of(FieldError error) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        error.arguments().forEach((name, value) -> arguments.put(name, text(value)));
        return ErrorText.fill(error.text(), arguments);
    }

    private static Object text(Object value) {
        if (value instanceof List<?> list) {
            StringBuilder joined = new StringBuilder();
            list.forEach(each -> joined.append(text(each)));
            return joined.toString();
        }
        return value instanceof Double number ? text(number.doubleValue()) : value;
    }

    /** Writes the shorter of the two forms, and always the one with an exponent beyond what a double counts in ones. */
    private static String text(double number) {
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        String digits = exact.unscaledValue().abs().toString();
        int exponent = digits.length() - exact.scale() - 1;
        String scientific =
                digits.charAt(0) + "." + (digits.length() == 1 ? "0" : digits.substring(1)) + "e" + exponent;
        String plain = exact.abs().toPlainString();
        plain = plain.contains(".") ? plain : plain + ".0";
        boolean shorter = plain.length() <= scientific.length() && Math.abs(number) < WHOLE;
        return (number < 0 ? "-" : "") + (shorter ? plain : scientific);
    }
}
