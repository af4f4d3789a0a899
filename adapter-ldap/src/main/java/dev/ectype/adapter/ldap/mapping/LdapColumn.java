package dev.ectype.adapter.ldap.mapping;

/**
 * What a schema says of one attribute beyond its type. A column that nothing is said of holds at most one value, or the
 * values of a set, and is compared by code point as on every store. Immutable.
 *
 * @param comparison whose equality and order queries follow
 * @param encoding how a value with parts is written
 * @param firstOfMany whether an entry with several values gives its first one, instead of being refused as data that a
 *     column of one value cannot show
 */
public record LdapColumn(Comparison comparison, Encoding encoding, boolean firstOfMany) {
    /** Says nothing. */
    public static final LdapColumn PLAIN = new LdapColumn(Comparison.BY_CODE_POINT, Encoding.VALUES, false);

    /** Whose equality and order queries follow. */
    public enum Comparison {
        /** The toolkit's: texts are equal if their code points are. What the server finds beyond that is dropped. */
        BY_CODE_POINT,
        /**
         * The directory's: the attribute's matching rules decide, which often ignore case and always ignore repeated
         * spaces. Queries on the column may then differ from those of other stores.
         */
        BY_DIRECTORY
    }

    /** How lists, maps and embedded records are written. */
    public enum Encoding {
        /** Each element of a set is a value of the attribute; lists, maps and embedded records are refused. */
        VALUES,
        /**
         * Each element of a list is a value of the attribute. A directory keeps neither their order nor repeated
         * values: lists come back in ascending order, and one with equal elements is refused.
         */
        SORTED_VALUES,
        /** The whole list, map or record is one value in JSON. Conditions on its parts are refused. */
        JSON
    }

    /** Returns the same, compared as the directory compares. */
    public LdapColumn comparedByDirectory() {
        return new LdapColumn(Comparison.BY_DIRECTORY, encoding, firstOfMany);
    }

    /** Returns the same, with the elements of a list as values without an order. */
    public LdapColumn inSortedValues() {
        return new LdapColumn(comparison, Encoding.SORTED_VALUES, firstOfMany);
    }

    /** Returns the same, written as JSON. */
    public LdapColumn inJson() {
        return new LdapColumn(comparison, Encoding.JSON, firstOfMany);
    }

    /** Returns the same, showing the first value where an entry has several. */
    public LdapColumn showingFirst() {
        return new LdapColumn(comparison, encoding, true);
    }
}
