package dev.ectype.tck.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.spi.WriteOutcome.Written;
import dev.ectype.tck.sample.Paths;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A source of the adapter under test, and the rows that a test has put into it by {@link #holds}. */
public final class Table {
    private final Bench bench;
    private final Source source;
    private final List<Row> rows = new ArrayList<>();

    Table(Bench bench, Source source) {
        this.bench = bench;
        this.source = source;
    }

    /** Returns the source. */
    public Source source() {
        return source;
    }

    /** Returns the bench that made the table. */
    public Bench bench() {
        return bench;
    }

    /** Returns the adapter. */
    public Adapter adapter() {
        return bench.adapter();
    }

    /** Returns the rows that the test put here. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Returns every slot. */
    public List<Integer> slots() {
        return IntStream.range(0, source.layout().size()).boxed().toList();
    }

    /** Returns the path to a value; see {@link Paths#of}. */
    public FieldPath path(Object... steps) {
        return Paths.of(source.layout(), steps);
    }

    /** Returns the stored names of slots. */
    public List<String> sources(String... names) {
        return Arrays.stream(names)
                .map(name -> source.layout()
                        .slot(Paths.indexOf(source.layout(), name))
                        .source())
                .toList();
    }

    /** Returns a row of the values, in the order of the slots; those left out at the end are null. */
    public Row row(@Nullable Object... values) {
        @Nullable Object[] all = new Object[source.layout().size()];
        System.arraycopy(values, 0, all, 0, values.length);
        return Row.over(source.layout(), all);
    }

    /** Empties the table. */
    public void clear() {
        bench.recreate(source);
        rows.clear();
    }

    /** Inserts a row of the values and keeps it in mind. */
    public Row holds(@Nullable Object... values) {
        return holds(row(values));
    }

    /** Inserts a row and keeps it in mind. */
    public Row holds(Row row) {
        assertThat(insert(row)).as("insertion of %s", Texts.of(row)).isEqualTo(written(Effect.INSERTED));
        rows.add(row);
        return row;
    }

    /** Keeps a row in mind that the test has brought into the store otherwise. */
    public void remember(@Nullable Object... values) {
        rows.add(row(values));
    }

    /** Returns this table, taken to hold these rows and no others. */
    public Table seenAs(Row... expected) {
        Table seen = new Table(bench, source);
        seen.rows.addAll(List.of(expected));
        return seen;
    }

    /** Returns the outcome of a write that was asked to tell nothing. */
    public static WriteOutcome written(Effect effect) {
        return new Written(effect, Optional.empty());
    }

    /** Inserts a row. */
    public WriteOutcome insert(Row row) {
        return adapter().insert(insertion(row));
    }

    /** Returns the insertion of a row, which raises on a conflict. */
    public Insert insertion(Row row) {
        return insertion(row, OnConflict.raise());
    }

    /** Returns the insertion of a row. */
    public Insert insertion(Row row, OnConflict onConflict) {
        return new Insert(source, row, onConflict, List.of(), CallOptions.NONE);
    }

    /** Changes the row with that key. */
    public WriteOutcome update(Object key, Assignment... assignments) {
        return adapter().update(change(key, assignments));
    }

    /** Returns the change of the row with that key. */
    public Update change(Object key, Assignment... assignments) {
        return new Update(source, keyOf(key), List.of(assignments), List.of(), List.of(), CallOptions.NONE);
    }

    /** Returns the change of the row with that key under conditions. */
    public Update changeIf(Object key, List<Predicate> conditions, Assignment... assignments) {
        return new Update(source, keyOf(key), List.of(assignments), conditions, List.of(), CallOptions.NONE);
    }

    /** Removes the row with that key, if it meets the conditions. */
    public WriteOutcome delete(Object key, Predicate... conditions) {
        return adapter().delete(removal(key, conditions));
    }

    /** Returns the removal of the row with that key, if it meets the conditions. */
    public Delete removal(Object key, Predicate... conditions) {
        return new Delete(source, keyOf(key), List.of(conditions), List.of(), CallOptions.NONE);
    }

    /** A key of several values is given as a list of them. */
    private static List<Object> keyOf(Object key) {
        return key instanceof List<?> several ? List.copyOf(several) : List.of(key);
    }

    /** Returns the query for the rows that meet all conditions. */
    public QueryRequest request(Predicate... conjuncts) {
        return new QueryRequest(source, List.of(conjuncts), List.of(), Window.ALL);
    }

    /** Begins a query whose answer is checked. */
    public QueryCheck where(Predicate... conjuncts) {
        return new QueryCheck(this, request(conjuncts));
    }

    /** Begins a query for all rows in an order, whose answer is checked. */
    public QueryCheck orderedBy(Order... keys) {
        return where().orderedBy(keys);
    }

    /** Returns all rows that the store has, in any order, read without conditions. */
    public List<Row> stored() {
        return stored(adapter());
    }

    /** Returns all rows that the store has, as another adapter or a transaction sees them. */
    public List<Row> stored(Adapter seenBy) {
        return Cursors.drain(seenBy, seenBy.plan(request()).plan(), slots(), OptionalLong.empty())
                .rows();
    }

    /** Returns the row with that key, found by it. */
    public Optional<Row> find(Object key) {
        return find(adapter(), key);
    }

    /** Returns the row with that key, as another adapter or a transaction sees it. */
    public Optional<Row> find(Adapter seenBy, Object key) {
        List<Object> values = keyOf(key);
        Predicate[] conjuncts = IntStream.range(0, values.size())
                .mapToObj(i ->
                        Paths.equal(Paths.slot(source.layout(), source.key().get(i)), values.get(i)))
                .toArray(Predicate[]::new);
        List<Row> found = Cursors.drain(seenBy, seenBy.plan(request(conjuncts)).plan(), slots(), OptionalLong.empty())
                .rows();
        assertThat(found).as("rows with the key %s", values).hasSizeLessThanOrEqualTo(1);
        return found.stream().findFirst();
    }

    /** Returns a slot of the row with that key, which must be there. */
    public @Nullable Object stored(Object key, String slot) {
        Row row = find(key).orElseThrow(() -> new AssertionError("no row has the key " + key));
        return row.get(Paths.indexOf(source.layout(), slot));
    }

    /** Checks that the store has these rows and no others. */
    public void assertHolds(Row... expected) {
        assertThat(Texts.ofRows(stored()))
                .as("the rows of %s", source)
                .containsExactlyInAnyOrderElementsOf(Texts.ofRows(List.of(expected)));
    }

    /** Checks that the store has the rows that the test put here, and no others. */
    public void assertUnchanged() {
        assertHolds(rows.toArray(new Row[0]));
    }
}
