package dev.ectype.examples.callcontrol;

import static dev.ectype.changeset.rule.Rules.format;
import static dev.ectype.changeset.rule.Rules.max;
import static dev.ectype.types.Types.string;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import java.util.Map;

/** The headers of a {@link Transfer}. */
public final class Headers extends Shape<Transfer.Header> {
    /** The one instance. */
    public static final Headers HEADER = new Headers();

    /** The name of the header. */
    public final Field<Transfer.Header, String> name = field("name", string());

    /** The value of the header. */
    public final Field<Transfer.Header, String> value = field("value", string());

    private Headers() {
        super(Transfer.Header.class);
    }

    /** Casts and validates one header; a line break in a value would begin another header. */
    public static Changeset<Transfer.Header> changeset(Changeset<Transfer.Header> header, Map<String, ?> params) {
        Headers f = HEADER;
        return header.cast(params, f.name, f.value)
                .validateRequired(f.name, f.value)
                .validateFormat(f.name, format("^X-[A-Za-z0-9-]{1,60}$").message("must begin with X-"))
                .validateLength(f.value, max(256))
                .validate(f.value, text -> text.chars().noneMatch(Character::isISOControl), "must be on one line");
    }
}
