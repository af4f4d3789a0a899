package dev.ectype.changeset;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fills the {@code %{name}} parts of a text. What is filled in is never looked at again. */
public final class ErrorText {

    private ErrorText() {}

    /** Returns the text with each {@code %{name}} replaced by the argument, or by the bare name if there is none. */
    public static String fill(String text, Map<String, ?> arguments) {
        int open = text.indexOf("%{");
        if (open < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        int from = 0;
        while (open >= 0) {
            int close = text.indexOf('}', open);
            String name = close < 0 ? "" : text.substring(open + 2, close);
            boolean filled = isName(name);
            out.append(text, from, open).append(filled ? value(name, arguments) : "%{");
            from = filled ? close + 1 : open + 2;
            open = text.indexOf("%{", from);
        }
        return out.append(text, from, text.length()).toString();
    }

    private static String value(String name, Map<String, ?> arguments) {
        Object argument = arguments.get(name);
        return argument != null ? argument.toString() : arguments.containsKey(name) ? "" : name;
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    static String list(List<FieldError> errors) {
        return errors.stream()
                .map(error -> (error.path().segments().isEmpty() ? "" : error.path() + " ") + error.message())
                .collect(Collectors.joining("; "));
    }
}
