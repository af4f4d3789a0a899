package dev.ectype.changeset;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the values of secret fields out of what may be shown. */
final class Redaction {
    static final String MARK = "**redacted**";
    private static final int TELLING = 3;

    private Redaction() {}

    /** Returns an error that does not show the value of a secret field. */
    static FieldError of(FieldError error, Object value) {
        Set<Object> secrets = new LinkedHashSet<>();
        collect(value, secrets);
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (Map.Entry<String, Object> argument : error.arguments().entrySet()) {
            boolean shows = value.equals(argument.getValue()) || shows(argument.getValue(), secrets);
            arguments.put(argument.getKey(), shows ? MARK : argument.getValue());
        }
        return new FieldError(error.path(), error.code(), text(error.text(), secrets), arguments, error.origin());
    }

    /** Collects the single values in a value; the text of a list or map as a whole may be many times its size. */
    private static void collect(@Nullable Object value, Set<Object> into) {
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> collect(key, into));
            map.values().forEach(item -> collect(item, into));
        } else if (value instanceof Collection<?> list) {
            list.forEach(item -> collect(item, into));
        } else if (value != null) {
            into.add(value);
        }
    }

    /** Shorter values stand in too many innocent words to be taken out of a text. */
    private static String text(String text, Set<Object> secrets) {
        String result = text;
        for (Object value : secrets) {
            String secret = value.toString();
            result = secret.length() < TELLING ? result : result.replace(secret, MARK);
        }
        return result;
    }

    private static boolean shows(@Nullable Object argument, Set<Object> secrets) {
        String shown = argument == null ? "" : argument.toString();
        return secrets.stream().anyMatch(secret -> shows(argument, shown, secret));
    }

    private static boolean shows(@Nullable Object argument, String shown, Object value) {
        if (argument == null || (argument instanceof Number && !(value instanceof Number))) {
            return false;
        }
        String secret = value.toString();
        return argument.equals(value) || (secret.length() >= TELLING && shown.contains(secret));
    }
}
