package dev.ectype.examples.callcontrol;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.FieldError;
import java.util.Comparator;
import java.util.List;

/**
 * One thing that is wrong with a request, as the API says it to its callers, whatever the command.
 *
 * @param pointer where in the body, as a JSON Pointer
 * @param code what a program may look at
 * @param detail what people read
 */
public record Problem(String pointer, String code, String detail) {

    /** Returns everything that is wrong with a request, in the order of the pointers. */
    public static List<Problem> of(Changeset<?> invalid) {
        return invalid.allErrors().stream()
                .map(Problem::of)
                .sorted(Comparator.comparing(Problem::pointer))
                .toList();
    }

    private static Problem of(FieldError error) {
        return new Problem(error.path().pointer(), error.code(), error.message());
    }
}
