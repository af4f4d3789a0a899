package dev.ectype.adapter.ldap;

import dev.ectype.adapter.ldap.mapping.LdapColumn;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
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
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Layout.Slot;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.ListOf;
import dev.ectype.types.stored.Storage.Scalar;
import dev.ectype.types.stored.Storage.SetOf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A source with a column of every kind, and short ways to say what tests say often. */
final class Things {
    static final Layout ADDRESS =
            new Layout(List.of(new Slot("city", "city", Scalar.TEXT), new Slot("zip", "zip", Scalar.INT32)));
    static final Layout LAYOUT = new Layout(List.of(
            new Slot("key", "etKey", Scalar.TEXT),
            new Slot("text", "etText", Scalar.TEXT),
            new Slot("exact", "etExact", Scalar.TEXT),
            new Slot("ignore", "etIgnore", Scalar.TEXT),
            new Slot("number", "etNumber", Scalar.INT32),
            new Slot("numbers", "etNumbers", new SetOf(Scalar.INT64)),
            new Slot("tags", "etTags", new ListOf(Scalar.TEXT)),
            new Slot("time", "etTime", Scalar.INSTANT),
            new Slot("date", "etDate", Scalar.DATE),
            new Slot("uuid", "etUuid", Scalar.UUID),
            new Slot("bool", "etBool", Scalar.BOOLEAN),
            new Slot("bytes", "etBytes", Scalar.BINARY),
            new Slot("decimal", "etDecimal", Scalar.DECIMAL),
            new Slot("address", "etJson", new Storage.Embedded(() -> ADDRESS)),
            new Slot("names", "etNames", new SetOf(Scalar.TEXT))));

    static final LdapMapping MAPPING = LdapMapping.of("etThing")
            .column("etTags", LdapColumn.PLAIN.inSortedValues())
            .column("etJson", LdapColumn.PLAIN.inJson());

    private Things() {}

    static Source source() {
        return source(MAPPING);
    }

    static Source source(Object... hints) {
        return new Source(
                "things",
                Optional.empty(),
                LAYOUT,
                List.of(0),
                List.of(new Source.Index("things_number", List.of(path("number")), false)),
                List.of(hints));
    }

    static int slot(String name) {
        return IntStream.range(0, LAYOUT.size())
                .filter(i -> LAYOUT.slot(i).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static FieldPath path(String name) {
        return path(LAYOUT, slot(name));
    }

    static FieldPath path(Layout layout, int index) {
        Slot slot = layout.slot(index);
        return new FieldPath(List.of(new FieldPath.Slot(slot.name(), slot.source(), index)), slot.storage(), false);
    }

    static Value value(Object value, Storage storage) {
        return new Value(value, storage, false);
    }

    /** Returns a row with a key and with values given as name, value, name, value. */
    static Row row(String key, @Nullable Object... named) {
        @Nullable Object[] values = new @Nullable Object[LAYOUT.size()];
        values[0] = key;
        for (int i = 0; i < named.length; i += 2) {
            values[slot(String.valueOf(named[i]))] = named[i + 1];
        }
        return Row.over(LAYOUT, values);
    }

    static List<Integer> allSlots(Layout layout) {
        return IntStream.range(0, layout.size()).boxed().toList();
    }

    static WriteOutcome insert(Adapter adapter, Source source, Row row) {
        return adapter.insert(new Insert(source, row, OnConflict.raise(), List.of(), CallOptions.NONE));
    }

    static WriteOutcome update(
            Adapter adapter, Source source, Object key, List<Predicate> conditions, Assignment... assignments) {
        return adapter.update(
                new Update(source, List.of(key), Arrays.asList(assignments), conditions, List.of(0), CallOptions.NONE));
    }

    static WriteOutcome delete(Adapter adapter, Source source, Object key, Predicate... conditions) {
        return adapter.delete(new Delete(source, List.of(key), Arrays.asList(conditions), List.of(), CallOptions.NONE));
    }

    static Assignment set(String name, @Nullable Object value) {
        return Assignment.set(path(name), value);
    }

    static PushDown plan(Adapter adapter, Source source, Predicate... conjuncts) {
        return adapter.plan(new QueryRequest(source, Arrays.asList(conjuncts), List.of(), Window.ALL));
    }

    static PushDown plan(Adapter adapter, Source source, List<Predicate> where, List<Order> order, Window window) {
        return adapter.plan(new QueryRequest(source, where, order, window));
    }

    static List<Row> rows(Adapter adapter, Source source, PushDown plan) {
        List<Row> rows = new ArrayList<>();
        try (RowCursor cursor = adapter.scan(plan.plan(), everything(source))) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
            if (cursor.end() != RowCursor.End.EXHAUSTED && cursor.end() != RowCursor.End.WINDOW) {
                throw new IllegalStateException("ended by " + cursor.end());
            }
        }
        return rows;
    }

    static ScanSpec everything(Source source) {
        return new ScanSpec(allSlots(source.layout()), OptionalLong.empty(), CallOptions.NONE);
    }

    static @Nullable Row get(Adapter adapter, Source source, String key) {
        Predicate byKey = new Predicate.Compare(path(source.layout(), 0), Comparison.EQ, value(key, Scalar.TEXT));
        List<Row> rows = rows(adapter, source, plan(adapter, source, byKey));
        return rows.isEmpty() ? null : rows.get(0);
    }
}
