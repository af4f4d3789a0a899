package dev.ectype.tck.differential;

import java.util.stream.Stream;

/**
 * A question over the rows of a schema that can be made smaller. Its text shows its values, which nobody has to keep secret.
 *
 * @param <T> the questions of its kind
 */
interface Shrinkable<T extends Shrinkable<T>> {

    /** Returns the schema. */
    GeneratedSchema schema();

    /** Returns questions that lack a part of this one; going on with them comes to an end. */
    Stream<T> smaller();
}
