package dev.ectype.tck.write;

import static dev.ectype.tck.sample.Conditions.isNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.spi.Assignment;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.harness.Texts;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Extremes;
import dev.ectype.tck.sample.Samples;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.ListOf;
import dev.ectype.types.stored.Storage.MapOf;
import dev.ectype.types.stored.Storage.Scalar;
import dev.ectype.types.stored.Storage.SetOf;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values come back as they went: of every kind, at every depth, inserted or set. */
public abstract class RoundTripContract extends ContractTest {

    /** Inserts the value, and sets it in a row that had another and in one that had none. */
    private static void assertKept(Table kept, Object value) {
        kept.clear();
        kept.holds("inserted", value);
        kept.holds("set");
        assertThat(kept.update("set", Assignment.set(kept.path("value"), value)))
                .isInstanceOf(WriteOutcome.Written.class);
        for (String key : List.of("inserted", "set")) {
            Object stored = kept.stored(key, "value");
            assertThat(Texts.of(stored)).as("%s, %s", Texts.of(value), key).isEqualTo(Texts.of(value));
            assertThat(stored).isNotNull();
        }
        kept.update("inserted", Assignment.set(kept.path("value"), null));
        assertThat(kept.stored("inserted", "value")).isNull();
    }

    @ParameterizedTest(name = "R1 {0} values come back as they went, at their extremes too")
    @EnumSource(
            value = Scalar.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ANY"})
    void scalarsComeBack(Scalar kind) {
        Table kept = bench().table(Sources.holding(kind));
        for (Object value : Extremes.of(kind, bench().profile())) {
            assertKept(kept, value);
        }
    }

    @ParameterizedTest(name = "R2 lists of {0} come back in their order")
    @EnumSource(
            value = Scalar.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ANY"})
    void listsComeBackInOrder(Scalar kind) {
        bench().needs(Capability.LISTS);
        Table kept = bench().table(Sources.holding(new ListOf(kind)));
        List<Object> values = Extremes.of(kind, bench().profile());
        assertKept(kept, values);
        assertKept(kept, List.of(values.get(0)));
        assertKept(kept, List.of(values.get(0), values.get(0), values.get(1), values.get(0)));
    }

    @Test
    @DisplayName("R3 sets come back with each element once, of numbers, texts and bytes")
    void setsComeBack() {
        bench().needs(Capability.SETS);
        assertKept(bench().table(Sources.holding(new SetOf(Scalar.TEXT))), Set.of("a", "A", "\u00e9"));
        assertKept(bench().table(Sources.holding(new SetOf(Scalar.INT32))), Set.of(1, -5, 10));
        assertKept(
                bench().table(Sources.holding(new SetOf(Scalar.DECIMAL))),
                Set.of(new BigDecimal("1.5"), new BigDecimal("2")));
        assertKept(bench().table(Sources.holding(new SetOf(Scalar.UUID))), Set.of(new UUID(0, 1), new UUID(-1, 2)));
        assertKept(
                bench().table(Sources.holding(new SetOf(Scalar.DATE))),
                Set.of(LocalDate.of(2024, 1, 31), LocalDate.of(2024, 2, 1)));
    }

    @Test
    @DisplayName("R4 maps come back with every key, dots, dollars and the empty one included")
    void mapsComeBack() {
        bench().needs(Capability.MAPS);
        Table kept = bench().table(Sources.holding(new MapOf(Scalar.INT32)));
        assertKept(kept, Map.of("a", 1, "A", 2, "a.b", 3, "$set", 4, "with space", 5, "\u00e9", 6, "\\", 7, "#k", 8));
        assertKept(bench().table(Sources.holding(new MapOf(new ListOf(Scalar.TEXT)))), Map.of("a", List.of("x", "y")));
        if (bench().claims(Capability.EMPTY_TEXT)) {
            assertKept(kept, Map.of("", 9));
        }
    }

    @Test
    @DisplayName("R5 embedded records come back, with what they lack and what is embedded in them")
    void embeddedRecordsComeBack() {
        Table orders = Filled.orders(bench());
        orders.assertUnchanged();
        orders.update(
                "o4",
                Assignment.set(orders.path("address"), orders.rows().get(0).get(1)));
        orders.update(
                "o2", Assignment.set(orders.path("lines"), orders.rows().get(2).get(2)));
        assertThat(Texts.of(orders.stored("o4", "address")))
                .isEqualTo(Texts.of(orders.rows().get(0).get(1)));
        assertThat(Texts.of(orders.stored("o2", "lines")))
                .isEqualTo(Texts.of(orders.rows().get(2).get(2)));
    }

    @Test
    @DisplayName("R6 an embedded record comes back in the layout of its kind")
    void embeddedRecordsComeBackInTheirLayout() {
        Table orders = Filled.orders(bench());
        Row address = (Row) Objects.requireNonNull(orders.stored("o1", "address"));
        assertThat(address.layout()).isSameAs(Sources.address());
        assertThat(((Row) Objects.requireNonNull(address.get(3))).layout()).isSameAs(Sources.geo());
    }

    @Test
    @DisplayName("R13 values of every kind come back from inside an embedded record, dumped and loaded once")
    void everyKindComesBackFromInside() {
        bench().needs(Capability.EMBEDDED);
        List<Layout.Slot> slots = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Scalar kind : Samples.kinds()) {
            slots.add(Sources.slot(kind.name().toLowerCase(Locale.ROOT), kind));
            values.add(Samples.ascending(kind).get(1));
        }
        Layout layout = new Layout(slots);
        assertKept(bench().table(Sources.holding(Sources.embedded(layout))), Row.over(layout, values.toArray()));
    }

    @Test
    @DisplayName("R7 records of several kinds come back as the kind that they were")
    void recordsOfSeveralKindsComeBack() {
        bench().needs(Capability.ONE_OF);
        Storage.OneOf figure = Sources.figure();
        Table drawings = bench().table(Sources.drawings());
        Row circle = figure(figure, "circle", 5, "c");
        Row square = figure(figure, "square", null, 7);
        drawings.holds("d1", circle);
        drawings.holds("d2", square);
        drawings.holds("d3");
        drawings.assertUnchanged();
        assertThat(((Row) Objects.requireNonNull(drawings.stored("d2", "figure"))).layout())
                .isSameAs(figure.layout("square"));
        drawings.update("d1", Assignment.set(drawings.path("figure"), square));
        assertThat(Texts.of(drawings.stored("d1", "figure"))).isEqualTo(Texts.of(square));
    }

    private static Row figure(Storage.OneOf figure, String kind, @Nullable Object... values) {
        Layout layout = Objects.requireNonNull(figure.layout(kind));
        return Row.over(layout, values);
    }

    @Test
    @DisplayName("R8 values of any kind come back with their kind, at every depth")
    void valuesOfAnyKindComeBack() {
        bench().needs(Capability.ANY_VALUES);
        Table kept = bench().table(Sources.holding(Scalar.ANY));
        List<Object> values = List.of(
                "text",
                "2024-01-31",
                "5",
                5,
                5L,
                new BigInteger("12345678901234567890"),
                5.5,
                new BigDecimal("5.50"),
                true,
                LocalDate.of(2024, 1, 31),
                Instant.parse("2024-01-31T23:59:59.999999Z"),
                new UUID(1, 2),
                new byte[] {1, -1},
                List.of("a", 1, 2L, List.of(true)),
                Map.of("a", Map.of("b.c", List.of(1, "x"))));
        values.forEach(value -> assertKept(kept, value));
    }

    @Test
    @DisplayName("R9 empty lists, sets and maps come back empty, inserted or set, and are not null")
    void emptyCollectionsComeBackEmpty() {
        bench().needs(Capability.EMPTY_COLLECTIONS, Capability.LISTS, Capability.SETS, Capability.MAPS);
        assertEmptyKept(new ListOf(Scalar.TEXT), List.of());
        assertEmptyKept(new ListOf(Scalar.INT32), List.of());
        assertEmptyKept(new SetOf(Scalar.TEXT), Set.of());
        assertEmptyKept(new SetOf(Scalar.INT32), Set.of());
        assertEmptyKept(new MapOf(Scalar.TEXT), Map.of());
    }

    private void assertEmptyKept(Storage storage, Object empty) {
        Table kept = bench().table(Sources.holding(storage));
        assertKept(kept, empty);
        kept.clear();
        if (bench().claims(Capability.UPSERT_CHANGE)) {
            assertKeptByUpsert(kept, empty);
        }
        kept.holds("empty", empty);
        kept.holds("none");
        assertThat(kept.where(isNull(kept.path("value"))).check()).hasSize(1);
    }

    private static void assertKeptByUpsert(Table kept, Object empty) {
        OnConflict change =
                new OnConflict.Change(List.of(), List.of(Assignment.set(kept.path("value"), empty)), List.of());
        kept.holds("upserted");
        kept.adapter().insert(kept.insertion(kept.row("upserted"), change));
        assertThat(Texts.of(kept.stored("upserted", "value"))).isEqualTo(Texts.of(empty));
        kept.clear();
    }

    @Test
    @DisplayName("R10 an empty text comes back empty, inserted or set, and is not null")
    void emptyTextComesBackEmpty() {
        bench().needs(Capability.EMPTY_TEXT);
        Table kept = bench().table(Sources.holding(Scalar.TEXT));
        assertKept(kept, "");
        kept.clear();
        kept.holds("empty", "");
        kept.holds("none");
        assertThat(kept.where(isNull(kept.path("value"))).check()).hasSize(1);
    }

    @Test
    @DisplayName("R11 nulls in lists and maps come back where they were")
    void nullElementsComeBack() {
        bench().needs(Capability.NULL_ELEMENTS, Capability.MAPS);
        assertKept(bench().table(Sources.holding(new ListOf(Scalar.TEXT))), Arrays.asList("a", null, "b", null));
        Map<String, Object> map = new HashMap<>();
        map.put("a", 1);
        map.put("b", null);
        assertKept(bench().table(Sources.holding(new MapOf(Scalar.INT32))), map);
    }

    @Test
    @DisplayName("R12 lists in lists and lists in maps come back")
    void nestedCollectionsComeBack() {
        bench().needs(Capability.LISTS, Capability.MAPS, Capability.EMPTY_COLLECTIONS);
        Table nested = bench().table(Sources.holding(new ListOf(new ListOf(Scalar.INT32))));
        assertKept(nested, List.of(List.of(1, 2), List.of(), List.of(3)));
        Table mapped = bench().table(Sources.holding(new MapOf(new MapOf(Scalar.DECIMAL))));
        assertKept(mapped, Map.of("a", Map.of("b", new BigDecimal("1.5")), "c", Map.of()));
    }
}
