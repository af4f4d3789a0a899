package dev.ectype.query.jooq;

import java.util.Map;

/** Names for what is refused, and what to say instead. By the simple name of jOOQ's class, since most are not public. */
final class Vocabulary {
    private static final String ONE_BY_ONE = "compare the columns one by one, joined by and/or";
    private static final String TWO_QUERIES = "run the inner query first and say in(values)";
    private static final String LIST = "in(values), or comparisons joined by or/and";
    private static final String NATIVE = "columns, values and their comparisons, or nativeCondition(store, condition)";
    private static final String PATTERN =
            "like, startsWith, endsWith or contains, or nativeCondition(store, condition)";
    private static final String COMPUTE = "compute the value in Java and compare a column with it";

    private static final Map<String, Entry> ENTRIES = Map.ofEntries(
            Map.entry("SQLCondition", new Entry("plain SQL", NATIVE)),
            Map.entry("SQLField", new Entry("plain SQL", NATIVE)),
            Map.entry("MapCondition", new Entry("condition(map)", "column.eq(value) for each entry, joined by and")),
            Map.entry(
                    "TableFieldImpl", new Entry("a field that is not a column of a schema", "the schema's own column")),
            Map.entry("NullCondition", new Entry("nullCondition()", "falseCondition()")),
            Map.entry("Xor", new Entry("xor", "a.andNot(b).or(b.andNot(a))")),
            Map.entry("Exists", new Entry("exists(subquery)", TWO_QUERIES)),
            Map.entry("In", new Entry("in(subquery)", TWO_QUERIES)),
            Map.entry("NotIn", new Entry("notIn(subquery)", TWO_QUERIES)),
            Map.entry("ScalarSubquery", new Entry("a subquery", TWO_QUERIES)),
            Map.entry("RegexpLike", new Entry("a regular expression", PATTERN)),
            Map.entry("SimilarTo", new Entry("similar to", PATTERN)),
            Map.entry("NotSimilarTo", new Entry("not similar to", PATTERN)),
            Map.entry("LikeQuantified", new Entry("like any/all", "like(...) joined by or/and")),
            Map.entry("EqQuantified", new Entry("a comparison with any/all", LIST)),
            Map.entry("NeQuantified", new Entry("a comparison with any/all", LIST)),
            Map.entry("LtQuantified", new Entry("a comparison with any/all", LIST)),
            Map.entry("LeQuantified", new Entry("a comparison with any/all", LIST)),
            Map.entry("GtQuantified", new Entry("a comparison with any/all", LIST)),
            Map.entry("GeQuantified", new Entry("a comparison with any/all", LIST)),
            Map.entry("RowInCondition", new Entry("a row value in a list", ONE_BY_ONE)),
            Map.entry("RowBetweenCondition", new Entry("a row value in a range", ONE_BY_ONE)),
            Map.entry("RowEq", new Entry("a comparison of row values", ONE_BY_ONE)),
            Map.entry("RowNe", new Entry("a comparison of row values", ONE_BY_ONE)),
            Map.entry("RowLt", new Entry("a comparison of row values", ONE_BY_ONE)),
            Map.entry("RowLe", new Entry("a comparison of row values", ONE_BY_ONE)),
            Map.entry("RowGt", new Entry("a comparison of row values", ONE_BY_ONE)),
            Map.entry("RowGe", new Entry("a comparison of row values", ONE_BY_ONE)),
            Map.entry("Cast", new Entry("a cast", COMPUTE)),
            Map.entry("Coerce", new Entry("a coercion", COMPUTE)),
            Map.entry("Expression", new Entry("an operator whose kind jOOQ does not show", COMPUTE)),
            Map.entry("CurrentDate", new Entry("the database's date", COMPUTE)),
            Map.entry("CurrentTimestamp", new Entry("the database's time", COMPUTE)),
            Map.entry("Val", new Entry("a constant", "a column")));

    private Vocabulary() {}

    /** How messages call a class of expressions, and what they advise. */
    record Entry(String name, String instead) {}

    static Entry of(Class<?> expression) {
        String name = expression.getSimpleName();
        Entry known = ENTRIES.get(name);
        return known != null ? known : new Entry(name, NATIVE);
    }
}
