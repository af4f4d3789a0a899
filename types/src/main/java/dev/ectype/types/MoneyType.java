package dev.ectype.types;

import dev.ectype.types.internal.value.Elements;
import dev.ectype.types.money.Money;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amounts with a currency, stored as an embedded record of the two. */
final class MoneyType extends ScalarType<Money> {
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";
    private static final Layout LAYOUT = new Layout(List.of(
            new Layout.Slot(AMOUNT, AMOUNT, Storage.Scalar.DECIMAL),
            new Layout.Slot(CURRENCY, CURRENCY, Storage.Scalar.TEXT)));

    private final Type<BigDecimal> amounts;
    private final Type<Currency> currencies;

    MoneyType(Type<BigDecimal> amounts, Type<Currency> currencies) {
        super("money", Money.class, new Storage.Embedded(() -> LAYOUT));
        this.amounts = amounts;
        this.currencies = currencies;
    }

    @Override
    public Cast<Money> cast(Object input) {
        if (input instanceof Money money) {
            return cast(money.amount(), money.currency());
        }
        Map<String, @Nullable Object> parts = input instanceof Map<?, ?> map ? Elements.of(map) : null;
        if (parts == null || !parts.containsKey(AMOUNT) || !parts.containsKey(CURRENCY)) {
            return Cast.failed();
        }
        return cast(parts.get(AMOUNT), parts.get(CURRENCY));
    }

    @Override
    public Object dump(Money value) {
        return Row.over(
                LAYOUT, new @Nullable Object[] {amounts.dump(value.amount()), currencies.dump(value.currency())});
    }

    @Override
    public Money load(Object stored) {
        if (stored instanceof Row row && row.layout().size() == LAYOUT.size()) {
            return new Money(load(amounts, row.get(0), AMOUNT), load(currencies, row.get(1), CURRENCY));
        }
        throw LoadException.expected("an embedded amount and currency", stored);
    }

    private Cast<Money> cast(@Nullable Object amount, @Nullable Object currency) {
        if (isBlank(amount) && isBlank(currency)) {
            return Cast.empty();
        }
        if (amount == null || currency == null) {
            return Cast.failed();
        }
        Cast<BigDecimal> amountCast = amounts.cast(amount);
        Cast<Currency> currencyCast = currencies.cast(currency);
        return okOrFailed(money(valueOf(amountCast), valueOf(currencyCast)));
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, @Nullable Currency currency) {
        return (amount == null || currency == null) ? null : new Money(amount, currency);
    }

    private static <V> @Nullable V valueOf(Cast<V> cast) {
        return cast instanceof Cast.Ok<V> ok ? ok.value() : null;
    }

    private static boolean isBlank(@Nullable Object part) {
        return part == null || (part instanceof String text && text.isEmpty());
    }

    private static <V> V load(Type<V> type, @Nullable Object part, String name) {
        if (part == null) {
            throw new LoadException("expected " + type + " but was null").under(name);
        }
        try {
            return type.load(part);
        } catch (LoadException inside) {
            throw inside.under(name);
        }
    }
}
