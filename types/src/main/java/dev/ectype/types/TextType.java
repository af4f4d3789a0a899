package dev.ectype.types;

import dev.ectype.types.stored.Storage;

/** Text as it is: nothing is trimmed or normalised. */
final class TextType extends ScalarType<String> {
    static final Type<String> PLAIN = new TextType();

    private TextType() {
        super("string", String.class, Storage.Scalar.TEXT);
    }

    @Override
    public Cast<String> cast(Object input) {
        if (input instanceof String text) {
            return Cast.ok(text);
        }
        return input instanceof Character letter ? Cast.ok(letter.toString()) : Cast.failed();
    }

    @Override
    public String load(Object stored) {
        return loaded(stored instanceof String text ? text : null, "text", stored);
    }
}
