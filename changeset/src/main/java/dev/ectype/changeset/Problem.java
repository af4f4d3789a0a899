package dev.ectype.changeset;

import dev.ectype.changeset.rule.Message;
import java.util.Optional;

/**
 * What a check of the program's own found wrong.
 *
 * @param field the name of the field that gets the error, if it is another than the one that was checked; an empty name is
 *     the whole record's
 * @param message the text and its arguments
 */
public record Problem(Optional<String> field, Message message) {

    /** Returns a problem of the field that was checked. */
    public static Problem of(String text) {
        return of(Message.of(text));
    }

    /** Returns a problem of the field that was checked. */
    public static Problem of(Message message) {
        return new Problem(Optional.empty(), message);
    }

    /** Returns a problem of another field, or of a name that is no field's. */
    public static Problem on(String field, Message message) {
        return new Problem(Optional.of(field), message);
    }

    /** Returns a problem of another field. */
    public static Problem on(Field<?, ?> field, Message message) {
        return on(Errors.param(field), message);
    }
}
