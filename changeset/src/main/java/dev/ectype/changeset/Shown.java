package dev.ectype.changeset;

import java.util.ArrayList;
import java.util.List;

/** Says what a changeset is, for logs and debuggers; secret values are left out. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    static <R> String of(Changeset<R> changeset) {
        State<R> state = changeset.state();
        List<String> changes = new ArrayList<>();
        for (Field<R, ?> field : state.plan().fields()) {
            if (state.isChanged(field.ordinal())) {
                changes.add(field.name() + ": " + value(state, field));
            }
        }
        String action = changeset.action().map(Enum::name).orElse("none");
        return "Changeset<" + changeset.shape().name() + ">{action: " + action + ", changes: " + changes + ", errors: ["
                + ErrorText.list(changeset.errors()) + "], valid: " + changeset.isValid() + "}";
    }

    private static <R> String value(State<R> state, Field<R, ?> field) {
        if (field.settings().isRedacted()) {
            return Redaction.MARK;
        }
        String text = String.valueOf(state.change(field.ordinal()));
        return text.length() <= LONGEST || field instanceof Relation<R, ?, ?>
                ? text
                : text.substring(0, LONGEST) + "...";
    }
}
