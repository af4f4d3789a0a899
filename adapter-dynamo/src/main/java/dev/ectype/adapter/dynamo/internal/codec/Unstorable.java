package dev.ectype.adapter.dynamo.internal.codec;

import dev.ectype.error.MappingException;
import java.util.Map;

/** Says that a value has no exact stored form; the path grows while the exception passes through embedded records. */
public final class Unstorable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String path;

    /** Creates the exception with what the reader should know; it must not hold the value. */
    public Unstorable(String why) {
        this(why, "");
    }

    private Unstorable(String why, String path) {
        super(why, null, false, false);
        this.path = path;
    }

    /** Returns the reason. */
    public String why() {
        return String.valueOf(getMessage());
    }

    /** Returns the same, one step further out. */
    public Unstorable at(String step) {
        return new Unstorable(why(), path.isEmpty() ? step : step + "." + path);
    }

    /** Returns what the caller of the adapter gets. */
    public MappingException toMappingException(String source) {
        return new MappingException(
                MappingException.Kind.USAGE,
                "a value cannot be stored: " + why(),
                Map.of("store", "DynamoDB", "source", source, "field", path),
                false,
                this);
    }
}
