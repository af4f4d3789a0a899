package dev.ectype.changeset;

import static dev.ectype.changeset.Addresses.ADDRESS;
import static dev.ectype.changeset.Orders.ITEM;
import static dev.ectype.changeset.Orders.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.changeset.rule.Message;
import dev.ectype.changeset.rule.Rules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbedsTest {
    private static final Orders.Item PEN = new Orders.Item(1, "pen", 2);
    private static final Orders.Item INK = new Orders.Item(2, "ink", 1);

    private static Changeset<Orders.Order> cast(List<Orders.Item> items, Object params) {
        return Orders.changeset(ORDER.change(Orders.order(items)), Map.of("items", params));
    }

    @Test
    void recordsAreMatchedByPrimaryKey() {
        Changeset<Orders.Order> changeset =
                cast(List.of(PEN, INK), List.of(Map.of("id", "2", "amount", 7), Map.of("name", "pad")));
        assertThat(changeset.children(ORDER.items))
                .extracting(child -> child.action().orElseThrow())
                .containsExactly(Action.REPLACE, Action.UPDATE, Action.INSERT);
        assertThat(changeset.applyChanges().items())
                .containsExactly(new Orders.Item(2, "ink", 7), new Orders.Item(null, "pad", null));
    }

    @Test
    void nothingDifferentIsNoChange() {
        assertThat(cast(List.of(PEN), List.of(Map.of("id", 1, "name", "pen"))).changes())
                .isEmpty();
    }

    @Test
    void anotherOrderIsAChange() {
        assertThat(cast(List.of(PEN, INK), List.of(Map.of("id", 2), Map.of("id", 1)))
                        .applyChanges()
                        .items())
                .containsExactly(INK, PEN);
    }

    @Test
    void whatIsWrongInARecordStandsAtItsPath() {
        Changeset<Orders.Order> changeset =
                cast(List.of(), List.of(Map.of("name", "pad"), Map.of("name", "pen", "amount", 0)));
        assertThat(changeset.isValid()).isFalse();
        assertThat(changeset.errors()).isEmpty();
        assertThat(changeset.allErrors())
                .extracting(error -> error.path().pointer() + " " + error.message())
                .containsExactly("/items/1/amount must be greater than 0");
        assertThat(changeset.traverseErrors(FieldError::message))
                .isEqualTo(Map.of("items", List.of(Map.of(), Map.of("amount", List.of("must be greater than 0")))));
    }

    @Test
    void aPathCountsTheRecordsThatWereGivenAndNoneThatIsReplaced() {
        Changeset<Orders.Order> changeset = cast(List.of(PEN, INK), List.of(Map.of("name", "pad", "amount", 0)));
        assertThat(changeset.children(ORDER.items)).hasSize(3);
        assertThat(changeset.allErrors())
                .extracting(error -> error.path().pointer())
                .containsExactly("/items/0/amount");
    }

    @Test
    void aRecordThatIsPutIsAChange() {
        Changeset<Orders.Order> changeset =
                ORDER.change(Orders.order(List.of())).putEmbed(ORDER.items, List.of(PEN));
        assertThat(changeset.difference())
                .containsExactly(new Change(Path.of("items").index(0), null, PEN));
    }

    @Test
    void numberedRecordsOfAFormAreSortedByNumber() {
        Map<String, Object> params =
                Map.of("items", Map.of("10", Map.of("name", "c"), "2", Map.of("name", "b"), "0", Map.of("name", "a")));
        assertThat(Orders.changeset(params).applyChanges().items())
                .extracting(Orders.Item::name)
                .containsExactly("a", "b", "c");
    }

    @Test
    void sortAndDropParamsOrderAndLeaveOut() {
        Map<String, Object> params = Map.of(
                "items", Map.of("0", Map.of("name", "a"), "1", Map.of("name", "b"), "2", Map.of("name", "c")),
                "sort", List.of("2", "new"),
                "drop", List.of("0"));
        Changeset<Orders.Order> changeset = ORDER.cast(params)
                .castEmbed(
                        ORDER.items,
                        options -> options.sortParam("sort")
                                .dropParam("drop")
                                .withIndexed((item, each, index) ->
                                        item.cast(each, ITEM.name).put(ITEM.amount, index)));
        assertThat(changeset.applyChanges().items())
                .containsExactly(
                        new Orders.Item(null, "c", 0), new Orders.Item(null, null, 1), new Orders.Item(null, "b", 2));
    }

    @Test
    void aRequiredEmbedMustHaveARecord() {
        Changeset<Orders.Order> changeset = ORDER.cast(Map.of())
                .castEmbed(ORDER.items, options -> options.required().requiredMessage(Message.of("order something")));
        assertThat(changeset.errors()).extracting(FieldError::message).containsExactly("order something");
    }

    @Test
    void paramsThatAreNoRecordsAreInvalid() {
        assertThat(Orders.changeset(Map.of("items", "pen", "address", List.of(1)))
                        .errors())
                .extracting(error -> error.path() + " " + error.code())
                .containsExactlyInAnyOrder("items embed", "address embed");
    }

    @Test
    void aRecordThatIsReplacedWithoutADeclarationMakesTheRequestInvalid() {
        Shape<Map<String, Object>> shape =
                Shape.ofMap().embedsMany("items", ITEM, Orders.Items::changeset).build();
        @SuppressWarnings("unchecked") // the field was declared so
        EmbedsMany<Map<String, Object>, Orders.Item> items =
                (EmbedsMany<Map<String, Object>, Orders.Item>) shape.require("items");
        assertThat(shape.cast(Map.of("items", List.of(PEN)), Map.of("items", List.of()))
                        .castEmbed(items)
                        .errors())
                .extracting(FieldError::message)
                .containsExactly("is invalid");
    }

    @Test
    void aRecordThatMustNotBeReplacedRaises() {
        Shape<Map<String, Object>> shape = Shape.ofMap()
                .embedsOne("item", ITEM, Orders.Items::changeset, FieldOptions.onReplace(OnReplace.RAISE))
                .build();
        @SuppressWarnings("unchecked") // the field was declared so
        EmbedsOne<Map<String, Object>, Orders.Item> item =
                (EmbedsOne<Map<String, Object>, Orders.Item>) shape.require("item");
        assertThatThrownBy(() -> shape.change(Map.of("item", PEN)).putEmbed(item, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("declare onReplace");
    }

    @Test
    void putRecordsAreTakenAsTheyAre() {
        Changeset<Orders.Order> changeset =
                ORDER.change(Orders.order(List.of(PEN))).putEmbed(ORDER.items, List.of(INK));
        assertThat(changeset.get(ORDER.items)).containsExactly(INK);
        assertThat(changeset.forcesUpdate()).isFalse();
    }

    @Test
    void putValuesChangeTheRecordWithTheSameKey() {
        Changeset<Orders.Order> changeset = ORDER.change(Orders.order(List.of(PEN)))
                .putRelated(ORDER.items, List.of(Related.values(Map.of("id", 1, "amount", 9))));
        assertThat(changeset.get(ORDER.items)).containsExactly(new Orders.Item(1, "pen", 9));
    }

    @Test
    void whatWasCastOfRecordsIsUpdatedByTheirChangesets() {
        Changeset<Orders.Order> changeset =
                cast(List.of(PEN), List.of(Map.of("id", 1, "amount", 7), Map.of("name", "pad")));
        assertThat(changeset
                        .updateRelated(ORDER.items, items -> items.subList(0, 1))
                        .applyChanges()
                        .items())
                .containsExactly(new Orders.Item(1, "pen", 7));
        assertThat(ORDER.change().updateRelated(ORDER.items, items -> List.of()).changes())
                .isEmpty();
        assertThatThrownBy(() -> changeset.update(ORDER.items, items -> items))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("updateRelated");
    }

    @Test
    void anEmbedToOneIsUpdatedByItsChangeset() {
        Changeset<Orders.Order> changeset =
                Orders.changeset(ORDER.change(), Map.of("address", Map.of("city", "Athens")));
        assertThat(changeset
                        .updateRelated(ORDER.address, one -> List.of(one.get(0).put(ADDRESS.zip, "10558")))
                        .applyChanges()
                        .address())
                .isEqualTo(new Address("Athens", "10558"));
        assertThat(changeset
                        .updateRelated(ORDER.address, one -> List.of())
                        .applyChanges()
                        .address())
                .isNull();
    }

    @Test
    void severalRecordsArePutIntoOneEmbedByMistake() {
        Address home = new Address("Athens", "10558");
        List<Related<Address>> two = List.of(Related.record(home), Related.record(home));
        assertThatThrownBy(() -> ORDER.change().putRelated(ORDER.address, two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("put one, and no list");
    }

    @Test
    void aPutChangesetBringsItsErrors() {
        Changeset<Orders.Item> bad = ITEM.change().addError(ITEM.name, "no");
        Changeset<Orders.Order> changeset = ORDER.change().putRelated(ORDER.items, List.of(Related.changeset(bad)));
        assertThat(changeset.isValid()).isFalse();
        assertThat(changeset.allErrors())
                .extracting(FieldError::path)
                .containsExactly(Path.of("items").index(0).name("name"));
    }

    @Test
    void anEmbeddedRecordIsUpdatedInPlace() {
        Orders.Order data = new Orders.Order(
                "o", "t", null, null, null, List.of(), false, null, new Address("Athens", "10558"), List.of());
        Changeset<Orders.Order> changeset =
                Orders.changeset(ORDER.change(data), Map.of("address", Map.of("zip", "11111")));
        assertThat(changeset.get(ORDER.address)).isEqualTo(new Address("Athens", "11111"));
        assertThat(changeset.isChanged(ORDER.address)).isTrue();
    }

    @Test
    void lengthCountsTheRecordsThatStay() {
        Changeset<Orders.Order> changeset =
                cast(List.of(PEN, INK), List.of(Map.of("id", 1))).validateLength(ORDER.items, Rules.min(2));
        assertThat(changeset.errors())
                .extracting(FieldError::message)
                .containsExactly("should have at least 2 item(s)");
    }
}
