package dev.ectype.adapter.dynamo.internal.codec;

import dev.ectype.query.ir.Comparison;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Truth values, which the store can compare for equality only: false is less than true. */
final class BooleanFormat implements Format {
    private static final AttributeValue TRUE = AttributeValue.createBool(true);
    private static final AttributeValue FALSE = AttributeValue.createBool(false);

    private static AttributeValue of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    @Override
    public AttributeValue write(Object value) {
        if (value instanceof Boolean truth) {
            return of(truth);
        }
        throw new Unstorable(
                "expected true or false but was " + value.getClass().getSimpleName());
    }

    @Override
    public Object read(AttributeValue stored) {
        return stored.type() == AttributeValue.Type.BOOL ? stored.bool() : Natural.read(stored);
    }

    @Override
    public Kind kind() {
        return Kind.BOOL;
    }

    @Override
    public Bound bound(Comparison comparison, Object value) {
        if (!(value instanceof Boolean wanted)) {
            throw new Unstorable("a truth value is not compared with another kind of value");
        }
        boolean ofFalse = comparison.holds(Boolean.compare(false, wanted));
        boolean ofTrue = comparison.holds(Boolean.compare(true, wanted));
        return ofFalse == ofTrue ? new Bound.Settled(ofTrue) : new Bound.Against(Comparison.EQ, of(ofTrue));
    }
}
