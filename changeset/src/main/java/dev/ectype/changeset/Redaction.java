package dev.ectype.changeset;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps the values of secret fields out of what may be shown. */
final class Redaction {
    static final String MARK = "**redacted**";
    private static final int TELLING = 3;

    private Redaction() {}

    static FieldError of(Field<?, ?> field, FieldError error, @Nullable Object value) {
        if (value == null || !field.settings().isRedacted()) {
            return error;
        }
        Map<String, Object> arguments = new LinkedHashMap<>();
        error.arguments().forEach((name, argument) -> arguments.put(name, shows(argument, value) ? MARK : argument));
        return new FieldError(error.path(), error.code(), text(error.text(), value), arguments, error.origin());
    }

    /** Shorter values stand in too many innocent words to be taken out of a text. */
    private static String text(String text, Object value) {
        String secret = value.toString();
        return secret.length() < TELLING ? text : text.replace(secret, MARK);
    }

    private static boolean shows(@Nullable Object argument, Object value) {
        if (argument == null || (argument instanceof Number && !(value instanceof Number))) {
            return false;
        }
        String secret = value.toString();
        return Objects.equals(argument, value)
                || (secret.length() >= TELLING && argument.toString().contains(secret));
    }
}
