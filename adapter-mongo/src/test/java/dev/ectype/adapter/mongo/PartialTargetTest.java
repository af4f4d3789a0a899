package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Source;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A conflict rule for a unique index that leaves rows out: what stands outside of the index is in nobody's way. The index
 * itself, which the embedded server does not know, is not created.
 */
class PartialTargetTest {
    private static final Source THINGS = Things.source(
            "things",
            new Source.Index(
                    "active_texts",
                    List.of(Things.path("text")),
                    true,
                    List.of(new Predicate.Compare(
                            Things.path("boolean"), Comparison.EQ, Things.value(true, Scalar.BOOLEAN)))));
    private static final List<Integer> TEXT = List.of(Things.LAYOUT.indexOfSource("text"));
    private static final OnConflict KEEP = new OnConflict.Keep(TEXT);
    private static final OnConflict CHANGE =
            new OnConflict.Change(TEXT, List.of(Assignment.set(Things.path("int32"), 5)), List.of());

    private final MongoAdapter adapter = MongoAdapter.over(TestServer.client(), TestServer.newDatabase());

    private Effect insert(int id, boolean active, OnConflict onConflict) {
        WriteOutcome outcome = adapter.insert(new Insert(
                THINGS,
                Things.row(id, Map.of("text", "a", "boolean", active)),
                onConflict,
                List.of(),
                CallOptions.NONE));
        return ((WriteOutcome.Written) outcome).effect();
    }

    @BeforeEach
    void insertOneThatIsOutside() {
        insert(1, false, OnConflict.raise());
    }

    @Test
    void whatStandsOutsideIsInNobodysWay() {
        assertThat(insert(2, true, KEEP)).isEqualTo(Effect.INSERTED);
        assertThat(insert(3, true, KEEP)).isEqualTo(Effect.UNCHANGED);
        assertThat(insert(4, true, CHANGE)).isEqualTo(Effect.UPDATED);
    }

    @Test
    void whatIsInsertedOutsideClashesWithNone() {
        insert(2, true, KEEP);
        assertThat(insert(3, false, KEEP)).isEqualTo(Effect.INSERTED);
        assertThat(insert(4, false, CHANGE)).isEqualTo(Effect.INSERTED);
    }
}
