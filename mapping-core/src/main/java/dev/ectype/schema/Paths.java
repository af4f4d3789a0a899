package dev.ectype.schema;

import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldDefinition;
import dev.ectype.changeset.FieldSettings;
import dev.ectype.changeset.Shape;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Step;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the way from a stored row to the value of a column. */
final class Paths {
    private Paths() {}

    static FieldPath of(FieldDefinition<?, ?> field) {
        Step slot = slot(field.shape(), field.name(), field.settings());
        return new FieldPath(
                List.of(slot), field.type().storage(), field.settings().isRedacted());
    }

    /** Returns the way to a field of the record to which {@code outer} leads. */
    static FieldPath below(FieldPath outer, Field<?, ?> inner) {
        Step slot = slot(inner.shape(), inner.name(), inner.settings());
        boolean redacted = outer.redacted() || inner.settings().isRedacted();
        return new FieldPath(plus(outer.steps(), slot), inner.type().storage(), redacted);
    }

    /** Returns the way one step further. */
    static FieldPath below(FieldPath outer, Step step, Storage storage) {
        return new FieldPath(plus(outer.steps(), step), storage, outer.redacted());
    }

    private static List<Step> plus(List<Step> steps, Step last) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(last);
        return longer;
    }

    private static Step slot(Shape<?> shape, String name, FieldSettings settings) {
        if (settings.isVirtual()) {
            throw new MappingException(
                    Kind.USAGE,
                    "a virtual field is not stored, so no query can use it",
                    Map.of("record", shape.name(), "field", name));
        }
        String source = settings.source().orElse(name);
        return new FieldPath.Slot(name, source, shape.layout().indexOfSource(source));
    }
}
