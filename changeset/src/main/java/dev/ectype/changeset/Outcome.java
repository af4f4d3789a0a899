package dev.ectype.changeset;

import dev.ectype.changeset.rule.Message;
import dev.ectype.changeset.rule.Violation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of giving related records to an owner. */
sealed interface Outcome {

    /** The relation changes: to null, to a changeset or to a list of them. */
    record Put(@Nullable Object change, boolean valid) implements Outcome {}

    /** Nothing changes. */
    record Ignored() implements Outcome {}

    /** What was given is no such record, or would replace one that must stay. */
    record Invalid() implements Outcome {}

    /** Returns the error of what was given and is no such record. */
    static FieldError invalid(Relation<?, ?, ?> relation, @Nullable String validation, @Nullable Message message) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        if (validation != null) {
            arguments.put("validation", validation);
        }
        arguments.put("type", relation.isMany() ? "list of map" : "map");
        return Errors.of(relation, Violation.of(relation.kind(), "is invalid", arguments, message));
    }

    /** A bound on params is exceeded. */
    record TooMuch(Limits.Exceeded bound) implements Outcome {}

    /** Params do not say which of several kinds of record they are for. */
    record UnknownKind(FieldError error) implements Outcome {}

    /** Nothing changes. */
    Outcome IGNORED = new Ignored();

    /** What was given is invalid. */
    Outcome INVALID = new Invalid();
}
