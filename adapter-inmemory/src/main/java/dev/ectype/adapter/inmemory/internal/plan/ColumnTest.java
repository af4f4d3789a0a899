package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.query.eval.LikePattern;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Storage;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conjunct that says where the values of one field lie, so that a key or an index can find them. Immutable.
 *
 * @param conjunct its index among the conjuncts
 * @param path the field
 * @param form what it says
 * @param values the operands: one, null only for {@link Form#EQUAL}, or for {@link Form#ONE_OF} any number
 * @param exact whether the rows that are found need not be checked again
 */
record ColumnTest(int conjunct, FieldPath path, Form form, List<@Nullable Object> values, boolean exact) {

    /** What a test says of a field. */
    enum Form {
        /** It is the operand, or null if that is. */
        EQUAL("= ?"),
        /** It is one of the operands. */
        ONE_OF("in (..)"),
        /** It is greater. */
        ABOVE("> ?"),
        /** It is greater or equal. */
        FROM(">= ?"),
        /** It is less. */
        BELOW("< ?"),
        /** It is less or equal. */
        UP_TO("<= ?"),
        /** It is a text that begins with the operand. */
        PREFIX("starts with ?");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    /** Returns what the conjunct says of a field, or null if it says nothing that would lead to rows. */
    static @Nullable ColumnTest of(int conjunct, Predicate predicate) {
        if (predicate instanceof Predicate.Compare compare) {
            return ofComparison(conjunct, compare);
        }
        if (predicate instanceof Predicate.In in) {
            return in.operand() instanceof FieldPath path
                    ? test(
                            conjunct,
                            path,
                            Form.ONE_OF,
                            in.values().stream().map(Value::value).toList())
                    : null;
        }
        if (predicate instanceof Predicate.IsNull isNull) {
            return isNull.operand() instanceof FieldPath path
                    ? test(conjunct, path, Form.EQUAL, Collections.singletonList(null))
                    : null;
        }
        return predicate instanceof Predicate.Text text ? ofText(conjunct, text) : null;
    }

    private static ColumnTest test(int conjunct, FieldPath path, Form form, List<@Nullable Object> values) {
        boolean exact = path.storage() instanceof Storage.Scalar && path.storage() != Storage.Scalar.ANY;
        return new ColumnTest(conjunct, path, form, values, exact);
    }

    private static @Nullable ColumnTest ofComparison(int conjunct, Predicate.Compare compare) {
        Form form = form(compare.comparison());
        Operand left = compare.left();
        return form != null && left instanceof FieldPath path && compare.right() instanceof Value value
                ? test(conjunct, path, form, List.of(value.value()))
                : null;
    }

    private static @Nullable Form form(Comparison comparison) {
        return switch (comparison) {
            case EQ -> Form.EQUAL;
            case NE -> null;
            case LT -> Form.BELOW;
            case LE -> Form.UP_TO;
            case GT -> Form.ABOVE;
            case GE -> Form.FROM;
        };
    }

    private static @Nullable ColumnTest ofText(int conjunct, Predicate.Text text) {
        if (text.ignoreCase() || !(text.operand() instanceof FieldPath path)) {
            return null;
        }
        String pattern = (String) text.pattern().value();
        return switch (text.match()) {
            case STARTS_WITH -> prefix(conjunct, path, pattern, true);
            case LIKE -> ofLike(conjunct, path, LikePattern.parse(pattern).parts());
            case ENDS_WITH, CONTAINS -> null;
        };
    }

    private static @Nullable ColumnTest ofLike(int conjunct, FieldPath path, List<LikePattern.Part> parts) {
        if (parts.isEmpty() || !(parts.get(0) instanceof LikePattern.Literal start)) {
            return null;
        }
        boolean anythingFollows = parts.size() == 2 && parts.get(1) instanceof LikePattern.AnyText;
        return prefix(conjunct, path, start.text(), anythingFollows);
    }

    /** An empty prefix leads nowhere, and half of a surrogate pair is the prefix of no text. */
    private static @Nullable ColumnTest prefix(int conjunct, FieldPath path, String prefix, boolean exact) {
        return prefix.isEmpty() || Character.isHighSurrogate(prefix.charAt(prefix.length() - 1))
                ? null
                : new ColumnTest(conjunct, path, Form.PREFIX, List.of(prefix), exact);
    }

    boolean isOn(List<FieldPath.Step> steps) {
        return path.leadsBy(steps);
    }

    /** Tells whether it says that the field has no value. */
    boolean wantsNull() {
        return form == Form.EQUAL && values.get(0) == null;
    }

    /** Returns the test without its values. */
    @Override
    public String toString() {
        return path + (wantsNull() ? " is null" : " " + form.words);
    }
}
