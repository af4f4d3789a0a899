package dev.ectype.repo;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import java.util.Map;

/** What came of a Multi. */
public sealed interface MultiResult {

    /** All steps are done, and stay. */
    record Done(Seen results) implements MultiResult {}

    /**
     * A step failed, and nothing stays.
     *
     * @param step its name
     * @param value what it failed with, such as the changeset that did not become a record
     * @param before what the steps before had come to
     */
    record Failed(String step, Object value, Seen before) implements MultiResult {}

    /** Tells whether all steps are done. */
    default boolean isDone() {
        return this instanceof Done;
    }

    /**
     * Returns what the steps came to.
     *
     * @throws MappingException if one failed
     */
    default Seen orElseThrow() {
        if (this instanceof Failed failed) {
            throw new MappingException(
                    Kind.CONFLICT,
                    "a step of the Multi failed, and nothing stays",
                    Map.of("step", failed.step(), "with", failed.value()));
        }
        return ((Done) this).results();
    }
}
