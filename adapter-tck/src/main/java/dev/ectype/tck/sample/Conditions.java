package dev.ectype.tck.sample;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Storage;
import java.util.Arrays;
import java.util.List;

/** Conditions, written short. */
public final class Conditions {
    private Conditions() {}

    /** A comparison with a constant of the operand's kind. */
    public static Predicate compare(Operand left, Comparison comparison, Object value) {
        return new Predicate.Compare(left, comparison, value(left.storage(), value));
    }

    /** A comparison of two operands. */
    public static Predicate compareWith(Operand left, Comparison comparison, Operand right) {
        return new Predicate.Compare(left, comparison, right);
    }

    /** A constant. */
    public static Value value(Storage storage, Object value) {
        return new Value(value, storage, false);
    }

    /** Equal. */
    public static Predicate eq(Operand left, Object value) {
        return compare(left, Comparison.EQ, value);
    }

    /** Not equal. */
    public static Predicate ne(Operand left, Object value) {
        return compare(left, Comparison.NE, value);
    }

    /** Less. */
    public static Predicate lt(Operand left, Object value) {
        return compare(left, Comparison.LT, value);
    }

    /** Less or equal. */
    public static Predicate le(Operand left, Object value) {
        return compare(left, Comparison.LE, value);
    }

    /** Greater. */
    public static Predicate gt(Operand left, Object value) {
        return compare(left, Comparison.GT, value);
    }

    /** Greater or equal. */
    public static Predicate ge(Operand left, Object value) {
        return compare(left, Comparison.GE, value);
    }

    /** One of. */
    public static Predicate in(Operand operand, Object... values) {
        return new Predicate.In(operand, values(operand.storage(), values));
    }

    private static List<Value> values(Storage storage, Object... values) {
        return Arrays.stream(values).map(value -> value(storage, value)).toList();
    }

    /** Null. */
    public static Predicate isNull(Operand operand) {
        return new Predicate.IsNull(operand);
    }

    /** Not. */
    public static Predicate not(Predicate term) {
        return new Predicate.Not(term);
    }

    /** And. */
    public static Predicate and(Predicate... terms) {
        return new Predicate.And(List.of(terms));
    }

    /** Or. */
    public static Predicate or(Predicate... terms) {
        return new Predicate.Or(List.of(terms));
    }

    /** A constant condition. */
    public static Predicate always(boolean value) {
        return new Predicate.Constant(value);
    }

    /** A test of a text. */
    public static Predicate text(Operand operand, Predicate.Text.Match match, String pattern) {
        return new Predicate.Text(operand, match, value(operand.storage(), pattern), false);
    }

    /** A test of a text that ignores case. */
    public static Predicate textIgnoringCase(Operand operand, Predicate.Text.Match match, String pattern) {
        return new Predicate.Text(operand, match, value(operand.storage(), pattern), true);
    }

    /** A list has an element. */
    public static Predicate contains(FieldPath list, Object element) {
        return new Predicate.Contains(list, value(elementOf(list), element));
    }

    /** A list has several elements. */
    public static Predicate containsAll(FieldPath list, Object... elements) {
        return new Predicate.ContainsAll(list, values(elementOf(list), elements));
    }

    /** An element meets a condition. */
    public static Predicate any(FieldPath list, Predicate condition) {
        return new Predicate.AnyElement(list, condition);
    }

    /** A list has a size. */
    public static Predicate size(FieldPath list, Comparison comparison, int size) {
        return new Predicate.Size(list, comparison, size);
    }

    /** The element itself, below an element test. */
    public static FieldPath element(FieldPath list) {
        return FieldPath.self(elementOf(list), false);
    }

    /** A function. */
    public static Operand call(Operand.Function function, Storage storage, Operand... arguments) {
        return new Operand.Call(function, List.of(arguments), storage);
    }

    private static Storage elementOf(FieldPath list) {
        return list.storage() instanceof Storage.SetOf set
                ? set.element()
                : ((Storage.ListOf) list.storage()).element();
    }
}
