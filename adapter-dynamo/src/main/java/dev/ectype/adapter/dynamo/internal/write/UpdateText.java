package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.expression.Placeholders;
import dev.ectype.adapter.dynamo.internal.expression.Term;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An update expression in the making. Used by one thread. */
final class UpdateText {
    private final Placeholders placeholders;
    private final List<String> set = new ArrayList<>();
    private final List<String> remove = new ArrayList<>();
    private final List<String> add = new ArrayList<>();
    private final List<String> delete = new ArrayList<>();

    UpdateText(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    private String written(Term.Attribute attribute) {
        StringBuilder text = new StringBuilder();
        attribute.write(text, placeholders);
        return text.toString();
    }

    void set(Term.Attribute attribute, AttributeValue value) {
        set.add(written(attribute) + " = " + placeholders.value(value));
    }

    /** Adds a number to what is there, or to zero. */
    void increment(Term.Attribute attribute, AttributeValue by) {
        String path = written(attribute);
        String zero = placeholders.value(AttributeValue.createN("0"));
        set.add(path + " = if_not_exists(" + path + ", " + zero + ") + " + placeholders.value(by));
    }

    /** Adds an element at the end of what is there, or to nothing. */
    void append(Term.Attribute attribute, AttributeValue element) {
        String path = written(attribute);
        String nothing = placeholders.value(AttributeValue.createL(List.of()));
        String one = placeholders.value(AttributeValue.createL(List.of(element)));
        set.add(path + " = list_append(if_not_exists(" + path + ", " + nothing + "), " + one + ")");
    }

    void remove(Term.Attribute attribute) {
        remove.add(written(attribute));
    }

    /** Adds elements to one of the store's own sets. */
    void addToSet(Term.Attribute attribute, AttributeValue elements) {
        add.add(written(attribute) + " " + placeholders.value(elements));
    }

    /** Removes elements of one of the store's own sets. */
    void removeFromSet(Term.Attribute attribute, AttributeValue elements) {
        delete.add(written(attribute) + " " + placeholders.value(elements));
    }

    /** Returns the expression. */
    String text() {
        StringBuilder text = new StringBuilder();
        append(text, "SET ", set);
        append(text, " REMOVE ", remove);
        append(text, " ADD ", add);
        append(text, " DELETE ", delete);
        return text.toString().strip();
    }

    private static void append(StringBuilder text, String word, List<String> parts) {
        if (!parts.isEmpty()) {
            text.append(word).append(String.join(", ", parts));
        }
    }
}
