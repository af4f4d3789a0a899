package dev.ectype.adapter.dynamo;

import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.query.Query.from;
import static dev.ectype.types.Types.date;
import static dev.ectype.types.Types.decimal;
import static dev.ectype.types.Types.instant;
import static dev.ectype.types.Types.longInteger;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.dynamo.mapping.DynamoIndex;
import dev.ectype.adapter.dynamo.mapping.DynamoTable;
import dev.ectype.adapter.dynamo.request.DynamoCall;
import dev.ectype.adapter.dynamo.request.DynamoOptions;
import dev.ectype.adapter.dynamo.server.TestServer;
import dev.ectype.changeset.Changeset;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import dev.ectype.repo.call.Options;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the page on DynamoDB shows, run on the server of the tests. */
class DocumentedUseTest {

    /** An order. */
    public record Order(
            String customer,
            Long number,
            @Nullable String status,
            @Nullable LocalDate day,
            @Nullable BigDecimal total,
            @Nullable Instant expires) {}

    // snippet:dynamo-schema
    public static final class Orders extends Schema<Order> {
        public static final Orders ORDERS = new Orders();
        public final Column<Order, String> customer = field("customer", string(), primaryKey()); // partition key
        public final Column<Order, Long> number = field("number", longInteger(), primaryKey()); // sort key
        public final Column<Order, String> status = field("status", string());
        public final Column<Order, LocalDate> day = field("day", date());
        public final Column<Order, BigDecimal> total = field("total", decimal());
        public final Column<Order, Instant> expires = field("expires", instant());

        {
            index(status, day); // a global index: status is its partition key, day its sort key
            index(customer, total);
            hint(DynamoTable.USUAL.expiringBy("expires").index(DynamoIndex.local("orders_customer_total_index")));
        }

        private Orders() {
            super(Order.class, "orders");
        }
    }
    // end

    private static final Orders ORDERS = Orders.ORDERS;

    @Test
    void thePageRuns() {
        DynamoDbClient client = TestServer.client();
        // snippet:dynamo-connect
        DynamoAdapter inRegion = DynamoAdapter.connect(DynamoServer.in("eu-central-1"));
        DynamoAdapter overClient = DynamoAdapter.over(client, DynamoOptions.DEFAULTS.withConcurrency(16));
        // end
        inRegion.close();
        String prefix = TestServer.newPrefix();
        Repo repo = Repo.over(overClient).withDefaults(Options.none().prefix(prefix));
        var source = ORDERS.asSource(Optional.of(prefix));
        // snippet:dynamo-storage
        List<String> done = overClient.storage(source).create(Duration.ofMinutes(10), System.out::println);
        List<String> missing = overClient.storage(source).missing(); // empty now
        // end
        assertThat(done).isNotEmpty();
        assertThat(missing).isEmpty();
        for (long number = 0; number < 4; number++) {
            Changeset<Order> order = ORDERS.cast(
                    Map.of("customer", "ann", "number", number, "status", "open", "day", "2024-01-0" + (number + 1)),
                    ORDERS.customer,
                    ORDERS.number,
                    ORDERS.status,
                    ORDERS.day);
            repo.insertOrThrow(order);
        }
        // snippet:dynamo-query
        Query<Order> latest = from(ORDERS)
                .where(ORDERS.customer.eq("ann").and(ORDERS.number.ge(1L)).and(ORDERS.status.ne("sent")))
                .orderBy(ORDERS.number.desc())
                .limit(2);
        List<Order> orders = repo.all(latest);
        String explained = repo.explain(latest).toString();
        // end
        assertThat(orders).extracting(Order::number).containsExactly(3L, 2L);
        assertThat(explained)
                .contains("Query " + prefix + ".orders backward", "key condition customer = ? AND number >= ?");
        // snippet:dynamo-call
        Repo fresh = repo.with(Options.none().hint(DynamoCall.consistentRead()));
        long all = repo.with(Options.none().hint(DynamoCall.inSegments(4)))
                .count(from(ORDERS).allowScan());
        // end
        assertThat(fresh.get(ORDERS, "ann", 1L)).isPresent();
        assertThat(all).isEqualTo(4);
        // snippet:dynamo-enhanced
        DynamoDbTable<Order> table = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(client)
                .build()
                .table(
                        prefix + ".orders",
                        DynamoTableSchema.of(ORDERS.asSource(), Order.class, ORDERS::dumper, ORDERS::loader));
        Order order =
                table.getItem(Key.builder().partitionValue("ann").sortValue(1).build());
        // end
        assertThat(order.day()).isEqualTo(LocalDate.of(2024, 1, 2));
        // snippet:dynamo-expression
        Expression unsent = overClient.expression(
                from(ORDERS).where(ORDERS.status.ne("sent")).request());
        var open = table.scan(scan -> scan.filterExpression(unsent)).items();
        // end
        assertThat(open).hasSize(4);
        table.putItem(new Order("bob", 9L, "sent", null, BigDecimal.TEN, null));
        assertThat(repo.get(ORDERS, "bob", 9L).orElseThrow().total()).isEqualByComparingTo("10");
        overClient.storage(source).drop();
    }
}
