package dev.ectype.examples.callcontrol;

import org.jspecify.annotations.Nullable;

/**
 * Picks up a call.
 *
 * @param clientState what comes back with every event of the call, as base64
 * @param commandId tells this command from others
 * @param record whether the call is recorded
 */
public record Answer(@Nullable String clientState, @Nullable String commandId, boolean record) {}
