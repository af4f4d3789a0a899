package dev.ectype.query.ir;

import dev.ectype.types.stored.Storage;
import java.util.List;

/**
 * A condition on one row, true, false or unknown as in SQL: what touches a null is unknown, {@code not unknown} is
 * unknown, and only true rows match. Nodes are immutable values; {@code dev.ectype.query.eval} defines their meaning.
 * {@link Printer} shows them without their values.
 */
public sealed interface Predicate {

    /** Calls the method of the visitor that fits. */
    <R> R accept(Visitor<R> visitor);

    /** Returns the predicates that this one is made of; empty for a test of values. */
    default List<Predicate> terms() {
        return List.of();
    }

    /** Tells whether a condition in a driver's own terms is part of this one. */
    default boolean hasNativePart() {
        if (this instanceof Native) {
            return true;
        }
        for (Predicate term : terms()) {
            if (term.hasNativePart()) {
                return true;
            }
        }
        return false;
    }

    /** True if every term is. An empty list is true. */
    record And(List<Predicate> terms) implements Predicate {
        /** Copies the terms. */
        public And {
            terms = List.copyOf(terms);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.and(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /** True if one term is. An empty list is false. */
    record Or(List<Predicate> terms) implements Predicate {
        /** Copies the terms. */
        public Or {
            terms = List.copyOf(terms);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.or(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /** True if the term is false, unknown if it is unknown. */
    record Not(Predicate term) implements Predicate {
        @Override
        public List<Predicate> terms() {
            return List.of(term);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /** Always true or always false. */
    record Constant(boolean value) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * A comparison; unknown if a side is null. A field compared with a constant has the field on the left.
     *
     * @param left a field or a function of fields
     * @param comparison which comparison
     * @param right a constant, a field or a function, of the same neutral kind or of another kind of number
     */
    record Compare(Operand left, Comparison comparison, Operand right) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.compare(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /** True if the operand equals one of the values; unknown if it is null; false, even then, for no values. */
    record In(Operand operand, List<Value> values) implements Predicate {
        /** Copies the values. */
        public In {
            values = List.copyOf(values);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.in(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /** True if the operand is null or absent; never unknown. */
    record IsNull(Operand operand) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.isNull(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * A test of a text; unknown if the operand is null.
     *
     * @param operand the text
     * @param match how the pattern is meant
     * @param pattern the wanted part, as it is, or for {@link Match#LIKE} with {@code %} for any text, {@code _} for
     *     one code point and {@code \} before what is to mean itself
     * @param ignoreCase whether both sides are compared after Unicode's simple case folding, code point by code point
     */
    record Text(Operand operand, Match match, Value pattern, boolean ignoreCase) implements Predicate {
        /** How a pattern is meant. */
        public enum Match {
            /** The text begins with it. */
            STARTS_WITH,
            /** The text ends with it. */
            ENDS_WITH,
            /** It stands somewhere in the text. */
            CONTAINS,
            /** The whole text fits it. */
            LIKE
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /** True if the list or set has an element equal to the value; unknown if the list is null. */
    record Contains(FieldPath list, Value value) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.contains(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /** True if the list or set has every one of the values; unknown if the list is null. */
    record ContainsAll(FieldPath list, List<Value> values) implements Predicate {
        /** Copies the values. */
        public ContainsAll {
            values = List.copyOf(values);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.containsAll(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * True if the condition is true for one element, false if it is for none; unknown if the list is null. Paths in the
     * condition start at the element.
     */
    record AnyElement(FieldPath list, Predicate condition) implements Predicate {
        @Override
        public List<Predicate> terms() {
            return List.of(condition);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.anyElement(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * Compares the number of elements of a list, set or map; unknown if it is null.
     *
     * @param number what it is compared with, an {@link Integer}
     */
    record Size(FieldPath list, Comparison comparison, Value number) implements Predicate {
        /** Compares it with a number that is known. */
        public Size(FieldPath list, Comparison comparison, int size) {
            this(list, comparison, new Value(size, Storage.Scalar.INT32, false));
        }

        /** Returns the number that it is compared with. */
        public int size() {
            return (Integer) number.value();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.size(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * A condition in a driver's own terms, which only the adapter of that store understands; every other one, and the
     * reference evaluator, refuses it.
     *
     * @param store the name of the store that it is meant for
     * @param condition the driver's object
     */
    record Native(String store, Object condition) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nativeCondition(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * One method for each kind of predicate: complete, so that a new kind does not compile until every walker has
     * decided what to do with it.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /** Visits a conjunction. */
        R and(And and);

        /** Visits a disjunction. */
        R or(Or or);

        /** Visits a negation. */
        R not(Not not);

        /** Visits a constant. */
        R constant(Constant constant);

        /** Visits a comparison. */
        R compare(Compare compare);

        /** Visits a list of alternatives. */
        R in(In in);

        /** Visits a null test. */
        R isNull(IsNull isNull);

        /** Visits a text test. */
        R text(Text text);

        /** Visits a membership test. */
        R contains(Contains contains);

        /** Visits a test for several members. */
        R containsAll(ContainsAll containsAll);

        /** Visits an element test. */
        R anyElement(AnyElement anyElement);

        /** Visits a size test. */
        R size(Size size);

        /** Visits a native condition. */
        R nativeCondition(Native nativeCondition);
    }
}
