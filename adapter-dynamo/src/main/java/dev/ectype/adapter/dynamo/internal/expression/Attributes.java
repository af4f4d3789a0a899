package dev.ectype.adapter.dynamo.internal.expression;

import dev.ectype.adapter.dynamo.internal.codec.MapKeys;
import dev.ectype.query.ir.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** The attributes that paths lead to. */
public final class Attributes {
    private Attributes() {}

    /** Returns the attribute at the end of a path. */
    public static Term.Attribute of(FieldPath path) {
        return of(path, path.steps().size());
    }

    /** Returns the attribute after so many steps of a path. */
    public static Term.Attribute of(FieldPath path, int length) {
        List<Object> steps = new ArrayList<>(length);
        for (FieldPath.Step step : path.steps().subList(0, length)) {
            steps.add(of(step));
        }
        return new Term.Attribute(steps);
    }

    private static Object of(FieldPath.Step step) {
        if (step instanceof FieldPath.Slot slot) {
            return slot.source();
        }
        return step instanceof FieldPath.Position position
                ? (Object) position.index()
                : MapKeys.escape(((FieldPath.Key) step).key());
    }
}
