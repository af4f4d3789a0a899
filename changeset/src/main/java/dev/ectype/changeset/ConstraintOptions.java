package dev.ectype.changeset;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule of the store before it is tied to fields. Immutable. */
public final class ConstraintOptions {
    private final Constraint.Kind kind;
    private final String errorKind;
    private final String message;
    private final Where where;

    private record Where(
            @Nullable String name,
            Constraint.Match match,
            @Nullable Field<?, ?> errorField) {
        static final Where ANYWHERE = new Where(null, Constraint.Match.EXACT, null);
    }

    private ConstraintOptions(Constraint.Kind kind, String errorKind, String message, Where where) {
        this.kind = kind;
        this.errorKind = errorKind;
        this.message = message;
        this.where = where;
    }

    /** No two records have the same values. */
    public static ConstraintOptions unique() {
        return new ConstraintOptions(Constraint.Kind.UNIQUE, "unique", "has already been taken", Where.ANYWHERE);
    }

    /** What is referred to exists. */
    public static ConstraintOptions foreignKey() {
        return new ConstraintOptions(Constraint.Kind.FOREIGN_KEY, "foreign", "does not exist", Where.ANYWHERE);
    }

    /** The record exists to which an association refers. */
    static ConstraintOptions assoc(Association<?, ?, ?> association) {
        if (!association.isParent()) {
            throw new IllegalArgumentException("the records of " + association
                    + " refer to their owner, so there is nothing that has to exist; declare noAssocConstraint");
        }
        return foreignKey().errorKind("assoc");
    }

    /** Nothing is related by an association. */
    static ConstraintOptions noAssoc(Association<?, ?, ?> association) {
        if (association.isParent()) {
            throw new IllegalArgumentException("the owner of " + association
                    + " is what refers, so it can always be deleted; declare assocConstraint");
        }
        return foreignKey()
                .errorKind("no_assoc")
                .message((association.isMany() ? "are" : "is") + " still associated with this entry");
    }

    /** A condition of that name holds. */
    public static ConstraintOptions check(String name) {
        return new ConstraintOptions(Constraint.Kind.CHECK, "check", "is invalid", Where.ANYWHERE).named(name);
    }

    /** No two records exclude each other. */
    public static ConstraintOptions exclusion() {
        return new ConstraintOptions(
                Constraint.Kind.EXCLUSION, "exclusion", "violates an exclusion constraint", Where.ANYWHERE);
    }

    /** Returns the rule with the name by which the store knows it. */
    public ConstraintOptions named(String name) {
        return named(name, Constraint.Match.EXACT);
    }

    /** Returns the rule with a part of the name by which the store knows it. */
    public ConstraintOptions named(String name, Constraint.Match match) {
        return new ConstraintOptions(kind, errorKind, message, new Where(name, match, where.errorField()));
    }

    /** Returns the rule with a text of its own. */
    public ConstraintOptions message(String text) {
        return new ConstraintOptions(kind, errorKind, text, where);
    }

    /** Returns the rule with the field that gets the error. */
    public ConstraintOptions errorOn(Field<?, ?> field) {
        return new ConstraintOptions(kind, errorKind, message, new Where(where.name(), where.match(), field));
    }

    /** Returns the rule with another kind for its errors to tell, such as {@code no_assoc}. */
    public ConstraintOptions errorKind(String told) {
        return new ConstraintOptions(kind, told, message, where);
    }

    Constraint on(Field<?, ?>[] fields) {
        if (fields.length == 0) {
            throw new IllegalArgumentException("a constraint is about at least one field: name it");
        }
        Field<?, ?> error = where.errorField() == null ? fields[0] : where.errorField();
        return new Constraint(
                kind,
                Optional.ofNullable(where.name()),
                where.match(),
                java.util.Arrays.stream(fields).map(Field::name).toList(),
                error.name(),
                message,
                errorKind);
    }
}
