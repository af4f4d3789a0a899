package dev.ectype.changeset.params;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Makes params. */
public final class Params {
    // a wrapper of its own, since Map.of() is the one empty map that everybody has
    private static final Map<String, Object> INVALID = Collections.unmodifiableMap(new HashMap<>());

    private Params() {}

    /**
     * Returns params that stand for input nobody could read, such as a body that is no JSON: a changeset cast from them is
     * invalid and has no errors of its own.
     */
    public static Map<String, Object> invalid() {
        return INVALID;
    }
}
