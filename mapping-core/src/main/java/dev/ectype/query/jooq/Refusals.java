package dev.ectype.query.jooq;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.ir.Operand;
import dev.ectype.schema.Column;
import dev.ectype.types.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** What is thrown for an expression that is not translated: what it is, and what would work. Never a value. */
final class Refusals {
    private Refusals() {}

    static MappingException condition(Condition condition) {
        Vocabulary.Entry known = Vocabulary.of(condition.getClass());
        return usage("this condition is not part of the query language", "condition", known.name(), known.instead());
    }

    static MappingException field(Field<?> field, Scope scope) {
        Vocabulary.Entry known = Vocabulary.of(field.getClass());
        String instead = scope.schema()
                .find(field.getName())
                .map(meant -> "did you mean the column " + meant + "?")
                .orElse(known.instead());
        return usage("this expression is not part of the query language", "expression", known.name(), instead);
    }

    static MappingException foreignColumn(Column<?, ?> column, Scope scope) {
        if (column.elementOf().isPresent()) {
            return usage(
                    "a column of the elements of a list can only stand in a condition on an element",
                    "column",
                    column,
                    "anyElement(" + column.elementOf().get() + ", condition)");
        }
        if (scope.list() != null) {
            return usage(
                    "a condition on an element can only use columns of the element",
                    "column",
                    column,
                    "a column made by " + scope.list() + ".element(...), or move the term out of anyElement");
        }
        String instead = scope.schema()
                .find(column.name())
                .map(meant -> "did you mean " + meant + "?")
                .orElse("a column of " + scope + ", or a query of "
                        + column.shape().name());
        return usage("this column belongs to another schema", "column", column, instead);
    }

    static MappingException comparisonWithNull(Field<?> field) {
        return usage("a comparison with null is never true", "field", nameOf(field), "isNull() or isNotNull()");
    }

    static MappingException laterValue(String name, String where) {
        return usage(
                "the value of a named parameter is not known when the query is built, so it cannot stand in " + where,
                "parameter",
                name,
                "a comparison with a column, or the value itself");
    }

    static MappingException laterNumber(String name, Class<?> declared) {
        return usage(
                "a named parameter of arithmetic needs a class that says of which kind the number will be",
                "parameter",
                name + " of " + declared.getSimpleName(),
                "Integer, Long, BigInteger, BigDecimal or Double");
    }

    static MappingException noSuchNumber(String name, Type<?> type) {
        return usage(
                "what is given for a parameter is no number of the kind that it was declared with",
                "parameter",
                name,
                "a value of the type " + type.name());
    }

    static MappingException notGrouped(Field<?> field) {
        return usage(
                "only keys and aggregates of a grouping have one value for each group",
                "field",
                nameOf(field),
                "add it to groupBy(...), or min(...), max(...), count(...) of it");
    }

    static MappingException orderOfDistinct(Operand operand) {
        return usage(
                "distinct values can only be ordered by what is selected",
                "order by",
                operand,
                "select it as well, or order by a selected column");
    }

    static MappingException aggregateWithMore(Field<?> aggregate) {
        return usage(
                "an aggregate with a filter, an order or a window is not part of the query language",
                "aggregate",
                Vocabulary.of(aggregate.getClass()).name(),
                "the plain aggregate, with the filter in where(...)");
    }

    static MappingException aggregateOutsideGroups(Field<?> aggregate) {
        return usage(
                "an aggregate is computed over groups of rows and not for one row",
                "aggregate",
                Vocabulary.of(aggregate.getClass()).name(),
                "groupBy(...) before it, or repo.aggregate(query, aggregate)");
    }

    static MappingException castFailed(
            Column<?, ?> column, Type<?> type, Object raw, @Nullable IllegalArgumentException cause) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("column", column);
        context.put("type", type.name());
        context.put("given", raw.getClass().getSimpleName());
        return new MappingException(
                Kind.USAGE, "the value that a column is compared with is not one of its type", context, false, cause);
    }

    static MappingException wrongKind(Object raw, Operand operand) {
        return usage(
                "this value cannot be compared with the function",
                "function",
                operand + " of kind " + Kinds.nameOf(operand.storage()),
                "a value of that kind and not " + raw.getClass().getSimpleName());
    }

    static MappingException numberWithoutValue(Number number) {
        return usage(
                "this number has no exact finite value",
                "class",
                number.getClass().getSimpleName(),
                "a finite number of a class of java.lang or java.math");
    }

    static MappingException differentKinds(Operand left, Operand right) {
        return usage(
                "values of different kinds are never equal and have no order",
                "compared",
                described(left) + " with " + described(right),
                "two sides of one kind");
    }

    static MappingException unordered(Operand operand, String what) {
        return usage(
                "lists, sets, maps and embedded records have no order",
                what,
                described(operand),
                "eq, ne, in, or a column inside it");
    }

    static MappingException wrongOperand(Operand operand, String use, String instead) {
        return usage("this operand is of the wrong kind", use + " of", described(operand), instead);
    }

    static MappingException constantAlone(Field<?> field) {
        return usage(
                "an expression without a column does not depend on the row",
                "expression",
                Vocabulary.of(field.getClass()).name(),
                "trueCondition() or falseCondition(), and columns in orders");
    }

    static MappingException alternativeIsNoConstant(Field<?> field) {
        return usage("the alternatives must be values", "in(...) of", nameOf(field), "a.eq(b).or(a.eq(c)) for columns");
    }

    static MappingException patternIsNoConstant(Field<?> field) {
        return usage("the wanted text or element must be a value", "test of", nameOf(field), "a value, not a column");
    }

    static MappingException sizeIsNoNumber(Operand list) {
        return usage("a size can only be compared with a number", "size of", list, "size(list).eq(3)");
    }

    static MappingException elementsWithoutType(Column<?, ?> list) {
        return usage(
                "the type of this column does not say of what type its elements are",
                "column",
                list,
                "a type whose element() is present, such as Types.listOf(...)");
    }

    static MappingException functionWithoutValue(Operand function) {
        return usage("this function of constants has no value", "function", function, "isNull() where null is meant");
    }

    static MappingException tooDeep(int limit) {
        return usage(
                "this expression is nested too deeply",
                "limit",
                limit,
                "in(...) for alternatives; chains of one and, or or not are no nesting");
    }

    private static String described(Operand operand) {
        return operand + " (" + Kinds.nameOf(operand.storage()) + ")";
    }

    private static Object nameOf(Field<?> field) {
        return field instanceof Column ? field : Vocabulary.of(field.getClass()).name();
    }

    private static MappingException usage(String message, String part, Object what, String instead) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put(part, what);
        context.put("instead", instead);
        return new MappingException(Kind.USAGE, message, context);
    }
}
