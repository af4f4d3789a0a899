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
            if (close < 0) {
                break;
            }
            String name = text.substring(open + 2, close);
            Object argument = arguments.get(name);
            out.append(text, from, open).append(argument == null ? name : argument.toString());
            from = close + 1;
            open = text.indexOf("%{", from);
        }
        return out.append(text, from, text.length()).toString();
    }

    static String list(List<FieldError> errors) {
        return errors.stream()
                .map(error -> (error.path().segments().isEmpty() ? "" : error.path() + " ") + error.message())
                .collect(Collectors.joining("; "));
    }
}
