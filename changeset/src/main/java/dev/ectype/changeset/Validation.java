package dev.ectype.changeset;

import dev.ectype.changeset.rule.Rule;

/**
 * A rule that was applied.
 *
 * @param field the name of the field, or of the param that is none
 * @param rule the rule
 */
public record Validation(String field, Rule<?> rule) {}
