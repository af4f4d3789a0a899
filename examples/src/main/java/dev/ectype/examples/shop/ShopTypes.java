package dev.ectype.examples.shop;

import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.restricted;
import static dev.ectype.types.Types.string;
import static dev.ectype.types.Types.text;
import static dev.ectype.types.Types.via;
import static dev.ectype.types.Types.withMessage;

import dev.ectype.types.Type;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The shop's own types. */
public final class ShopTypes {

    /** The number of an article with its check digit. */
    // snippet:type-text
    public record Ean(String digits) {
        public static @Nullable Ean parse(String text) {
            String digits = text.replace(" ", "");
            return digits.matches("[0-9]{13}") && sum(digits) % 10 == 0 ? new Ean(digits) : null;
        }

        private static int sum(String digits) {
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
            }
            return sum;
        }
    }

    public static final Type<Ean> EAN = withMessage(text("ean", Ean.class, Ean::parse, Ean::digits), "is no EAN");
    // end

    /** An amount in the smallest unit. */
    // snippet:type-via
    public record Cents(int amount) {}

    public static final Type<Cents> CENTS = via("cents", integer(), Cents.class, Cents::new, Cents::amount);

    public static final Type<String> COUNTRY = restricted(
            "country",
            string(),
            code -> Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code));
    // end

    private ShopTypes() {}
}
