package dev.ectype.changeset.message;

import java.math.BigDecimal;
import java.util.Locale;

/** The plural category of a number, as Unicode CLDR names them. */
final class Plural {

    private Plural() {}

    static String of(Locale locale, Number number) {
        BigDecimal exact = new BigDecimal(number.toString()).abs().stripTrailingZeros();
        if (exact.scale() > 0) {
            return "other";
        }
        if (locale.getLanguage().equals("pl")) {
            return polish(exact);
        }
        return exact.compareTo(BigDecimal.ONE) == 0 ? "one" : "other";
    }

    private static String polish(BigDecimal number) {
        if (number.compareTo(BigDecimal.ONE) == 0) {
            return "one";
        }
        int tens = number.remainder(BigDecimal.valueOf(100)).intValue();
        int ones = tens % 10;
        boolean few = ones >= 2 && ones <= 4 && (tens < 12 || tens > 14);
        return few ? "few" : "many";
    }
}
