package dev.ectype.tck.differential;

import dev.ectype.tck.differential.GeneratedSchema.Cell;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Makes conditions that compute: tests of texts, functions, arithmetic. */
final class FunctionMaker {
    private static final List<String> PATTERNS = List.of(
            "%",
            "_",
            "a%",
            "%b",
            "a_b",
            "%a%",
            "__",
            "a\\_b",
            "a\\%b",
            "%\\\\%",
            "A%",
            "(%)",
            "",
            "a",
            "_%_",
            "%!%",
            "*",
            "%.%",
            "\u00e9",
            "%\uD83D\uDE00%");
    private static final List<String> PARTS =
            List.of("a", "A", "b", "%", "_", "\\", "!", "*", "", "\u00e9", "\u00c9", "B");
    private final Dice dice;

    FunctionMaker(Dice dice) {
        this.dice = dice;
    }

    static <T> Condition comparison(int which, Field<T> left, Field<T> other) {
        return switch (which) {
            case 0 -> left.eq(other);
            case 1 -> left.ne(other);
            case 2 -> left.lt(other);
            case 3 -> left.le(other);
            case 4 -> left.gt(other);
            default -> left.ge(other);
        };
    }

    Term of(Cell cell) {
        if (cell.kind().isText() && !dice.oneIn(4)) {
            return ofText(cell);
        }
        if (cell.kind() == Kind.BOOLEAN && dice.oneIn(2)) {
            return new Term.Leaf(DSL.condition(FunctionMaker.<Boolean>as(cell)), true);
        }
        return cell.kind().isNumber() && !dice.oneIn(4)
                ? new Term.Leaf(ofNumber(cell), true)
                : new Term.Leaf(coalesce(cell), true);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller knows the kind
    private static <T> Field<T> as(Cell cell) {
        return (Field<T>) (Field<?>) cell.column();
    }

    private Condition coalesce(Cell cell) {
        Field<Object> filled = DSL.coalesce(cell.column(), DSL.val(dice.oneOf(cell.values()), cell.column()));
        return comparison(dice.below(6), filled, DSL.val(dice.oneOf(cell.values()), cell.column()));
    }

    /** H2 counts UTF-16 units and knows letters with one other case only, so what counts or recases is for plain texts. */
    private Term ofText(Cell cell) {
        boolean plain = cell.kind() == Kind.TEXT;
        Field<String> text = as(cell);
        String value = (String) dice.oneOf(cell.values());
        return switch (dice.below(4)) {
            case 0 -> new Term.Leaf(like(text, dice.oneOf(PATTERNS)), plain);
            case 1 -> ofPart(text, dice.oneOf(PARTS), plain);
            case 2 -> new Term.Leaf(DSL.length(text).gt(dice.below(4)), plain);
            default -> new Term.Leaf(recased(text, value), plain);
        };
    }

    /** jOOQ does not escape wildcards for a column whose values it is told to leave alone. */
    private Term ofPart(Field<String> text, String part, boolean plain) {
        boolean isLiteral = part.chars().noneMatch(character -> "%_!".indexOf(character) >= 0);
        return dice.oneIn(2)
                ? new Term.Leaf(part(text, part), isLiteral)
                : new Term.Leaf(partOfAnyCase(text, part), isLiteral && plain);
    }

    private Condition like(Field<String> text, String pattern) {
        return switch (dice.below(5)) {
            case 0 -> text.like(pattern);
            case 1 -> text.notLike(pattern);
            case 2 -> text.likeIgnoreCase(pattern);
            case 3 -> text.notLikeIgnoreCase(pattern);
            default -> text.like(pattern.replace('\\', '!').replace("%!%", "%!!%"), '!');
        };
    }

    private Condition part(Field<String> text, String part) {
        return switch (dice.below(3)) {
            case 0 -> text.startsWith(part);
            case 1 -> text.endsWith(part);
            default -> text.contains(part);
        };
    }

    private Condition partOfAnyCase(Field<String> text, String part) {
        return switch (dice.below(3)) {
            case 0 -> text.startsWithIgnoreCase(part);
            case 1 -> text.endsWithIgnoreCase(part);
            default -> text.containsIgnoreCase(part);
        };
    }

    private Condition recased(Field<String> text, String value) {
        return switch (dice.below(3)) {
            case 0 -> DSL.lower(text).eq(value.toLowerCase(Locale.ROOT));
            case 1 -> DSL.upper(text).ne(value.toUpperCase(Locale.ROOT));
            default -> text.equalIgnoreCase(value);
        };
    }

    /** Divisors are not zero, which SQL calls an error and we call null; floats and decimals are not divided. */
    private Condition ofNumber(Cell cell) {
        Field<Number> number = as(cell);
        Field<Number> small = DSL.val(small(cell.kind(), dice.below(3) + 1), number);
        Field<Number> result = switch (dice.below(dividable(cell.kind()) ? 6 : 4)) {
            case 0 -> number.add(small);
            case 1 -> number.sub(small);
            case 2 -> number.mul(small);
            case 3 -> number.neg();
            case 4 -> number.div(small);
            default -> number.mod(small);
        };
        Number value = (Number) dice.oneOf(cell.values());
        return comparison(dice.below(6), result, DSL.val(value, number));
    }

    private static boolean dividable(Kind kind) {
        return kind == Kind.INT32 || kind == Kind.INT64;
    }

    private static Number small(Kind kind, int number) {
        return switch (kind) {
            case INT32 -> number;
            case INT64 -> (long) number;
            case INTEGER -> BigInteger.valueOf(number);
            case FLOAT64 -> (double) number;
            default -> BigDecimal.valueOf(number);
        };
    }
}
