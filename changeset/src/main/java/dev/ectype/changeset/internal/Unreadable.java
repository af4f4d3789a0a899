package dev.ectype.changeset.internal;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The one map that stands for input nobody could read. */
public final class Unreadable {
    /** Known by identity; a wrapper of its own, since {@code Map.of()} is the empty map that everybody has. */
    public static final Map<String, Object> PARAMS = Collections.unmodifiableMap(new HashMap<>());

    private Unreadable() {}
}
