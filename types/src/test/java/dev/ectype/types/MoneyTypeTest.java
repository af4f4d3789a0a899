package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.types.money.Money;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MoneyTypeTest {
    private final Type<Money> type = Types.money();
    private final Layout layout = ((Storage.Embedded) type.storage()).layout().get();

    @Test
    void takesAMapOfAmountAndCurrency() {
        assertThat(value(type, Map.of("amount", "1.50", "currency", "EUR"))).isEqualTo(Money.of("1.5", "EUR"));
        assertThat(value(type, Money.of("1", "JPY"))).hasToString("1 JPY");
    }

    @Test
    void takesBlankPartsForNoValue() {
        assertThat(type.cast(Map.of("amount", "", "currency", ""))).isEqualTo(Cast.empty());
    }

    @Test
    void refusesWhatLacksAPart() {
        refuses(
                type,
                Map.of("amount", "1"),
                Map.of("amount", "1", "currency", ""),
                Map.of("amount", "x", "currency", "EUR"),
                Map.of("amount", "1", "currency", "eur"),
                Map.of(),
                Money.of("1e7000", "EUR"),
                "1 EUR");
    }

    @Test
    void storesAnEmbeddedRecord() {
        Row row = (Row) type.dump(Money.of("1.50", "EUR"));

        assertThat(layout.slots()).extracting(Layout.Slot::source).containsExactly("amount", "currency");
        assertThat(row.toArray()).containsExactly(new BigDecimal("1.50"), "EUR");
        assertThat(type.load(row)).isEqualTo(Money.of("1.50", "EUR"));
    }

    @Test
    void saysWhichStoredPartIsWrong() {
        assertThatThrownBy(() -> type.load(Row.over(layout, new Object[] {1, "eur"})))
                .hasMessage("expected currency but was text at [currency]");
        assertThatThrownBy(() -> type.load(Row.over(layout, new Object[] {null, "EUR"})))
                .hasMessage("expected decimal but was null at [amount]");
        assertThatThrownBy(() -> type.load(Row.over(new Layout(List.of()), new Object[0])))
                .hasMessage("expected an embedded amount and currency but was an embedded record");
    }

    @Test
    void isAValue() {
        assertThat(Money.of("1.5", "EUR"))
                .isEqualTo(Money.of("1.50", "EUR"))
                .hasSameHashCodeAs(Money.of("1.50", "EUR"))
                .isNotEqualTo(Money.of("1.50", "USD"))
                .isNotEqualTo(Money.of("1.51", "EUR"));
    }
}
