package dev.ectype.examples.callcontrol;

import static dev.ectype.changeset.FieldOptions.external;
import static dev.ectype.types.Types.string;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import java.util.Map;

/** The request to {@link Hangup}. */
public final class Hangups extends Shape<Hangup> {
    /** The one instance. */
    public static final Hangups HANGUP = new Hangups();

    /** What comes back with every event. */
    public final Field<Hangup, String> clientState = field("clientState", string(), external("client_state"));

    /** Tells this command from others. */
    public final Field<Hangup, String> commandId = field("commandId", string(), external("command_id"));

    private Hangups() {
        super(Hangup.class);
    }

    /** Casts and validates the body of a request. */
    public static Changeset<Hangup> changeset(Map<String, ?> body) {
        Hangups f = HANGUP;
        Changeset<Hangup> hangup = f.cast(body, f.clientState, f.commandId);
        hangup = CallOptions.validateClientState(hangup, f.clientState);
        return CallOptions.validateCommandId(hangup, f.commandId);
    }
}
