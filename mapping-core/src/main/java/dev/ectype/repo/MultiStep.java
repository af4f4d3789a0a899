package dev.ectype.repo;

import dev.ectype.changeset.Changeset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of a Multi.
 *
 * @param name its name; empty for one that only looks
 * @param kind what it does
 * @param known what is known of it before it begins
 * @param work what it does when its turn comes
 */
record MultiStep(String name, Multi.Kind kind, Known known, Work work) {

    /** Does a step on a repo in a transaction. */
    interface Work {
        Ending on(Repo repo, Seen seen);
    }

    /** How a step ends. */
    sealed interface Ending {}

    /** A step came to something, or to no record. */
    record Came(@Nullable Object to) implements Ending {}

    /** A step failed. */
    record Fell(Object with) implements Ending {}

    /** Other steps take this one's place. */
    record Grew(Multi into) implements Ending {}

    /**
     * What is known of a step beforehand.
     *
     * @param isWrite whether it is a write that needs nothing else, or none
     * @param changeset the changeset that is to be written
     * @param failure what it fails with
     */
    record Known(boolean isWrite, Optional<Changeset<?>> changeset, Optional<Object> failure) {
        static final Known NOTHING = new Known(false, Optional.empty(), Optional.empty());
        static final Known NO_WRITE = new Known(true, Optional.empty(), Optional.empty());

        static Known of(Changeset<?> changeset) {
            return new Known(
                    true, Optional.of(changeset), changeset.isValid() ? Optional.empty() : Optional.of(changeset));
        }

        static Known failing(Object value) {
            return new Known(true, Optional.empty(), Optional.of(value));
        }
    }
}
