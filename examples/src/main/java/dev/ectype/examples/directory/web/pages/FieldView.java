package dev.ectype.examples.directory.web.pages;

import dev.ectype.changeset.form.Input;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field as a template draws it.
 *
 * @param input what the changeset knows of it
 * @param label what it is called
 * @param hint how it is filled in, or an empty text
 * @param choices what there is to choose from
 * @param focused whether the page opens with the cursor in it
 */
public record FieldView(Input input, String label, String hint, List<Choice> choices, boolean focused) {

    /** Returns what stands in it; several values with commas between them. */
    public String value() {
        return String.join(", ", input.values());
    }

    /** Tells whether something is wrong with it. */
    public boolean invalid() {
        return !input.errors().isEmpty();
    }

    /** Returns what is wrong with it, as one text. */
    public String error() {
        return String.join(", ", input.errors());
    }

    /** Returns the ids of the texts that describe it. */
    public String describedBy() {
        return Stream.of(hint.isEmpty() ? "" : input.id() + "-hint", input.id() + "-error")
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Tells whether it must be filled in. */
    public boolean required() {
        return input.attributes().containsKey("required");
    }

    /** Returns the HTML attributes of its rules; a list of choices knows only one. */
    public Map<String, String> attributes() {
        if (choices.isEmpty()) {
            return input.attributes();
        }
        return required() ? Map.of("required", "") : Map.of();
    }

    FieldView withFocus() {
        return new FieldView(input, label, hint, choices, true);
    }
}
