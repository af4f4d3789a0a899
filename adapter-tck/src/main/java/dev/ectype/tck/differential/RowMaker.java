package dev.ectype.tck.differential;

import dev.ectype.tck.differential.GeneratedSchema.Cell;
import dev.ectype.tck.profile.AdapterProfile;
import dev.ectype.tck.profile.Capability;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes rows of a schema, with values missing here and there, that a store of the profile can keep. */
record RowMaker(Dice dice, GeneratedSchema schema, AdapterProfile profile) {
    private static final List<String> TAGS = List.of("a", "A", "b", "\uD83D\uDE00", "\uFFFD");

    List<Row> rows(int count) {
        return IntStream.range(0, count).mapToObj(this::row).toList();
    }

    static String key(int number) {
        return (number % 2 == 0 ? "a" : "B") + number;
    }

    private Row row(int number) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(key(number));
        for (Cell cell : schema.topCells().subList(1, schema.topCells().size())) {
            values.add(value(cell));
        }
        values.add(profile.claims(Capability.EMBEDDED) ? nested() : null);
        values.add(profile.claims(Capability.LISTS) ? tags() : null);
        values.add(profile.claims(Capability.MAPS) ? scores() : null);
        Layout layout = schema.asSource().layout();
        return Row.over(layout, values.toArray());
    }

    private @Nullable Object value(Cell cell) {
        return dice.oneIn(5) ? null : dice.oneOf(cell.values());
    }

    /** One without any value is none: not every store tells the two apart. */
    private @Nullable Row nested() {
        Layout layout = schema.asSource().layout();
        Layout outer = layoutOf(layout, layout.indexOfSource(GeneratedSchema.EMBEDDED));
        List<@Nullable Object> values = new ArrayList<>();
        schema.nestedCells().forEach(cell -> values.add(value(cell)));
        int last = values.size() - 1;
        Object innermost = values.get(last);
        values.set(last, innermost == null ? null : Row.over(layoutOf(outer, last), new Object[] {innermost}));
        boolean isEmpty = dice.oneIn(6) || values.stream().allMatch(Objects::isNull);
        return isEmpty ? null : Row.over(outer, values.toArray());
    }

    private static Layout layoutOf(Layout layout, int slot) {
        return ((Storage.Embedded) layout.slot(slot).storage()).layout().get();
    }

    private @Nullable List<String> tags() {
        List<String> tags = dice.some(3, () -> dice.oneOf(TAGS));
        return tags.isEmpty() && !keepsEmpty() ? null : tags;
    }

    private @Nullable Map<String, Integer> scores() {
        return switch (dice.below(4)) {
            case 0 -> null;
            case 1 -> keepsEmpty() ? Map.of() : null;
            case 2 -> Map.of("a", dice.below(4));
            default -> Map.of("a", dice.below(4), "b.c", dice.below(4));
        };
    }

    private boolean keepsEmpty() {
        return dice.oneIn(2) && profile.claims(Capability.EMPTY_COLLECTIONS);
    }
}
