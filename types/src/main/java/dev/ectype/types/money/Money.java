package dev.ectype.types.money;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * An amount in a currency. The amount keeps its scale, which is not bound to the currency's usual one, but amounts
 * are equal by value: 1.5 EUR is 1.50 EUR.
 */
public record Money(BigDecimal amount, Currency currency) {

    /**
     * Returns an amount from its parts as text.
     *
     * @param currency the ISO 4217 code, such as {@code EUR}
     * @throws IllegalArgumentException if the amount is no decimal or no currency has that code
     */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Money that && amount.compareTo(that.amount) == 0 && currency.equals(that.currency);
    }

    @Override
    public int hashCode() {
        return 31 * amount.stripTrailingZeros().hashCode() + currency.hashCode();
    }

    /** Returns amount and code: {@code 1.50 EUR}. */
    @Override
    public String toString() {
        return amount + " " + currency;
    }
}
