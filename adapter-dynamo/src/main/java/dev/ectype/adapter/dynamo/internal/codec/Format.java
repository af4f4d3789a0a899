package dev.ectype.adapter.dynamo.internal.codec;

import dev.ectype.query.ir.Comparison;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How the values of one neutral kind are stored. Immutable and safe for use by several threads. */
public interface Format {

    /**
     * Returns the stored form of a value.
     *
     * @throws Unstorable if the store has no place for it
     */
    AttributeValue write(Object value);

    /**
     * Reads a stored value that is not NULL. What is not of the stored type is read as what it is, so that the field's
     * type can say what it expected.
     */
    Object read(AttributeValue stored);

    /** Returns the type of the stored form. */
    Kind kind();

    /** Tells whether the store compares two stored values as the toolkit compares what they stand for. */
    default boolean isComparable() {
        return true;
    }

    /** Returns the format of the elements of a list, set or map; of another format, itself. */
    default Format element() {
        return this;
    }

    /**
     * Returns a comparison of stored values that holds where the comparison with a value does, which may be a number of
     * another kind.
     *
     * @throws Unstorable if there is none
     */
    default Bound bound(Comparison comparison, Object value) {
        return new Bound.Against(comparison, write(value));
    }
}
