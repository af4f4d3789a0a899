package dev.ectype.query.jooq;

import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Predicate.Text.Match;
import dev.ectype.query.ir.Value;
import dev.ectype.schema.Column;
import dev.ectype.types.stored.Storage.Scalar;
import org.jooq.Field;
import org.jooq.Param;
import org.jspecify.annotations.Nullable;

/** Translates tests of texts. */
final class Texts {
    private static final char ESCAPE = '\\';

    private Texts() {}

    static Predicate of(Walk walk, Field<?> field, Match match, Field<?> wanted, boolean ignoreCase) {
        Operand operand = walk.operand(field);
        if (!Kinds.isText(operand.storage()) || operand instanceof Value) {
            throw Refusals.wrongOperand(operand, "a test of text", "a text column, or like(...) only on one");
        }
        return new Predicate.Text(operand, match, pattern(walk, field, wanted, operand), ignoreCase);
    }

    static Predicate like(Walk walk, Field<?> field, Field<?> pattern, @Nullable Character escape, boolean ignoreCase) {
        Predicate.Text text = (Predicate.Text) of(walk, field, Match.LIKE, pattern, ignoreCase);
        if (escape == null || escape == ESCAPE) {
            return text;
        }
        Value normal = LaterValue.mapped(
                text.pattern(),
                given -> new Value(normalised((String) given.value(), escape), Scalar.TEXT, given.redacted()));
        return new Predicate.Text(text.operand(), Match.LIKE, normal, ignoreCase);
    }

    /** A pattern is text whatever the column's type makes of whole values; only a value of another class is dumped. */
    private static Value pattern(Walk walk, Field<?> field, Field<?> wanted, Operand operand) {
        if (!(wanted instanceof Param<?> param)) {
            throw Refusals.patternIsNoConstant(field);
        }
        return walk.value(param, field, operand, raw -> pattern(field, raw, operand));
    }

    private static Value pattern(Field<?> field, Object raw, Operand operand) {
        boolean redacted = Literals.isRedacted(operand);
        if (raw instanceof CharSequence text) {
            return new Value(text.toString(), Scalar.TEXT, redacted);
        }
        if (field instanceof Column<?, ?> column
                && Literals.neutral(column, column.type(), raw) instanceof String dumped) {
            return new Value(dumped, Scalar.TEXT, redacted);
        }
        throw Refusals.wrongKind(raw, operand);
    }

    /** Returns the pattern with the one escape character of the query language in place of another. */
    static String normalised(String pattern, char escape) {
        StringBuilder normal = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char unit = pattern.charAt(i);
            if (unit == escape) {
                i++;
                appendLiteral(i < pattern.length() ? pattern.charAt(i) : escape, normal);
            } else if (unit == ESCAPE) {
                appendLiteral(unit, normal);
            } else {
                normal.append(unit);
            }
        }
        return normal.toString();
    }

    private static void appendLiteral(char unit, StringBuilder normal) {
        if (unit == '%' || unit == '_' || unit == ESCAPE) {
            normal.append(ESCAPE);
        }
        normal.append(unit);
    }
}
