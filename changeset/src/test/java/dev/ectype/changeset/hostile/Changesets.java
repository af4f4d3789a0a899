package dev.ectype.changeset.hostile;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Relation;
import dev.ectype.changeset.Shape;
import java.util.Map;

/** Casts everything that a shape has. */
final class Changesets {
    private Changesets() {}

    static <R> Changeset<R> all(Shape<R> shape, Map<String, ?> params) {
        Changeset<R> changeset = shape.cast(params, shape.castable());
        for (Field<R, ?> field : shape.fields()) {
            if (field instanceof Relation<R, ?, ?> relation) {
                changeset = cast(changeset, relation);
            }
        }
        return changeset;
    }

    private static <R, E> Changeset<R> cast(Changeset<R> changeset, Relation<R, E, ?> relation) {
        return changeset.castRelation(relation, options -> options);
    }
}
