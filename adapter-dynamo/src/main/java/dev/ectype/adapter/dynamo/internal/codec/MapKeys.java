package dev.ectype.adapter.dynamo.internal.codec;

/** Keys of maps as the store holds them: none is empty, and none is taken for a tag of ours. */
public final class MapKeys {
    private static final String ESCAPE = "%";

    private MapKeys() {}

    /** Returns the stored form of a key. */
    public static String escape(String key) {
        return key.isEmpty() || key.startsWith(ESCAPE) ? ESCAPE + key : key;
    }

    static String unescape(String stored) {
        return stored.startsWith(ESCAPE) ? stored.substring(ESCAPE.length()) : stored;
    }
}
