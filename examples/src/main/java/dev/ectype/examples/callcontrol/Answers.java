package dev.ectype.examples.callcontrol;

import static dev.ectype.changeset.FieldOptions.defaultTo;
import static dev.ectype.changeset.FieldOptions.external;
import static dev.ectype.types.Types.bool;
import static dev.ectype.types.Types.string;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import java.util.Map;

/** The request to {@link Answer} a call. */
public final class Answers extends Shape<Answer> {
    /** The one instance. */
    public static final Answers ANSWER = new Answers();

    /** What comes back with every event. */
    public final Field<Answer, String> clientState = field("clientState", string(), external("client_state"));

    /** Tells this command from others. */
    public final Field<Answer, String> commandId = field("commandId", string(), external("command_id"));

    /** Whether the call is recorded. */
    public final Field<Answer, Boolean> record = field("record", bool(), defaultTo(false));

    private Answers() {
        super(Answer.class);
    }

    /** Casts and validates the body of a request. */
    public static Changeset<Answer> changeset(Map<String, ?> body) {
        Answers f = ANSWER;
        Changeset<Answer> answer = f.cast(body, f.clientState, f.commandId, f.record);
        answer = CallOptions.validateClientState(answer, f.clientState);
        return CallOptions.validateCommandId(answer, f.commandId);
    }
}
