package dev.ectype.examples.callcontrol;

import static dev.ectype.changeset.FieldOptions.defaultTo;
import static dev.ectype.changeset.FieldOptions.external;
import static dev.ectype.changeset.rule.Rules.max;
import static dev.ectype.changeset.rule.Rules.range;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.phone;
import static dev.ectype.types.Types.string;
import static dev.ectype.types.Types.withMessage;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.EmbedsMany;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import dev.ectype.types.phone.Phone;
import java.util.Map;

/** The request to {@link Transfer} a call. */
public final class Transfers extends Shape<Transfer> {
    /** The one instance. */
    public static final Transfers TRANSFER = new Transfers();

    private static final String NO_PHONE = "must be a phone number with + and its country code";

    /** The number that is called. */
    public final Field<Transfer, Phone> to = field("to", withMessage(phone(), NO_PHONE));

    /** The number that is shown. */
    public final Field<Transfer, Phone> from = field("from", withMessage(phone(), NO_PHONE));

    /** How long it rings. */
    public final Field<Transfer, Integer> timeoutSeconds =
            field("timeoutSeconds", integer(), external("timeout_secs"), defaultTo(30));

    /** What is said to the other end. */
    public final EmbedsMany<Transfer, Transfer.Header> headers =
            embedsMany("headers", Headers.HEADER, Headers::changeset, external("sip_headers"));

    /** What comes back with every event. */
    public final Field<Transfer, String> clientState = field("clientState", string(), external("client_state"));

    /** Tells this command from others. */
    public final Field<Transfer, String> commandId = field("commandId", string(), external("command_id"));

    private Transfers() {
        super(Transfer.class);
    }

    /** Casts and validates the body of a request. */
    public static Changeset<Transfer> changeset(Map<String, ?> body) {
        Transfers f = TRANSFER;
        Changeset<Transfer> transfer = f.cast(body, f.to, f.from, f.timeoutSeconds, f.clientState, f.commandId)
                .castEmbed(f.headers)
                .validateRequired(f.to, f.timeoutSeconds)
                .validateInclusion(f.timeoutSeconds, range(5, 600))
                .validateLength(f.headers, max(20));
        transfer = CallOptions.validateClientState(transfer, f.clientState);
        return CallOptions.validateCommandId(transfer, f.commandId);
    }
}
