package dev.ectype.changeset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One error as data, the same from cast to store. Immutable.
 *
 * @param path where in the input
 * @param code what went wrong, as a program knows it: {@code required}, {@code length.min}, {@code unique}
 * @param text the default text; {@code %{name}} stands for the argument of that name
 * @param arguments what the text and a program may want to know, such as the least count; in a fixed order
 * @param origin which step found it
 */
public record FieldError(Path path, String code, String text, Map<String, Object> arguments, Origin origin) {

    /** Copies the arguments. */
    public FieldError {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** Returns the same error as seen from further out. */
    public FieldError under(Path outer) {
        return new FieldError(outer.plus(path), code, text, arguments, origin);
    }

    /** Returns the default text with its arguments filled in. */
    public String message() {
        return ErrorText.fill(text, arguments);
    }
}
