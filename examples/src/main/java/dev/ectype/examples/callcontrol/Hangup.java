package dev.ectype.examples.callcontrol;

import org.jspecify.annotations.Nullable;

/**
 * Ends a call.
 *
 * @param clientState what comes back with every event of the call, as base64
 * @param commandId tells this command from others
 */
public record Hangup(@Nullable String clientState, @Nullable String commandId) {}
