package dev.ectype.tck.sample;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Step;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;

/** Paths into rows of a layout. */
public final class Paths {
    private Paths() {}

    /** Returns the path along names of fields, keys of maps and positions of lists. */
    public static FieldPath of(Layout layout, Object... names) {
        List<Step> steps = new ArrayList<>();
        Storage here = new Storage.Embedded(() -> layout);
        for (Object name : names) {
            here = step(here, name, steps);
        }
        return new FieldPath(steps, here, false);
    }

    private static Storage step(Storage here, Object name, List<Step> steps) {
        if (here instanceof Storage.Embedded embedded) {
            int index = indexOf(embedded.layout().get(), (String) name);
            Layout.Slot slot = embedded.layout().get().slot(index);
            steps.add(new FieldPath.Slot(slot.name(), slot.source(), index));
            return slot.storage();
        }
        if (here instanceof Storage.MapOf map) {
            steps.add(new FieldPath.Key((String) name));
            return map.value();
        }
        if (here instanceof Storage.ListOf list) {
            steps.add(new FieldPath.Position((Integer) name));
            return list.element();
        }
        throw new IllegalArgumentException("nothing is inside " + here + ": " + name);
    }

    /** Returns the path of one slot. */
    public static FieldPath slot(Layout layout, int index) {
        return of(layout, layout.slot(index).name());
    }

    /** Returns the index of the field with that name. */
    public static int indexOf(Layout layout, String name) {
        List<String> names = layout.slots().stream().map(Layout.Slot::name).toList();
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no field " + name + " among " + names);
        }
        return index;
    }

    /** Returns the condition that a value is equal to a constant. */
    public static Predicate equal(FieldPath path, Object value) {
        return new Predicate.Compare(path, Comparison.EQ, new Value(value, path.storage(), path.redacted()));
    }
}
