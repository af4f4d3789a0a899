package dev.ectype.changeset;

import static dev.ectype.changeset.Orders.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditingTest {
    private static final Orders.Order DATA = Orders.order(List.of());

    @Test
    void puttingWhatTheDataHaveTakesAChangeBack() {
        Changeset<Orders.Order> changeset = ORDER.change(DATA).put(ORDER.title, "Pens");
        assertThat(changeset.isChangedTo(ORDER.title, "Pens")).isTrue();
        assertThat(changeset.isChangedFrom(ORDER.title, "Books")).isTrue();
        assertThat(changeset.put(ORDER.title, "Books").changes()).isEmpty();
    }

    @Test
    void decimalsAreComparedByValue() {
        assertThat(ORDER.change(DATA).put(ORDER.price, new BigDecimal("9.500")).changes())
                .isEmpty();
    }

    @Test
    void aForcedValueStaysAlthoughItIsEqual() {
        assertThat(ORDER.change(DATA).force(ORDER.title, "Books").changes()).containsEntry("title", "Books");
        assertThatThrownBy(() -> ORDER.change(DATA).force(ORDER.items, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void updateRunsOnlyWhereThereIsAChange() {
        Changeset<Orders.Order> changeset = ORDER.change(DATA).update(ORDER.title, title -> title + "!");
        assertThat(changeset.changes()).isEmpty();
        assertThat(changeset
                        .put(ORDER.title, "Pens")
                        .update(ORDER.title, title -> title + "!")
                        .get(ORDER.title))
                .isEqualTo("Pens!");
    }

    @Test
    void valuesCanBePutByName() {
        Changeset<Orders.Order> changeset = ORDER.change(DATA).change(Map.of("title", "Pens"));
        assertThat(changeset.get(ORDER.title)).isEqualTo("Pens");
        assertThatThrownBy(() -> changeset.change(Map.of("titel", "Pens")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean 'title'?");
    }

    @Test
    void ofTwoMergedChangesetsTheSecondWins() {
        Changeset<Orders.Order> one =
                ORDER.change(DATA).put(ORDER.title, "Pens").addError(ORDER.pin, "no");
        Changeset<Orders.Order> two = ORDER.change(DATA).put(ORDER.title, "Ink").put(ORDER.express, true);
        Changeset<Orders.Order> merged = one.merge(two);
        assertThat(merged.get(ORDER.title)).isEqualTo("Ink");
        assertThat(merged.get(ORDER.express)).isTrue();
        assertThat(merged.isValid()).isFalse();
        assertThatThrownBy(() -> one.merge(ORDER.change()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different data");
    }

    @Test
    void aStepReturnsAnotherChangesetAndLeavesThisOneAlone() {
        Changeset<Orders.Order> first = ORDER.change(DATA);
        first.put(ORDER.title, "Pens").addError(ORDER.title, "no");
        assertThat(first.changes()).isEmpty();
        assertThat(first.isValid()).isTrue();
    }

    @Test
    void differenceTellsOldAndNewAtAnyDepthAndNoSecret() {
        Orders.Order data = Orders.order(List.of(new Orders.Item(1, "pen", 2), new Orders.Item(2, "ink", 1)));
        Changeset<Orders.Order> changeset = Orders.changeset(
                ORDER.change(data),
                Map.of("title", "Pens", "pin", "9999", "items", List.of(Map.of("id", 1, "amount", 5))));
        assertThat(changeset.difference())
                .containsExactlyInAnyOrder(
                        new Change(Path.of("title"), "Books", "Pens"),
                        new Change(Path.of("pin"), "**redacted**", "**redacted**"),
                        new Change(Path.of("items").index(0), data.items().get(1), null),
                        new Change(Path.of("items").index(1).name("amount"), 2, 5));
        assertThat(changeset.difference().toString()).doesNotContain("Pens");
    }
}
