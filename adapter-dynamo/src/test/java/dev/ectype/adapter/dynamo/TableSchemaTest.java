package dev.ectype.adapter.dynamo;

import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.query.Query.from;
import static dev.ectype.types.Types.decimal;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.listOf;
import static dev.ectype.types.Types.mapOf;
import static dev.ectype.types.Types.setOf;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.dynamo.mapping.DynamoIndex;
import dev.ectype.adapter.dynamo.mapping.DynamoTable;
import dev.ectype.adapter.dynamo.server.TestServer;
import dev.ectype.error.MappingException;
import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import dev.ectype.repo.call.Options;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import dev.ectype.spi.QueryRequest;
import dev.ectype.types.LoadException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** A schema in the hands of the Enhanced Client, and the same items in ours. */
class TableSchemaTest {

    /** A book. */
    public record Book(
            String shelf,
            Integer place,
            @Nullable String title,
            @Nullable BigDecimal price,
            @Nullable List<String> authors,
            @Nullable Set<Integer> marks,
            @Nullable Map<String, Integer> lent) {}

    static final class Books extends Schema<Book> {
        static final Books BOOKS = new Books();
        final Column<Book, String> shelf = field("shelf", string(), primaryKey());
        final Column<Book, Integer> place = field("place", integer(), primaryKey());
        final Column<Book, String> title = field("title", string());
        final Column<Book, BigDecimal> price = field("price", decimal());
        final Column<Book, List<String>> authors = field("authors", listOf(string()));
        final Column<Book, Set<Integer>> marks = field("marks", setOf(integer()));
        final Column<Book, Map<String, Integer>> lent = field("lent", mapOf(integer()));

        {
            index(title, price);
            index(shelf, price);
            hint(DynamoTable.USUAL.index(DynamoIndex.local("books_shelf_price_index")));
        }

        private Books() {
            super(Book.class, "books");
        }
    }

    private static final Books BOOKS = Books.BOOKS;
    private static final Book FULL =
            new Book("a", 1, "Ubik", new BigDecimal("7.5"), List.of("Dick", ""), Set.of(3), Map.of("", 1, "%x", 2));
    private static final Book BARE = new Book("a", 2, null, null, null, null, null);
    private static final Book EMPTY = new Book("a", 3, "t", BigDecimal.ONE, List.of(), Set.of(), Map.of());

    private final String prefix = TestServer.newPrefix();
    private final DynamoAdapter adapter = DynamoAdapter.over(TestServer.client());
    private final Repo repo = Repo.over(adapter).withDefaults(Options.none().prefix(prefix));
    private final TableSchema<Book> schema =
            DynamoTableSchema.of(BOOKS.asSource(), Book.class, BOOKS::dumper, BOOKS::loader);
    private final DynamoDbTable<Book> table = DynamoDbEnhancedClient.builder()
            .dynamoDbClient(TestServer.client())
            .build()
            .table(prefix + ".books", schema);

    @BeforeEach
    void create() {
        adapter.storage(BOOKS.asSource(Optional.of(prefix))).create();
    }

    @AfterEach
    void drop() {
        adapter.storage(BOOKS.asSource(Optional.of(prefix))).drop();
    }

    @Test
    void whatTheEnhancedClientWritesIsReadHere() {
        List.of(FULL, BARE).forEach(table::putItem);
        assertThat(repo.all(from(BOOKS).where(BOOKS.shelf.eq("a")).orderBy(BOOKS.place.asc())))
                .containsExactly(FULL, BARE);
        table.updateItem(new Book("a", 2, "Valis", null, List.of(), null, null));
        assertThat(repo.get(BOOKS, "a", 2).orElseThrow().title()).isEqualTo("Valis");
        table.deleteItem(Key.builder().partitionValue("a").sortValue(1).build());
        assertThat(repo.get(BOOKS, "a", 1)).isEmpty();
    }

    @Test
    void whatIsWrittenHereIsReadByTheEnhancedClient() {
        List.of(FULL, BARE, EMPTY).forEach(book -> repo.insertOrThrow(BOOKS.change(book)));
        for (Book book : List.of(FULL, BARE, EMPTY)) {
            assertThat(table.getItem(Key.builder()
                            .partitionValue("a")
                            .sortValue(book.place())
                            .build()))
                    .isEqualTo(book);
        }
        assertThat(table.scan().items()).hasSize(3);
    }

