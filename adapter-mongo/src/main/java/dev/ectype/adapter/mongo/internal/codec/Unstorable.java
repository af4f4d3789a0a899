package dev.ectype.adapter.mongo.internal.codec;

import dev.ectype.error.MappingException;
import java.util.LinkedHashMap;
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

    /** Returns the same, one step further out. */
    public Unstorable at(String step) {
        return new Unstorable(String.valueOf(getMessage()), path.isEmpty() ? step : step + "." + path);
    }

    /** Returns what the caller of the adapter gets. */
    public MappingException toMappingException(String source) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("store", "MongoDB");
        context.put("source", source);
        if (!path.isEmpty()) {
            context.put("field", path);
        }
        return new MappingException(
                MappingException.Kind.USAGE, "a value cannot be stored: " + getMessage(), context, false, this);
    }
}
