package dev.ectype.tck.profile;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Something that a store may or may not do: one line of the table of stores, and a group of rules that are checked when
 * an adapter claims it. What needs another capability is not claimed without that one.
 */
public enum Capability {
    EQUALITY(Group.CONDITIONS, "equal, not equal"),
    RANGES(Group.CONDITIONS, "less, greater"),
    MIXED_NUMBERS(Group.CONDITIONS, "numbers of different kinds compared by value", EQUALITY),
    MEMBERSHIP(Group.CONDITIONS, "in a list of values"),
    NULL_TESTS(Group.CONDITIONS, "is null"),
    NEGATION(Group.CONDITIONS, "not"),
    DISJUNCTION(Group.CONDITIONS, "or"),
    FIELD_COMPARISON(Group.CONDITIONS, "a field compared with a field", EQUALITY),
    FUNCTIONS(Group.CONDITIONS, "lower, upper, length, coalesce"),
    ARITHMETIC(Group.CONDITIONS, "arithmetic"),

    TEXT_PREFIX(Group.TEXT, "starts with"),
    TEXT_SUFFIX(Group.TEXT, "ends with"),
    TEXT_PART(Group.TEXT, "contains"),
    TEXT_LIKE(Group.TEXT, "like"),
    TEXT_IGNORING_CASE(Group.TEXT, "text tests that ignore case"),

    EMBEDDED(Group.VALUES, "embedded records"),
    LISTS(Group.VALUES, "lists"),
    SETS(Group.VALUES, "sets"),
    MAPS(Group.VALUES, "maps"),
    ONE_OF(Group.VALUES, "embedded records of several kinds", EMBEDDED),
    ANY_VALUES(Group.VALUES, "values of any kind", LISTS, MAPS),
    EMPTY_TEXT(Group.VALUES, "empty text told from none"),
    EMPTY_COLLECTIONS(Group.VALUES, "empty lists, sets and maps told from none"),
    NULL_ELEMENTS(Group.VALUES, "nulls in lists and maps", LISTS),
    BIG_NUMBERS(Group.VALUES, "numbers of more than 34 digits"),
    FAR_TIMES(Group.VALUES, "years before 1 or after 9999"),
    DOTTED_NAMES(Group.VALUES, "stored names with dots, dollars and spaces"),

    NESTED_PATHS(Group.STRUCTURES, "a field of an embedded record", EMBEDDED),
    LIST_POSITIONS(Group.STRUCTURES, "a position of a list", LISTS),
    MAP_KEYS(Group.STRUCTURES, "a key of a map", MAPS),
    STRUCTURE_EQUALITY(Group.STRUCTURES, "whole lists, maps and records compared", LISTS),
    LIST_CONTAINS(Group.STRUCTURES, "a list contains a value", LISTS),
    LIST_CONTAINS_ALL(Group.STRUCTURES, "a list contains several values", LISTS),
    ANY_ELEMENT(Group.STRUCTURES, "an element that meets a condition", LISTS),
    LIST_SIZE(Group.STRUCTURES, "the size of a list", LISTS),

    ORDER(Group.ORDERING, "order by fields"),
    NULLS_PLACED(Group.ORDERING, "nulls first or last, as asked", ORDER),
    ORDER_BY_EXPRESSION(Group.ORDERING, "order by a function", ORDER),
    LIMIT(Group.ORDERING, "limit"),
    OFFSET(Group.ORDERING, "offset"),
    KEYSET(Group.ORDERING, "go on after a row", ORDER),

    KEY_ACCESS(Group.ACCESS, "rows found by key", EQUALITY),
    INDEX_ACCESS(Group.ACCESS, "rows found by a declared index", EQUALITY),

    COMPOSITE_KEYS(Group.WRITES, "keys of several fields"),
    KEYLESS(Group.WRITES, "records without a key"),
    UNIQUE_INDEXES(Group.WRITES, "unique indexes"),
    COMPOUND_UNIQUE(Group.WRITES, "unique indexes of several fields", UNIQUE_INDEXES),
    WRITE_CONDITIONS(Group.WRITES, "conditions on an update or delete", EQUALITY),
    NESTED_CHANGES(Group.WRITES, "a change inside an embedded record", EMBEDDED),
    INCREMENT(Group.WRITES, "increment"),
    LIST_CHANGES(Group.WRITES, "push, pull, add to set", LISTS),
    MIN_MAX(Group.WRITES, "keep the less, keep the greater"),
    UPSERT_KEEP(Group.WRITES, "insert unless there"),
    UPSERT_CHANGE(Group.WRITES, "insert or change"),
    UPSERT_CONDITIONS(Group.WRITES, "insert or change under a condition", UPSERT_CHANGE),
    UPSERT_BY_INDEX(Group.WRITES, "insert or change by a unique index", UPSERT_CHANGE, UNIQUE_INDEXES),

    BULK_INSERT(Group.PARTS, "many inserts in one request"),
    BULK_CHANGE(Group.PARTS, "update all, delete all"),
    ELEMENT_UPDATES(
            Group.PARTS, "update all, of the elements of a list that meet a condition", BULK_CHANGE, EMBEDDED, LISTS),
    BULK_RETURNING(Group.PARTS, "update all, delete all, telling the records", BULK_CHANGE),
    AGGREGATION(Group.PARTS, "counts and groups"),
    JOINS(Group.PARTS, "related records with their owners in one request"),
    ATOMIC_WRITES(Group.PARTS, "several writes or none"),
    TRANSACTIONS(Group.PARTS, "transactions"),
    SAVEPOINTS(Group.PARTS, "savepoints", TRANSACTIONS),
    PREFIXES(Group.PARTS, "prefixes (namespaces)");

    /** The parts of the table of stores. */
    public enum Group {
        CONDITIONS("Conditions"),
        TEXT("Text"),
        VALUES("What is kept"),
        STRUCTURES("Inside values"),
        ORDERING("Order and window"),
        ACCESS("Access"),
        WRITES("Writes"),
        PARTS("Optional parts");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /** Returns the heading. */
        public String title() {
            return title;
        }
    }

    private final Group group;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final Set<Capability> needed;

    Capability(Group group, String title, Capability... needed) {
        this.group = group;
        this.title = title;
        this.needed = Set.copyOf(Arrays.asList(needed));
    }

    /** Returns the part of the table. */
    public Group group() {
        return group;
    }

    /** Returns what the table says. */
    public String title() {
        return title;
    }

    /**
     * Tells whether a store may lack it without ever saying so: there is no such part of the adapter, the server keeps
     * values unique or does not, or an empty value becomes none.
     */
    public boolean isSilent() {
        return (group == Group.PARTS && this != PREFIXES)
                || UNIQUE_INDEXES.dependents().contains(this)
                || this == EMPTY_TEXT
                || this == EMPTY_COLLECTIONS;
    }

    /** Returns what falls with this capability: itself, and all that needs it, directly or not. */
    public Set<Capability> dependents() {
        Set<Capability> found = EnumSet.of(this);
        for (Capability other : values()) {
            if (other.needed.stream().anyMatch(found::contains)) {
                found.add(other);
            }
        }
        return found;
    }
}
