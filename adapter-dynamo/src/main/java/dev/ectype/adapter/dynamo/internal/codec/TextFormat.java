package dev.ectype.adapter.dynamo.internal.codec;

import java.time.DateTimeException;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values other than texts that are stored as a text which sorts as they do. */
final class TextFormat implements Format {
    private final Function<Object, String> writer;
    private final Function<String, Object> reader;

    TextFormat(Function<Object, String> writer, Function<String, Object> reader) {
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public AttributeValue write(Object value) {
        try {
            return AttributeValue.createS(writer.apply(value));
        } catch (ClassCastException otherKind) {
            throw new Unstorable("the value is a " + value.getClass().getSimpleName());
        }
    }

    @Override
    public Object read(AttributeValue stored) {
        String text = stored.s();
        if (text == null) {
            return Natural.read(stored);
        }
        try {
            return reader.apply(text);
        } catch (DateTimeException | IllegalArgumentException notWritten) {
            return text;
        }
    }

    @Override
    public Kind kind() {
        return Kind.S;
    }
}
