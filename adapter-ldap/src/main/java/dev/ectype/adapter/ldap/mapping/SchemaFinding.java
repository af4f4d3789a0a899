package dev.ectype.adapter.ldap.mapping;

/**
 * Something that does not fit between a schema and the subschema of a directory.
 *
 * @param problem what it is
 * @param field the field's name; empty if it is about none
 * @param name the attribute or object class
 * @param advice what it comes to, and what would be right
 */
public record SchemaFinding(Problem problem, String field, String name, String advice) {

    /** What does not fit. */
    public enum Problem {
        /** The server does not know an object class: entries cannot be added. */
        UNKNOWN_OBJECT_CLASS(true),
        /** The server does not know an attribute type: it cannot be written, and conditions on it are refused. */
        UNKNOWN_ATTRIBUTE(true),
        /** None of the object classes allows an attribute: it cannot be written. */
        NOT_ALLOWED(true),
        /** The object classes require an attribute that no field has: entries cannot be added. */
        REQUIRED_BUT_NOT_MAPPED(true),
        /** A field of several values stands as an attribute of one. */
        SINGLE_VALUED(true),
        /** A field of one value stands as an attribute of several: an entry with several is an error when it is read. */
        MULTI_VALUED(false),
        /** The server alone sets an attribute: the field can only be read. */
        READ_ONLY(false),
        /** An attribute holds its values in another syntax than theirs: only whether there is one can be asked. */
        OTHER_SYNTAX(false),
        /** Texts are not compared as they are elsewhere: some conditions only narrow, or are refused. */
        OTHER_COMPARISON(false),
        /** A directory keeps values unique only if it is set up so, as by OpenLDAP's overlay, which nobody can ask it. */
        UNIQUE_BY_SERVER(false);

        private final boolean prevents;

        Problem(boolean prevents) {
            this.prevents = prevents;
        }

        /** Tells whether records cannot be kept because of it; otherwise something is only less than it could be. */
        public boolean preventsWriting() {
            return prevents;
        }
    }

    /** Returns the finding as one line. */
    @Override
    public String toString() {
        String weight = problem.preventsWriting() ? "ERROR " : "note  ";
        return weight + problem + " " + name + (field.isEmpty() ? "" : " (field " + field + ")") + ": " + advice;
    }
}
