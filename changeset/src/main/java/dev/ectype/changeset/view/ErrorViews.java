package dev.ectype.changeset.view;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.FieldError;
import dev.ectype.changeset.Path;
import dev.ectype.changeset.message.Messages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All errors of a changeset, its related records' included, in the forms that clients expect: plain maps and lists, which any
 * JSON library writes. Immutable.
 */
public final class ErrorViews {
    private static final int UNPROCESSABLE = 422;

    private final Changeset<?> changeset;
    private final Messages messages;

    private ErrorViews(Changeset<?> changeset, Messages messages) {
        this.changeset = changeset;
        this.messages = messages;
    }

    /** Returns the views of a changeset's errors, in the language of the messages. */
    public static ErrorViews of(Changeset<?> changeset, Messages messages) {
        return new ErrorViews(changeset, messages);
    }

    /** Returns the texts by JSON Pointer: {@code /items/0/name}. */
    public Map<String, List<String>> byPointer() {
        return by(Path::pointer);
    }

    /** Returns the texts by path as people write it: {@code items[0].name}. */
    public Map<String, List<String>> byDottedPath() {
        return by(Path::dotted);
    }

    /** Returns the texts by the name of the form input: {@code items[0][name]}. */
    public Map<String, List<String>> byFormName() {
        return by(Path::formName);
    }

    private Map<String, List<String>> by(Function<Path, String> name) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (FieldError error : changeset.allErrors()) {
            texts.computeIfAbsent(name.apply(error.path()), key -> new ArrayList<>())
                    .add(messages.text(error));
        }
        return texts;
    }

    /** Returns the texts as a tree: lists of texts by field, trees for related records. */
    public Map<String, Object> nested() {
        return changeset.traverseErrors(messages::text);
    }

    /**
     * Returns the problem details (RFC 9457) of a request that was understood but is not valid: status 422, and under
     * {@code errors} one entry an error with its text, the place as a fragment pointer, and the code.
     */
    public Map<String, Object> problem() {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", "Unprocessable Content");
        problem.put("status", UNPROCESSABLE);
        List<Map<String, Object>> errors = new ArrayList<>();
        for (FieldError error : changeset.allErrors()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("detail", messages.text(error));
            entry.put("pointer", "#" + fragment(error.path().pointer()));
            entry.put("code", error.code());
            errors.add(entry);
        }
        problem.put("errors", errors);
        return problem;
    }

    /** Returns one entry an error with the names that Jakarta Validation gives the parts of a violation. */
    public List<Map<String, Object>> violations() {
        List<Map<String, Object>> violations = new ArrayList<>();
        for (FieldError error : changeset.allErrors()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("propertyPath", error.path().dotted());
            entry.put("message", messages.text(error));
            entry.put("messageTemplate", error.text());
            entry.put("attributes", error.arguments());
            violations.add(entry);
        }
        return violations;
    }

    /** Escapes what must not stand in the fragment of a URI (RFC 3986). */
    private static String fragment(String pointer) {
        StringBuilder out = new StringBuilder();
        for (byte b : pointer.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "-._~!$&'()*+,;=:@/?".indexOf(c) >= 0;
            out.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return out.toString();
    }
}
