package dev.ectype.adapter.dynamo.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.dynamo.DynamoAdapter;
import dev.ectype.adapter.dynamo.mapping.DynamoIndex;
import dev.ectype.adapter.dynamo.mapping.DynamoTable;
import dev.ectype.adapter.dynamo.sample.Orders;
import dev.ectype.adapter.dynamo.server.TestServer;
import dev.ectype.error.MappingException;
import dev.ectype.spi.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Tables as they are declared, and on the way there. */
class StorageTest {
    private final DynamoAdapter adapter = DynamoAdapter.over(TestServer.client());
    private final String prefix = TestServer.newPrefix();

    private Source source(DynamoTable table, Source.Index... indexes) {
        return new Source(
                "orders", Optional.of(prefix), Orders.LAYOUT, List.of(0, 1), List.of(indexes), List.of(table));
    }

    private static Source.Index index(String name, boolean unique, String... fields) {
        return new Source.Index(name, List.of(fields).stream().map(Orders::path).toList(), unique);
    }

    @AfterEach
    void drop() {
        adapter.storage(source(DynamoTable.USUAL, index("u", true, "note"))).drop();
    }

    @Test
    void createsWhatIsDeclaredAndThenNothingIsMissing() {
        Source source = Orders.source(prefix);
        assertThat(adapter.storage(source).missing()).containsExactly("create the table " + prefix + ".orders");
        adapter.storage(source).create();
        assertThat(adapter.storage(source).missing()).isEmpty();
        TableDescription table = adapter.storage(source).describe().orElseThrow();
        assertThat(table.localSecondaryIndexes()).hasSize(1);
        assertThat(table.globalSecondaryIndexes()).hasSize(3);
        assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    }

    @Test
    void changesIndexesBillingExpiryAndStreamAndTellsOfIt() {
        adapter.storage(source(DynamoTable.USUAL, index("by_day", false, "day")))
                .create();
        Source changed = source(
                DynamoTable.USUAL
                        .provisioned(5, 6)
                        .streaming(StreamViewType.NEW_IMAGE)
                        .expiringBy("number")
                        .index(DynamoIndex.global("by_day").holdingKeys()),
                index("by_day", false, "day"),
                index("by_status", false, "status"));
        List<String> told = new ArrayList<>();
        adapter.storage(changed).create(Duration.ofSeconds(60), told::add);
        assertThat(told)
                .contains(
                        "change the billing of " + prefix + ".orders",
                        "start a stream of " + prefix + ".orders",
                        "drop the index by_day, which is declared otherwise",
                        "create the index by_day",
                        "create the index by_status",
                        "let items of " + prefix + ".orders expire by number");
        assertThat(adapter.storage(changed).missing()).isEmpty();
    }

    @Test
    void undeclaredIndexesAreLeftAndNamed() {
        adapter.storage(source(DynamoTable.USUAL, index("by_day", false, "day")))
                .create();
        Source without = source(DynamoTable.USUAL);
        assertThat(adapter.storage(without).missing()).isEmpty();
        assertThat(adapter.storage(without).undeclared()).containsExactly("by_day");
    }

    @Test
    void aUniqueIndexHasATableOfMarkers() {
        Source source = source(DynamoTable.USUAL, index("by_note", true, "note"));
        assertThat(adapter.storage(source).create())
                .contains("create the table of unique values " + prefix + ".orders.unique");
        assertThat(adapter.storage(source).missing()).isEmpty();
    }

    @Test
    void whatCannotBeChangedIsSaid() {
        adapter.storage(source(DynamoTable.USUAL)).create();
        Source local = source(
                DynamoTable.USUAL.index(DynamoIndex.local("by_total")), index("by_total", false, "customer", "total"));
        assertThatThrownBy(() -> adapter.storage(local).create())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("a local index is made with its table");
    }

    @Test
    void hintsThatFitNothingAreRefused() {
        assertThatThrownBy(() -> adapter.storage(source(DynamoTable.USUAL.expiringBy("nowhere"))))
                .hasMessageContaining("no field is stored as");
        assertThatThrownBy(() -> adapter.storage(source(DynamoTable.USUAL.index(DynamoIndex.global("none")))))
                .hasMessageContaining("not declared");
        Source both = source(DynamoTable.USUAL.expiringBy("number"), index("u", true, "note"));
        assertThatThrownBy(() -> adapter.storage(both)).hasMessageContaining("cannot be kept unique");
    }
}
