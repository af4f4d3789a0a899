package dev.ectype.adapter.dynamo.internal.expression;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Something with a value in an expression. */
public sealed interface Term {

    /** Writes the term. */
    void write(StringBuilder to, Placeholders placeholders);

    /** Returns about how many characters it takes. */
    int length();

    /**
     * An attribute, or what stands inside one.
     *
     * @param steps names, and positions of lists as {@link Integer}
     */
    record Attribute(List<Object> steps) implements Term {
        private static final int LENGTH_OF_STEP = 5;

        /** Copies the steps. */
        public Attribute {
            steps = List.copyOf(steps);
        }

        /** Returns the attribute of that name. */
        public static Attribute of(String name) {
            return new Attribute(List.of(name));
        }

        @Override
        public void write(StringBuilder to, Placeholders placeholders) {
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i) instanceof String name) {
                    to.append(i == 0 ? "" : ".").append(placeholders.name(name));
                } else {
                    to.append('[').append(steps.get(i)).append(']');
                }
            }
        }

        @Override
        public int length() {
            return LENGTH_OF_STEP * steps.size();
        }
    }

    /** A value. */
    record Constant(AttributeValue value) implements Term {
        @Override
        public void write(StringBuilder to, Placeholders placeholders) {
            to.append(placeholders.value(value));
        }

        @Override
        public int length() {
            return Attribute.LENGTH_OF_STEP;
        }
    }

    /** The size of what an attribute holds. */
    record Size(Attribute attribute) implements Term {
        @Override
        public void write(StringBuilder to, Placeholders placeholders) {
            to.append("size(");
            attribute.write(to, placeholders);
            to.append(')');
        }

        @Override
        public int length() {
            return attribute.length() + "size()".length();
        }
    }
}
