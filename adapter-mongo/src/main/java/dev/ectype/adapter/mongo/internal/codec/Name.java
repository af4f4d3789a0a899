package dev.ectype.adapter.mongo.internal.codec;

import java.nio.charset.StandardCharsets;

/** The name of a field, encoded beforehand. Immutable. */
public final class Name {
    private final String text;
    private final byte[] bytes;

    private Name(String text) {
        this.text = text;
        this.bytes = (text + '\0').getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns a name.
     *
     * @throws IllegalArgumentException if it has a zero, which ends a stored name
     */
    static Name of(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the name of a field has no zero character");
        }
        return new Name(text);
    }

    String text() {
        return text;
    }

    /** Returns the name as BSON has it, with the zero at the end; nobody changes the array. */
    byte[] bytes() {
        return bytes;
    }
}
