package dev.ectype.adapter.dynamo.internal.codec;

import dev.ectype.query.ir.Comparison;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What becomes of a comparison with a constant when the constant takes its stored form. */
public sealed interface Bound {

    /** A comparison with a stored value. */
    record Against(Comparison comparison, AttributeValue value) implements Bound {}

    /** Every stored value meets it, or none does. */
    record Settled(boolean met) implements Bound {}
}
