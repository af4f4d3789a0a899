package dev.ectype.changeset.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One input of a form. Immutable; nothing in it is escaped for HTML, which a template does.
 *
 * @param id the id, for labels
 * @param name the name under which the value is sent
 * @param type the HTML type: {@code text}, {@code email}, {@code number}, {@code checkbox}, {@code select}, ...
 * @param values what was typed, or what is there; several for a list, none for a secret
 * @param options what there is to choose from, in order; empty if anything may be typed
 * @param errors the texts of the errors
 * @param attributes the HTML constraint attributes, such as {@code required} and {@code maxlength}; an attribute without a
 *     value has an empty one
 */
public record Input(
        String id,
        String name,
        String type,
        List<String> values,
        List<String> options,
        List<String> errors,
        Map<String, String> attributes) {

    /** Copies the collections. */
    public Input {
        values = List.copyOf(values);
        options = List.copyOf(options);
        errors = List.copyOf(errors);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Returns the first value, or an empty text. */
    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Tells whether a box is to be drawn ticked. */
    public boolean isChecked() {
        return values.contains("true") || values.contains("1");
    }
}