    @Test
    void theEnhancedClientKnowsTheIndexes() {
        List.of(FULL, BARE).forEach(table::putItem);
        assertThat(table.index("books_title_price_index")
                        .query(QueryConditional.keyEqualTo(
                                Key.builder().partitionValue("Ubik").build())))
                .flatMap(page -> page.items())
                .containsExactly(FULL);
        assertThat(table.index("books_shelf_price_index")
                        .query(QueryConditional.sortGreaterThan(
                                Key.builder().partitionValue("a").sortValue(7).build())))
                .flatMap(page -> page.items())
                .containsExactly(FULL);
        assertThat(schema.attributeNames())
                .containsExactly("shelf", "place", "title", "price", "authors", "marks", "lent");
        assertThat(schema.itemType().rawClass()).isEqualTo(Book.class);
        assertThat(schema.isAbstract()).isFalse();
    }

    @Test
    void nullsAreLeftOutOrWrittenAsTheEnhancedClientAsks() {
        assertThat(schema.itemToMap(BARE, true)).containsOnlyKeys("shelf", "place");
        assertThat(schema.itemToMap(BARE, false)).hasSize(7).containsEntry("title", AttributeValue.fromNul(true));
        assertThat(schema.itemToMap(FULL, List.of("title", "nowhere"))).containsOnlyKeys("title");
        assertThat(schema.attributeValue(FULL, "price")).isEqualTo(AttributeValue.fromN("7.5"));
        assertThat(schema.attributeValue(BARE, "price")).isNull();
    }

    @Test
    void whatDoesNotFitIsSaidWithItsPlace() {
        Map<String, AttributeValue> item = Map.of(
                "shelf", AttributeValue.fromS("a"),
                "place", AttributeValue.fromN("1"),
                "authors", AttributeValue.fromL(List.of(AttributeValue.fromS("x"), AttributeValue.fromN("5"))));
        assertThatThrownBy(() -> schema.mapToItem(item))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("expected text")
                .hasMessageContaining("[authors, 1]");
        Book tooLong = new Book("a", 1, null, new BigDecimal("1." + "2".repeat(38)), null, null, null);
        assertThatThrownBy(() -> schema.itemToMap(tooLong, true))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("at most 38 digits")
                .hasMessageContaining("price");
    }

    @Test
    void conditionsAreExpressionsOfTheEnhancedClient() {
        List.of(FULL, BARE, EMPTY).forEach(table::putItem);
        Query<Book> query = from(BOOKS).where(BOOKS.price.ne(BigDecimal.ONE).or(BOOKS.title.startsWith("t")));
        Expression expression = adapter.expression(query.request());
        assertThat(table.scan(scan -> scan.filterExpression(expression)).items())
                .containsExactlyInAnyOrder(FULL, EMPTY);
        assertThat(expression.expression()).doesNotContain("price", "title");
        assertThat(expression.expressionNames()).containsValues("price", "title");
        Expression gone =
                adapter.expression(from(BOOKS).where(BOOKS.title.isNull().not()).request());
        Book other = new Book("a", 2, "Valis", null, null, null, null);
        assertThatThrownBy(() -> table.putItem(put -> put.item(other).conditionExpression(gone)))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void whatHasNoExpressionIsRefused() {
        QueryRequest both = from(BOOKS)
                .where(BOOKS.title
                        .endsWith("k")
                        .and(BOOKS.price.add(BigDecimal.ONE).gt(BigDecimal.TEN)))
                .request();
        assertThatThrownBy(() -> adapter.expression(both))
                .isInstanceOf(UnsupportedQueryException.class)
                .hasMessageContaining("does not test how a text ends")
                .hasMessageContaining("computes nothing");
        assertThatThrownBy(() -> adapter.expression(from(BOOKS).request()))
                .isInstanceOf(UnsupportedQueryException.class)
                .hasMessageContaining("all items meet it");
        assertThatThrownBy(() -> adapter.expression(
                        from(BOOKS).where(BOOKS.title.in(List.of())).request()))
                .isInstanceOf(UnsupportedQueryException.class)
                .hasMessageContaining("none does");
    }
}
