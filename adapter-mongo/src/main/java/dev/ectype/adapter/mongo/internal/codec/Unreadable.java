package dev.ectype.adapter.mongo.internal.codec;

import dev.ectype.error.MappingException;
import java.util.Map;

/** Says that a stored value has no counterpart here; the path grows while the exception passes through embedded records. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String path;

    /** Creates the exception with what was found; it must not hold the value. */
    Unreadable(String found) {
        this(found, "");
    }

    private Unreadable(String found, String path) {
        super(found, null, false, false);
        this.path = path;
    }

    /** Returns the same, one step further out. */
    Unreadable at(String step) {
        return new Unreadable(String.valueOf(getMessage()), path.isEmpty() ? step : step + "." + path);
    }

    /** Returns what the caller of the adapter gets. */
    MappingException toMappingException() {
        return new MappingException(
                MappingException.Kind.DATA,
                "a stored value has no counterpart here: declare what the field holds, or leave it out of the schema",
                Map.of("store", "MongoDB", "field", path, "found", String.valueOf(getMessage())),
                false,
                this);
    }
}
