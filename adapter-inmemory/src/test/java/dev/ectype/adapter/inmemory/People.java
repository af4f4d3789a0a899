package dev.ectype.adapter.inmemory;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** A source of people and short ways to ask for them. */
final class People {
    static final Layout ADDRESS = new Layout(
            List.of(new Layout.Slot("city", "city", Scalar.TEXT), new Layout.Slot("zip", "postal_code", Scalar.INT32)));
    static final Layout LAYOUT = new Layout(List.of(
            new Layout.Slot("id", "id", Scalar.INT32),
            new Layout.Slot("name", "cn", Scalar.TEXT),
            new Layout.Slot("age", "age", Scalar.INT32),
            new Layout.Slot("email", "mail", Scalar.TEXT),
            new Layout.Slot("address", "address", new Storage.Embedded(() -> ADDRESS)),
            new Layout.Slot("tags", "tags", new Storage.ListOf(Scalar.TEXT)),
            new Layout.Slot("extra", "extra", new Storage.MapOf(Scalar.ANY))));
    static final FieldPath ID = path(0);
    static final FieldPath NAME = path(1);
    static final FieldPath AGE = path(2);
    static final FieldPath EMAIL = path(3);
    static final FieldPath TAGS = path(5);
    static final FieldPath CITY = new FieldPath(
            List.of(new FieldPath.Slot("address", "address", 4), new FieldPath.Slot("city", "city", 0)),
            Scalar.TEXT,
            false);
    static final Source PEOPLE = source(
            new Source.Index("people_age", List.of(AGE), false),
            new Source.Index("people_name_age", List.of(NAME, AGE), false),
            new Source.Index("people_email", List.of(EMAIL), true),
            new Source.Index("people_city", List.of(CITY), false));

    /** The same, with indexes that know no order. */
    static final Source HASHED = withHint(TableOptions.hashed()
            .withHashedIndex("people_age")
            .withHashedIndex("people_email")
            .withHashedIndex("people_name_age"));

    private People() {}

    static Source source(Source.Index... indexes) {
        return new Source("people", Optional.empty(), LAYOUT, List.of(0), List.of(indexes), List.of());
    }

    static Source withHint(Object hint) {
        return new Source("people", Optional.empty(), LAYOUT, List.of(0), PEOPLE.indexes(), List.of(hint));
    }

    private static FieldPath path(int slot) {
        Layout.Slot found = LAYOUT.slot(slot);
        return new FieldPath(List.of(new FieldPath.Slot(found.name(), found.source(), slot)), found.storage(), false);
    }

    static Row person(Object id, Object name, Object age, Object email) {
        return Row.over(LAYOUT, new Object[] {id, name, age, email, null, null, null});
    }

    static Row living(Row person, String city) {
        return person.with(4, Row.over(ADDRESS, new Object[] {city, null}));
    }

    static WriteOutcome insert(Adapter adapter, Source source, Row row) {
        return insert(adapter, source, row, OnConflict.raise());
    }

    static WriteOutcome insert(Adapter adapter, Source source, Row row, OnConflict onConflict) {
        return adapter.insert(new Insert(source, row, onConflict, List.of(0), CallOptions.NONE));
    }

    static WriteOutcome update(Adapter adapter, Object id, Assignment... assignments) {
        return update(adapter, id, List.of(), assignments);
    }

    static WriteOutcome update(Adapter adapter, Object id, List<Predicate> conditions, Assignment... assignments) {
        return adapter.update(
                new Update(PEOPLE, List.of(id), List.of(assignments), conditions, List.of(0), CallOptions.NONE));
    }

    static WriteOutcome delete(Adapter adapter, Object id, Predicate... conditions) {
        return adapter.delete(new Delete(PEOPLE, List.of(id), List.of(conditions), List.of(0), CallOptions.NONE));
    }

    static Row get(Adapter adapter, Object id) {
        List<Row> rows = rows(adapter, PEOPLE, compare(ID, Comparison.EQ, id));
        return rows.isEmpty() ? null : rows.get(0);
    }

    static Predicate compare(FieldPath path, Comparison comparison, Object value) {
        return new Predicate.Compare(path, comparison, value(path, value));
    }

    static Predicate in(FieldPath path, Object... values) {
        return new Predicate.In(
                path,
                IntStream.range(0, values.length)
                        .mapToObj(i -> value(path, values[i]))
                        .toList());
    }

    static Value value(FieldPath path, Object value) {
        return new Value(value, path.storage(), false);
    }

    static Predicate startsWith(FieldPath path, String prefix) {
        return new Predicate.Text(path, Predicate.Text.Match.STARTS_WITH, value(path, prefix), false);
    }

    static QueryRequest query(Source source, Predicate... conjuncts) {
        return new QueryRequest(source, List.of(conjuncts), List.of(), Window.ALL);
    }

    static QueryRequest ordered(QueryRequest query, Window window, Order... order) {
        return new QueryRequest(query.source(), query.conjuncts(), List.of(order), window);
    }

    static List<Row> rows(Adapter adapter, Source source, Predicate... conjuncts) {
        return rows(adapter, query(source, conjuncts));
    }

    static List<Row> rows(Adapter adapter, QueryRequest query) {
        return rows(adapter, adapter.plan(query).plan());
    }

    static List<Row> rows(Adapter adapter, NativePlan plan) {
        List<Row> rows = new ArrayList<>();
        try (RowCursor cursor = adapter.scan(plan, everything())) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    static ScanSpec everything() {
        return new ScanSpec(IntStream.range(0, LAYOUT.size()).boxed().toList(), OptionalLong.empty(), CallOptions.NONE);
    }

    static List<Object> ids(List<Row> rows) {
        return rows.stream().map(row -> row.get(0)).toList();
    }
}
