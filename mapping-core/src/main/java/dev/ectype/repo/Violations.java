package dev.ectype.repo;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Constraint;
import dev.ectype.error.ConstraintException;
import dev.ectype.schema.Association;
import dev.ectype.spi.Violation;
import dev.ectype.types.stored.Layout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns rules of the store that a write would have broken into errors of the fields that declare them. */
final class Violations {
    private Violations() {}

    /**
     * Returns the changeset with an error for each violation.
     *
     * @throws ConstraintException if one of them is not declared
     */
    static <R> Changeset<R> toErrors(Changeset<R> changeset, List<Violation> violations) {
        Changeset<R> result = changeset;
        for (Violation violation : violations) {
            result = toError(result, violation);
        }
        return result;
    }

    /** A reference is declared by its column, or by the association that it belongs to. */
    private static <R> Changeset<R> toError(Changeset<R> changeset, Violation violation) {
        Constraint.Kind kind = Constraint.Kind.valueOf(violation.kind().name());
        List<String> fields = fieldNames(changeset, violation);
        return changeset
                .violated(kind, violation.constraint(), fields)
                .or(() -> changeset.violated(kind, violation.constraint(), associations(changeset, fields)))
                .orElseThrow(() -> undeclared(changeset, violation, fields));
    }

    private static <R> List<String> associations(Changeset<R> changeset, List<String> fields) {
        return Writer.schemaOf(changeset).associations().stream()
                .filter(association -> association
                        .parent()
                        .filter(parent ->
                                fields.equals(List.of(parent.link().owner().name())))
                        .isPresent())
                .map(Association::name)
                .toList();
    }

    private static List<String> fieldNames(Changeset<?> changeset, Violation violation) {
        Layout layout = changeset.shape().layout();
        return violation.fields().stream()
                .map(source -> layout.indexOfSource(source) < 0
                        ? source
                        : layout.slot(layout.indexOfSource(source)).name())
                .toList();
    }

    private static ConstraintException undeclared(Changeset<?> changeset, Violation violation, List<String> fields) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("kind", violation.kind());
        context.put("constraint", violation.constraint());
        context.put("fields", fields);
        context.put("declared", changeset.constraints());
        return new ConstraintException(
                "the store refused the write by a rule that the changeset does not declare;"
                        + " declare it, for example with uniqueConstraint, to get a field error instead",
                context);
    }
}
