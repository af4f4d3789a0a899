package dev.ectype.adapter.dynamo.internal.codec;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Texts, as they are. */
final class PlainTextFormat implements Format {

    @Override
    public AttributeValue write(Object value) {
        if (value instanceof String text) {
            return AttributeValue.createS(Texts.wellFormed(text));
        }
        throw new Unstorable("expected a text but was " + value.getClass().getSimpleName());
    }

    @Override
    public Object read(AttributeValue stored) {
        String text = stored.s();
        return text == null ? Natural.read(stored) : text;
    }

    @Override
    public Kind kind() {
        return Kind.S;
    }
}
