package dev.ectype.changeset;

import java.util.List;
import java.util.Optional;

/**
 * A rule that only the store can check, declared so that its violation becomes an error of a field.
 *
 * @param kind what kind of rule
 * @param name the name by which the store knows it, if it was given
 * @param match how the name is compared with the one that the store reports
 * @param fields the fields it is about, by name; the first gets the error unless {@code errorField} is another
 * @param errorField the field that gets the error
 * @param message the text of the error
 * @param errorKind the kind that the error tells, such as {@code unique}
 */
public record Constraint(
        Kind kind,
        Optional<String> name,
        Match match,
        List<String> fields,
        String errorField,
        String message,
        String errorKind) {

    /** What a store can check. */
    public enum Kind {
        /** No two records have the same values. */
        UNIQUE,
        /** What is referred to exists, or nothing refers to what is deleted. */
        FOREIGN_KEY,
        /** A condition on one record holds. */
        CHECK,
        /** No two records exclude each other. */
        EXCLUSION
    }

    /** How the declared and the reported name are compared. */
    public enum Match {
        /** They are the same. */
        EXACT,
        /** The reported one ends with the declared one. */
        SUFFIX,
        /** The reported one starts with the declared one. */
        PREFIX
    }

    /** Copies the fields. */
    public Constraint {
        fields = List.copyOf(fields);
    }

    /**
     * Tells whether this is the constraint that a store reports. One without a name is known by its fields, in any order.
     */
    public boolean matches(Kind reportedKind, String reportedName, List<String> reportedFields) {
        if (kind != reportedKind) {
            return false;
        }
        if (name.isEmpty()) {
            return isAbout(reportedFields);
        }
        String declared = name.get();
        return switch (match) {
            case EXACT -> reportedName.equals(declared);
            case SUFFIX -> reportedName.endsWith(declared);
            case PREFIX -> reportedName.startsWith(declared);
        };
    }

    /** Tells whether it is about these fields, in any order. */
    boolean isAbout(List<String> others) {
        return others.size() == fields.size() && others.containsAll(fields);
    }
}
