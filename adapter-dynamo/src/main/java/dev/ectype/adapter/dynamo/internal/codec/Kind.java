package dev.ectype.adapter.dynamo.internal.codec;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The types of attribute values, by the names that expressions give them. */
public enum Kind {
    /** A text. */
    S,
    /** A number. */
    N,
    /** Bytes. */
    B,
    /** A truth value. */
    BOOL,
    /** Nothing. */
    NULL,
    /** A list. */
    L,
    /** A map. */
    M,
    /** A set of texts. */
    SS,
    /** A set of numbers. */
    NS,
    /** A set of byte strings. */
    BS;

    private static final AttributeValue NOTHING = AttributeValue.createNul(true);

    @SuppressWarnings("ImmutableEnumChecker") // the SDK's class is immutable
    private final AttributeValue asValue = AttributeValue.createS(name());

    /** Returns the name as a value, for the function that tests types. */
    public AttributeValue asValue() {
        return asValue;
    }

    /** Returns the value that is nothing. */
    public static AttributeValue nothing() {
        return NOTHING;
    }

    /** Tells whether values of this type can be keys, and have an order. */
    public boolean isOrdered() {
        return this == S || this == N || this == B;
    }

    /** Tells whether this is one of the store's own kinds of sets. */
    public boolean isSet() {
        return this == SS || this == NS || this == BS;
    }
}
