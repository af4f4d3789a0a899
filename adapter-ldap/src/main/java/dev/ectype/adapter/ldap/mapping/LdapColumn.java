package dev.ectype.adapter.ldap.mapping;

import java.util.Optional;

/**
 * What a schema says of one attribute beyond its type. A column that nothing is said of holds at most one value, or the
 * values of a set, and is compared by code point as on every store. Immutable.
 *
 * @param comparison whose equality and order queries follow
 * @param encoding how a value with parts is written
 * @param firstOfMany whether an entry with several values gives its first one, instead of being refused as data that a
 *     column of one value cannot show
 * @param entries how the entries of {@link Encoding#ENTRIES} stand; empty for other encodings
 */
public record LdapColumn(Comparison comparison, Encoding encoding, boolean firstOfMany, Optional<LdapMapping> entries) {
    /** Says nothing. */
    public static final LdapColumn PLAIN =
            new LdapColumn(Comparison.BY_CODE_POINT, Encoding.VALUES, false, Optional.empty());

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
        JSON,
        /**
         * The record, or each of a list of them, is an entry directly below its owner's. Conditions on it are refused, and a
         * list comes back in the ascending order of what names its entries. Writes of several entries are one transaction
         * where the server has them; elsewhere they need {@link LdapWrite#IN_STEPS}.
         */
        ENTRIES
    }

    /** Returns the same, compared as the directory compares. */
    public LdapColumn comparedByDirectory() {
        return new LdapColumn(Comparison.BY_DIRECTORY, encoding, firstOfMany, entries);
    }

    /** Returns the same, with the elements of a list as values without an order. */
    public LdapColumn inSortedValues() {
        return new LdapColumn(comparison, Encoding.SORTED_VALUES, firstOfMany, Optional.empty());
    }

    /** Returns the same, written as JSON. */
    public LdapColumn inJson() {
        return new LdapColumn(comparison, Encoding.JSON, firstOfMany, Optional.empty());
    }

    /**
     * Returns the same, with each embedded record as an entry below its owner's.
     *
     * @param entry the object classes of such an entry, which tell it from the entries of other columns, the attributes that
     *     name it, and what is said of its attributes
     */
    public LdapColumn inEntries(LdapMapping entry) {
        return new LdapColumn(comparison, Encoding.ENTRIES, firstOfMany, Optional.of(entry));
    }

    /** Returns the same, showing the first value where an entry has several. */
    public LdapColumn showingFirst() {
        return new LdapColumn(comparison, encoding, true, entries);
    }
}
