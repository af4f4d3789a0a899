/**
 * Rules: what a value must be, as values that can be kept, shown in a form and put into a schema.
 *
 * <p>{@link dev.ectype.changeset.rule.Rules} holds what starts one, for static import.
 */
@NullMarked
package dev.ectype.changeset.rule;

import org.jspecify.annotations.NullMarked;
