package dev.ectype.examples.shop;

import static dev.ectype.changeset.rule.Rules.greaterThan;
import static dev.ectype.changeset.rule.Rules.is;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.OneOf;
import dev.ectype.changeset.Shape;
import java.util.Map;

/** What makes an order cheaper. */
// snippet:kinds
public sealed interface Discount {
    /** So many hundredths less. */
    record Percent(Integer percent) implements Discount {}

    /** What a code is worth. */
    record Voucher(String code) implements Discount {}

    Shape<Percent> PERCENT = Shape.infer(Percent.class);
    Shape<Voucher> VOUCHER = Shape.infer(Voucher.class);
    OneOf<Discount> DISCOUNT = OneOf.of(Discount.class, "kind")
            .with("percent", Percent.class, PERCENT, Discount::percent)
            .with("voucher", Voucher.class, VOUCHER, Discount::voucher);

    private static Changeset<Percent> percent(Changeset<Percent> percent, Map<String, ?> params) {
        Changeset<Percent> cast = percent.cast(params, PERCENT.castable()).validateRequired(PERCENT.castable());
        return cast.validate(PERCENT.require("percent"), greaterThan(0).lessThanOrEqualTo(50));
    }

    private static Changeset<Voucher> voucher(Changeset<Voucher> voucher, Map<String, ?> params) {
        return voucher.cast(params, VOUCHER.castable())
                .validateRequired(VOUCHER.castable())
                .validateLength(VOUCHER.require("code"), is(8));
    }
}
// end
