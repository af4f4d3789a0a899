package dev.ectype.examples.callcontrol;

import static dev.ectype.changeset.rule.Rules.BYTES;
import static dev.ectype.changeset.rule.Rules.max;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import java.util.Base64;

/** What may come with every command: rules that are written once and composed into the changeset of each. */
final class CallOptions {
    private static final int LONGEST_STATE = 4_096;

    private CallOptions() {}

    /** Validates a client state: base64 of at most 4,096 characters, which the API gives back and never reads. */
    static <R> Changeset<R> validateClientState(Changeset<R> command, Field<R, String> clientState) {
        return command.validateLength(clientState, max(LONGEST_STATE).in(BYTES))
                .validate(clientState, CallOptions::isBase64, "must be base64");
    }

    /** Validates a command id, by which the API knows a command that is sent twice. */
    static <R> Changeset<R> validateCommandId(Changeset<R> command, Field<R, String> commandId) {
        return command.validateLength(commandId, max(64))
                .validate(commandId, id -> id.chars().allMatch(CallOptions::isPlain), "may have letters, digits and -");
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static boolean isPlain(int c) {
        return c == '-' || (c < 128 && Character.isLetterOrDigit(c));
    }
}
