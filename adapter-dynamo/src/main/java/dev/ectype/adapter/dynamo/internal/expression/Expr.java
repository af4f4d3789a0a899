package dev.ectype.adapter.dynamo.internal.expression;

import dev.ectype.query.ir.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A condition as DynamoDB evaluates it: of two truth values, and false where an attribute is missing. */
public sealed interface Expr {
    /** Always true; it is never written. */
    Expr ALWAYS = new Junction(true, List.of());

    /** Never true; it is never written. */
    Expr NEVER = new Junction(false, List.of());

    /** Writes the condition. */
    void write(StringBuilder to, Placeholders placeholders);

    /** Returns about how many characters it takes, a little more rather than less. */
    int length();

    /** Returns the conjunction, simplified. */
    static Expr and(List<Expr> terms) {
        return junction(true, terms);
    }

    /** Returns the conjunction, simplified. */
    static Expr and(Expr... terms) {
        return junction(true, List.of(terms));
    }

    /** Returns the disjunction, simplified. */
    static Expr or(List<Expr> terms) {
        return junction(false, terms);
    }

    /** Returns the disjunction, simplified. */
    static Expr or(Expr... terms) {
        return junction(false, List.of(terms));
    }

    private static Expr junction(boolean all, List<Expr> terms) {
        Expr neutral = all ? ALWAYS : NEVER;
        Expr settling = all ? NEVER : ALWAYS;
        List<Expr> kept = new ArrayList<>(terms.size() + 1);
        for (Expr term : terms) {
            if (term == settling) {
                return settling;
            }
            if (term instanceof Junction same && same.all == all) {
                kept.addAll(same.terms);
            } else {
                kept.add(term);
            }
        }
        return kept.isEmpty() ? neutral : kept.size() == 1 ? kept.get(0) : new Junction(all, kept);
    }

    /** Returns the negation: of truth values of the store, not of the toolkit. */
    static Expr not(Expr term) {
        return term == ALWAYS ? NEVER : term == NEVER ? ALWAYS : new Not(term);
    }

    /** Returns the text of a condition of its own, without parentheses around it. */
    static String text(Expr condition, Placeholders placeholders) {
        StringBuilder text = new StringBuilder(condition.length());
        if (condition instanceof Junction junction) {
            junction.writeTerms(text, placeholders);
        } else {
            condition.write(text, placeholders);
        }
        return text.toString();
    }

    /** A comparison. */
    record Compare(Term left, Comparison comparison, Term right) implements Expr {
        @Override
        public void write(StringBuilder to, Placeholders placeholders) {
            left.write(to, placeholders);
            to.append(' ').append(comparison.symbol()).append(' ');
            right.write(to, placeholders);
        }

        @Override
        public int length() {
            return left.length() + right.length() + 2 * comparison.symbol().length();
        }
    }

    /** A range, its ends included. */
    record Between(Term value, Term low, Term high) implements Expr {
        @Override
        public void write(StringBuilder to, Placeholders placeholders) {
            value.write(to, placeholders);
            to.append(" BETWEEN ");
            low.write(to, placeholders);
            to.append(" AND ");
            high.write(to, placeholders);
        }

        @Override
        public int length() {
            return value.length() + low.length() + high.length() + " BETWEEN  AND ".length();
        }
    }

    /** One of the store's functions that are conditions. */
    record Call(String function, List<Term> arguments) implements Expr {
        @Override
        public void write(StringBuilder to, Placeholders placeholders) {
            to.append(function).append('(');
            writeList(arguments, to, placeholders);
            to.append(')');
        }

        @Override
        public int length() {
            return function.length() + 2 + lengthOf(arguments);
        }
    }

    /** A list of alternatives, at most a hundred. */
    record OneOf(Term value, List<Term> alternatives) implements Expr {
        @Override
        public void write(StringBuilder to, Placeholders placeholders) {
            value.write(to, placeholders);
            to.append(" IN (");
            writeList(alternatives, to, placeholders);
            to.append(')');
        }

        @Override
        public int length() {
            return value.length() + " IN ()".length() + lengthOf(alternatives);
        }
    }

    /** All, or one, of several conditions. */
    record Junction(boolean all, List<Expr> terms) implements Expr {
        @Override
        public void write(StringBuilder to, Placeholders placeholders) {
            to.append('(');
            writeTerms(to, placeholders);
            to.append(')');
        }

        void writeTerms(StringBuilder to, Placeholders placeholders) {
            for (int i = 0; i < terms.size(); i++) {
                to.append(i == 0 ? "" : all ? " AND " : " OR ");
                terms.get(i).write(to, placeholders);
            }
        }

        @Override
        public int length() {
            int sum = 2;
            for (Expr term : terms) {
                sum += term.length() + " AND ".length();
            }
            return sum;
        }
    }

    /** A negation. */
    record Not(Expr term) implements Expr {
        @Override
        public void write(StringBuilder to, Placeholders placeholders) {
            to.append("(NOT ");
            term.write(to, placeholders);
            to.append(')');
        }

        @Override
        public int length() {
            return term.length() + "(NOT )".length();
        }
    }

    /** A condition in the driver's own terms, with placeholders of its own. */
    record Raw(String text, Map<String, String> names, Map<String, AttributeValue> values) implements Expr {
        @Override
        public void write(StringBuilder to, Placeholders placeholders) {
            placeholders.addAll(names, values);
            to.append('(').append(text).append(')');
        }

        @Override
        public int length() {
            return text.length() + 2;
        }
    }

    private static void writeList(List<Term> terms, StringBuilder to, Placeholders placeholders) {
        for (int i = 0; i < terms.size(); i++) {
            to.append(i == 0 ? "" : ", ");
            terms.get(i).write(to, placeholders);
        }
    }

    private static int lengthOf(List<Term> terms) {
        int sum = 0;
        for (Term term : terms) {
            sum += term.length() + 2;
        }
        return sum;
    }
}
