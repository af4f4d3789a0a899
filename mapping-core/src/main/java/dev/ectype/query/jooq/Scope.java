package dev.ectype.query.jooq;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whose columns a condition may use: those of the rows of a schema, those of the elements of one list below an element
 * test, whose paths start at the element, or keys and results of groups.
 */
record Scope(
        Schema<?> schema,
        @Nullable Column<?, ?> list,
        @Nullable GroupTranslator groups) {

    static Scope rowsOf(Schema<?> schema) {
        return new Scope(schema, null, null);
    }

    static Scope groupsOf(Schema<?> schema, GroupTranslator groups) {
        return new Scope(schema, null, groups);
    }

    Scope elementsOf(Column<?, ?> inner) {
        return new Scope(schema, inner, null);
    }

    /** Returns the path of a column of this scope. */
    FieldPath path(Column<?, ?> column) {
        if (groups != null) {
            return groups.key(column);
        }
        if (column.shape() != schema || !isSamePlace(column.elementOf().orElse(null), list)) {
            throw Refusals.foreignColumn(column, this);
        }
        return column.path();
    }

    /** Tells whether two columns are one place: those inside embedded records are made anew whenever they are asked for. */
    private static boolean isSamePlace(@Nullable Column<?, ?> left, @Nullable Column<?, ?> right) {
        if (left == null || right == null) {
            return left == null && right == null;
        }
        return left.equals(right)
                || (left.shape() == right.shape()
                        && left.path().equals(right.path())
                        && isSamePlace(
                                left.elementOf().orElse(null), right.elementOf().orElse(null)));
    }

    @Override
    public String toString() {
        return list == null ? schema.name() : "elements of " + list;
    }
}
