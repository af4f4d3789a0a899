package dev.ectype.adapter.dynamo.internal.codec;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Bytes. */
final class BinaryFormat implements Format {

    @Override
    public AttributeValue write(Object value) {
        if (value instanceof byte[] bytes) {
            return AttributeValue.createB(SdkBytes.fromByteArrayUnsafe(bytes));
        }
        throw new Unstorable("expected bytes but was " + value.getClass().getSimpleName());
    }

    @Override
    public Object read(AttributeValue stored) {
        SdkBytes bytes = stored.b();
        return bytes == null ? Natural.read(stored) : bytes.asByteArrayUnsafe();
    }

    @Override
    public Kind kind() {
        return Kind.B;
    }
}
