package dev.ectype.tck.claim;

import dev.ectype.spi.Source;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.harness.Texts;
import dev.ectype.tck.profile.Capability;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A value that takes a capability to keep it.
 *
 * @param capability which
 * @param source a source with a place for it
 * @param value the value of the slot after the key
 */
record ValueSample(Capability capability, Source source, Object value) {

    static List<ValueSample> all() {
        List<ValueSample> samples = new ArrayList<>(structures());
        samples.add(of(Capability.EMPTY_TEXT, Scalar.TEXT, ""));
        samples.add(of(Capability.EMPTY_COLLECTIONS, new ListOf(Scalar.TEXT), List.of()));
        samples.add(of(Capability.EMPTY_COLLECTIONS, new MapOf(Scalar.INT32), Map.of()));
        samples.add(of(Capability.NULL_ELEMENTS, new ListOf(Scalar.TEXT), Arrays.asList("a", null)));
        samples.add(of(Capability.BIG_NUMBERS, Scalar.INTEGER, new BigInteger("9".repeat(100))));
        samples.add(of(Capability.BIG_NUMBERS, Scalar.DECIMAL, new BigDecimal("1." + "0".repeat(60) + "1")));
        samples.add(of(Capability.FAR_TIMES, Scalar.DATE, LocalDate.of(-44, 3, 15)));
        samples.add(of(Capability.FAR_TIMES, Scalar.INSTANT, Instant.parse("+12345-01-01T00:00:00Z")));
        samples.add(new ValueSample(Capability.DOTTED_NAMES, Sources.dotted(), "v"));
        return samples;
    }

    private static List<ValueSample> structures() {
        Storage.OneOf figure = Sources.figure();
        Layout circle = Objects.requireNonNull(figure.layout("circle"));
        return List.of(
                of(
                        Capability.EMBEDDED,
                        Sources.embedded(Sources.address()),
                        Filled.address("Main 1", "Athens", 105, null)),
                of(Capability.LISTS, new ListOf(Scalar.TEXT), List.of("a", "b")),
                of(Capability.SETS, new SetOf(Scalar.TEXT), Set.of("a", "b")),
                of(Capability.MAPS, new MapOf(Scalar.INT32), Map.of("a", 1)),
                of(Capability.ONE_OF, figure, Row.over(circle, new Object[] {5, "c"})),
                of(Capability.ANY_VALUES, Scalar.ANY, Map.of("a", List.of("x", 1))));
    }

    private static ValueSample of(Capability capability, Storage storage, Object value) {
        return new ValueSample(capability, Sources.holding(storage), value);
    }

    /** Tells whether a store that does not claim it may read the value as null instead of refusing it. */
    boolean mayBecomeNothing() {
        return capability == Capability.EMPTY_TEXT || capability == Capability.EMPTY_COLLECTIONS;
    }

    Row row(Table table) {
        return table.row("k", value);
    }

    @Override
    public String toString() {
        return capability + " " + Texts.of(value);
    }
}
