package dev.ectype.tck.association;

import dev.ectype.changeset.OnReplace;
import dev.ectype.schema.OnDelete;

/**
 * What becomes of related records. A kind of association that has no such mode keeps the usual one.
 *
 * @param onReplace when others take their place
 * @param onDelete when their owner is deleted
 */
record Modes(OnReplace onReplace, OnDelete onDelete) {
    static final Modes USUAL = new Modes(OnReplace.MARK_AS_INVALID, OnDelete.NOTHING);

    static Modes replacing(OnReplace mode) {
        return new Modes(mode, OnDelete.NOTHING);
    }

    static Modes deleting(OnDelete mode) {
        return new Modes(OnReplace.MARK_AS_INVALID, mode);
    }

    OnReplace ofMany() {
        return onReplace == OnReplace.UPDATE ? OnReplace.MARK_AS_INVALID : onReplace;
    }

    OnReplace ofJoin() {
        return onReplace == OnReplace.DELETE ? onReplace : OnReplace.MARK_AS_INVALID;
    }

    OnDelete deletingJoin() {
        return onDelete == OnDelete.NILIFY_ALL ? OnDelete.NOTHING : onDelete;
    }
}
