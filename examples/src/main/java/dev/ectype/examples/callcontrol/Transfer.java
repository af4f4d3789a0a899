package dev.ectype.examples.callcontrol;

import dev.ectype.types.phone.Phone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends a call on to another number.
 *
 * @param to the number that is called
 * @param from the number that is shown there; that of the call if there is none
 * @param timeoutSeconds how long it rings
 * @param headers what is said to the other end
 * @param clientState what comes back with every event of the call, as base64
 * @param commandId tells this command from others
 */
public record Transfer(
        Phone to,
        @Nullable Phone from,
        int timeoutSeconds,
        List<Header> headers,
        @Nullable String clientState,
        @Nullable String commandId) {

    /**
     * A SIP header.
     *
     * @param name its name, which begins with X-
     * @param value its value
     */
    public record Header(String name, String value) {}
}
