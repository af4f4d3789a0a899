package dev.ectype.adapter.mongo.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.mongo.MongoAdapter;
import dev.ectype.adapter.mongo.sample.RandomThings;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Assignment.Operation;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.ElementUpdate;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.change.RowChanges;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Elements that meet a condition are updated in one request as the toolkit means it, or not at all. */
class ElementUpdatesTest {
    private static final FieldPath PLACES = Things.path("places");
    private static final FieldPath CITY = Things.ofPlace("city");
    private static final FieldPath ZIP = Things.ofPlace("zip");
    private static final FieldPath TAGS = Things.ofPlace("tags");

    private final MongoAdapter adapter = MongoAdapter.over(TestServer.client(), TestServer.newDatabase());
    private final Source source = Things.source("things");

    private static Predicate compare(FieldPath path, Comparison comparison, Object value) {
        return new Predicate.Compare(path, comparison, Things.value(value, path.storage()));
    }

    private static Predicate equal(FieldPath path, Object value) {
        return compare(path, Comparison.EQ, value);
    }

    private static Assignment update(FieldPath list, Predicate condition, Assignment... changes) {
        return new Assignment(list, Operation.UPDATE_ELEMENTS, new ElementUpdate(condition, List.of(changes)));
    }

    private void insert(Row row) {
        adapter.insert(new Insert(source, row, OnConflict.raise(), List.of(), CallOptions.NONE));
    }

    private NativePlan ofId(int id) {
        Predicate isId = equal(Things.path("id"), id);
        return adapter.plan(new QueryRequest(source, List.of(isId), List.of(), Window.ALL))
                .plan();
    }

    private Object places(int id) {
        ScanSpec all = new ScanSpec(List.of(PLACES.slot()), OptionalLong.empty(), CallOptions.NONE);
        try (RowCursor cursor = adapter.scan(ofId(id), all)) {
            return Objects.requireNonNull(cursor.next()).get(PLACES.slot());
        }
    }

    private long updateAll(int id, Assignment... assignments) {
        return adapter.updateAll(ofId(id), List.of(assignments), CallOptions.NONE);
    }

    @Test
    void randomUpdatesOfElementsDoWhatTheyMean() {
        long seed = System.nanoTime();
        RandomThings things = new RandomThings(seed);
        for (int id = 0; id < 300; id++) {
            Row row = things.row(id).with(PLACES.slot(), things.value(PLACES.storage()));
            Assignment update = random(things);
            insert(row);
            assertThat(updateAll(id, update)).as("rows met, seed %d", seed).isEqualTo(1);
            assertThat(places(id))
                    .as("%s of %s, seed %d", update, row.get(PLACES.slot()), seed)
                    .isEqualTo(new RowChanges(List.of(update)).apply(row).get(PLACES.slot()));
        }
    }

    private static Assignment random(RandomThings things) {
        Predicate isCity = equal(CITY, things.value(Scalar.TEXT));
        Predicate isZip = equal(ZIP, things.value(Scalar.INT32));
        Assignment city = Assignment.set(CITY, things.value(Scalar.TEXT));
        Assignment zip = Assignment.set(ZIP, things.value(Scalar.INT32));
        Assignment tags = Assignment.set(TAGS, things.value(TAGS.storage()));
        return switch (things.below(4)) {
            case 0 -> update(PLACES, isCity, city, zip, tags);
            case 1 -> update(PLACES, isZip, zip, tags);
            case 2 -> update(PLACES, new Predicate.And(List.of(isZip, isCity)), tags, city);
            default -> update(PLACES, isZip, city);
        };
    }

    @Test
    void whatNoRealServerWasSeenToDoIsRefusedBeforeAnythingIsWritten() {
        Row row = new RandomThings(1).row(1).with(PLACES.slot(), List.of(Things.place("a", 1, null)));
        insert(row);
        Assignment set = Assignment.set(TAGS, List.of("x"));
        refused("equal to values", update(PLACES, compare(ZIP, Comparison.GE, 1), set));
        refused("equal to values", update(PLACES, new Predicate.Constant(true), set));
        refused("equal to values", update(PLACES, new Predicate.Or(List.of(equal(ZIP, 1), equal(CITY, "a"))), set));
        refused("without parts", update(PLACES, equal(TAGS, List.of("x")), set));
        refused("one value", update(PLACES, new Predicate.And(List.of(equal(ZIP, 1), equal(ZIP, 2))), set));
        refused("only set to values", update(PLACES, equal(ZIP, 1), Assignment.set(CITY, null)));
        refused("only set to values", update(PLACES, equal(ZIP, 1), new Assignment(ZIP, Operation.INCREMENT, 1)));
        refused(
                "only one changes at a time",
                update(
                        PLACES,
                        new Predicate.And(List.of(equal(ZIP, 1), equal(CITY, "a"))),
                        Assignment.set(ZIP, 2),
                        Assignment.set(CITY, "b")));
        FieldPath self = FieldPath.self(Scalar.INT32, false);
        refused("equal to values", update(Things.path("numbers"), equal(self, 1), Assignment.set(self, 2)));
        assertThat(places(1)).isEqualTo(row.get(PLACES.slot()));
    }

    private void refused(String why, Assignment update) {
        assertThatThrownBy(() -> updateAll(1, update))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(why);
    }
}
