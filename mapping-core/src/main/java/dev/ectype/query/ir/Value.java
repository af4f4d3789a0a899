package dev.ectype.query.ir;

import dev.ectype.types.stored.Storage;

/**
 * A value in its neutral stored form, standing in the node that uses it.
 *
 * @param value the value; never null, for a comparison with nothing has no meaning
 * @param storage its neutral kind
 * @param redacted whether it must not be shown
 */
public record Value(Object value, Storage storage, boolean redacted) implements Operand {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.value(this);
    }

    /** Returns a question mark: values are data of users, and explanations and logs are read by others. */
    @Override
    public String toString() {
        return "?";
    }
}
