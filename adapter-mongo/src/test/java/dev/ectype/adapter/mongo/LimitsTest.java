package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is larger or deeper than MongoDB takes is refused, and nothing of it is done. */
class LimitsTest {
    private static final String LARGE = "x".repeat(17 << 20);
    private static final int DEEP = 1_500;

    private final Source source = Things.source("things");
    private final String database = TestServer.newDatabase();
    private final MongoAdapter adapter = MongoAdapter.over(TestServer.client(), database);

    private Insert insertion(int id, Map<String, ?> values, OnConflict onConflict) {
        return new Insert(source, Things.row(id, values), onConflict, List.of(), CallOptions.NONE);
    }

    private Insert insertion(int id, Map<String, ?> values) {
        return insertion(id, values, OnConflict.raise());
    }

    private Update update(Assignment change) {
        return new Update(source, List.of(1), List.of(change), List.of(), List.of(), CallOptions.NONE);
    }

    private static NativePlan plan(MongoAdapter adapter, Source source, Predicate... conditions) {
        return adapter.plan(new QueryRequest(source, List.of(conditions), List.of(), Window.ALL))
                .plan();
    }

    private long stored() {
        return TestServer.client().getDatabase(database).getCollection("things").countDocuments();
    }

    private static Object nested(int levels) {
        Object value = 1;
        for (int i = 0; i < levels; i++) {
            value = i % 2 == 0 ? Map.of("a", value) : List.of(value);
        }
        return value;
    }

    @Test
    void whatIsTooLargeIsNotDone() {
        adapter.insert(insertion(1, Map.of("text", "a")));
        Assignment grow = Assignment.set(Things.path("text"), LARGE);
        Predicate isLarge = new Predicate.Compare(Things.path("text"), Comparison.EQ, Things.value(LARGE, Scalar.TEXT));
        List<Supplier<?>> calls = List.of(
                () -> adapter.insert(insertion(2, Map.of("text", LARGE))),
                () -> adapter.insert(insertion(2, Map.of("text", LARGE), new OnConflict.Keep(List.of()))),
                () -> adapter.insert(
                        insertion(1, Map.of("text", "b"), new OnConflict.Change(List.of(), List.of(grow), List.of()))),
                () -> adapter.update(update(grow)),
                () -> adapter.updateAll(plan(adapter, source), List.of(grow), CallOptions.NONE),
                () -> adapter.deleteAll(plan(adapter, source, isLarge), CallOptions.NONE),
                () -> adapter.scan(
                        plan(adapter, source, isLarge),
                        new ScanSpec(List.of(0), OptionalLong.empty(), CallOptions.NONE)));
        for (Supplier<?> call : calls) {
            StoreException failure = catchThrowableOfType(StoreException.class, call::get);
            assertThat(failure).hasMessageContaining("16 MB");
            assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.NOT_DONE);
            assertThat(failure.retryable()).isFalse();
            assertThat(stored()).isEqualTo(1);
        }
    }

    @Test
    void aRowThatIsTooLargeDoesNotKeepOthersFromBeingInserted() {
        List<WriteOutcome> outcomes = adapter.insertAll(List.of(
                insertion(1, Map.of("text", "a")),
                insertion(2, Map.of("text", LARGE)),
                insertion(3, Map.of("any", nested(DEEP))),
                insertion(4, Map.of("text", "b"))));
        assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Written.class);
        assertThat(outcomes.get(3)).isInstanceOf(WriteOutcome.Written.class);
        for (WriteOutcome refused : outcomes.subList(1, 3)) {
            assertThat(((WriteOutcome.Failed) refused).failure().outcome()).isEqualTo(StoreException.Outcome.NOT_DONE);
        }
        assertThat(((WriteOutcome.Failed) outcomes.get(1)).failure().getCause())
                .hasMessageContaining("at most 16777216 bytes");
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void whatIsNestedTooDeeplyIsRefusedByName() {
        Row deep = Things.row(1, Map.of("any", nested(DEEP)));
        adapter.insert(insertion(1, Map.of("any", nested(90))));
        List<Supplier<?>> calls = List.of(
                () -> adapter.insert(new Insert(source, deep, OnConflict.raise(), List.of(), CallOptions.NONE)),
                () -> adapter.insert(
                        new Insert(source, deep, new OnConflict.Keep(List.of()), List.of(), CallOptions.NONE)),
                () -> adapter.update(update(Assignment.set(Things.path("any"), nested(DEEP)))));
        for (Supplier<?> call : calls) {
            assertThatThrownBy(call::get).isInstanceOf(MappingException.class).hasMessageContaining("100 levels");
        }
    }

    @Test
    void aPrefixThatIsNoNameOfADatabaseIsRefusedByName() {
        Source elsewhere =
                new Source("things", Optional.of("no.name"), source.layout(), source.key(), List.of(), List.of());
        assertThatThrownBy(() -> adapter.insert(new Insert(
                        elsewhere, Things.row(1, Map.of()), OnConflict.raise(), List.of(), CallOptions.NONE)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("no.name");
    }
}
