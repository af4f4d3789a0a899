/**
 * The one way from jOOQ's expressions to the query as stores see it. What {@link dev.ectype.query.jooq.ConditionTranslator}
 * does not know it refuses by name: nothing is guessed, rendered or dropped.
 */
@NullMarked
package dev.ectype.query.jooq;

import org.jspecify.annotations.NullMarked;
