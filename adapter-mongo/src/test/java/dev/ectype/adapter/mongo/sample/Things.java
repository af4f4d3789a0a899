package dev.ectype.adapter.mongo.sample;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Value;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source with a field of every kind, and the paths to them. */
public final class Things {
    /** An embedded record. */
    public static final Layout PLACE = new Layout(List.of(
            new Layout.Slot("city", "city", Scalar.TEXT),
            new Layout.Slot("zip", "zip", Scalar.INT32),
            new Layout.Slot("tags", "tags", new Storage.ListOf(Scalar.TEXT))));

    private static final Map<String, Storage> KINDS = kinds();

    /** The stored slots; the key is the first. */
    public static final Layout LAYOUT = new Layout(KINDS.entrySet().stream()
            .map(entry -> new Layout.Slot(entry.getKey(), entry.getKey(), entry.getValue()))
            .toList());

    private Things() {}

    private static Map<String, Storage> kinds() {
        Map<String, Storage> kinds = new LinkedHashMap<>();
        kinds.put("id", Scalar.INT32);
        for (Scalar scalar : Scalar.values()) {
            kinds.put(scalar.name().toLowerCase(java.util.Locale.ROOT), scalar);
        }
        kinds.put("text2", Scalar.TEXT);
        kinds.put("int32b", Scalar.INT32);
        kinds.put("int64b", Scalar.INT64);
        kinds.put("instant2", Scalar.INSTANT);
        kinds.put("numbers", new Storage.ListOf(Scalar.INT32));
        kinds.put("texts", new Storage.ListOf(Scalar.TEXT));
        kinds.put("set", new Storage.SetOf(Scalar.TEXT));
        kinds.put("map", new Storage.MapOf(Scalar.INT32));
        kinds.put("place", new Storage.Embedded(() -> PLACE));
        kinds.put("places", new Storage.ListOf(new Storage.Embedded(() -> PLACE)));
        return kinds;
    }

    /** Returns the source under a name. */
    public static Source source(String name, Source.Index... indexes) {
        return new Source(name, Optional.empty(), LAYOUT, List.of(0), List.of(indexes), List.of());
    }

    /** Returns the path of a field, or of a field of {@code place} when a second name is given. */
    public static FieldPath path(String... names) {
        List<FieldPath.Step> steps = new ArrayList<>();
        Layout layout = LAYOUT;
        Storage storage = Scalar.ANY;
        for (String name : names) {
            int index = layout.indexOfSource(name);
            storage = layout.slot(index).storage();
            steps.add(new FieldPath.Slot(name, name, index));
            layout = PLACE;
        }
        return new FieldPath(steps, storage, false);
    }

    /** Returns the path of a field of an element of {@code places}. */
    public static FieldPath ofPlace(String name) {
        int index = PLACE.indexOfSource(name);
        return new FieldPath(
                List.of(new FieldPath.Slot(name, name, index)),
                PLACE.slot(index).storage(),
                false);
    }

    /** Returns a constant of a kind. */
    public static Value value(Object value, Storage storage) {
        return new Value(value, storage, false);
    }

    /** Returns a row. */
    public static Row row(int id, Map<String, ?> values) {
        @Nullable Object[] slots = new Object[LAYOUT.size()];
        slots[0] = id;
        values.forEach((name, value) -> slots[LAYOUT.indexOfSource(name)] = value);
        return Row.over(LAYOUT, slots);
    }

    /** Returns an embedded record. */
    public static Row place(@Nullable String city, @Nullable Integer zip, @Nullable List<String> tags) {
        return Row.over(PLACE, new Object[] {city, zip, tags});
    }
}
