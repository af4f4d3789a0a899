package dev.ectype.repo;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Writable;
import dev.ectype.changeset.WritableViolation;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a store may be given a field's value, and what happens where it may not. */
final class Writability {
    private static final Logger LOG = LoggerFactory.getLogger(Writability.class);

    private Writability() {}

    /**
     * Tells whether a field may be written; if not, its value is to be left out.
     *
     * @param action {@link Action#INSERT} for a new record, anything else for one that is there
     * @throws MappingException if it may not, and the declaration says nothing else
     */
    static boolean allows(Field<?, ?> field, Action action) {
        Writable when = field.settings().writable();
        if (when == Writable.ALWAYS || (when == Writable.INSERT && action == Action.INSERT)) {
            return true;
        }
        WritableViolation then = field.settings().writableViolation();
        if (then == WritableViolation.REFUSE) {
            throw new MappingException(
                    Kind.USAGE,
                    "this field may not be written here; leave it out, or declare what else shall happen by"
                            + " writable(mode, WritableViolation.DROP)",
                    Map.of("field", field, "writable", when, "action", action));
        }
        if (then == WritableViolation.WARN) {
            LOG.warn("left out the value of {}, which is writable {} and not on {}", field, when, action);
        }
        return false;
    }
}
