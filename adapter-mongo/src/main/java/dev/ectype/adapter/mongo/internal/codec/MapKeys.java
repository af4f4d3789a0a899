package dev.ectype.adapter.mongo.internal.codec;

/**
 * The stored form of the keys of a map, and of the sources of fields. A key may hold what a field name of every server may not, or what would change
 * the meaning of a path: it is written with {@code %2E} for a dot, {@code %24} for a dollar sign at the beginning,
 * {@code %00} for the character zero, {@code %25} for a percent sign, and {@code %} alone for the empty key.
 */
public final class MapKeys {
    private static final String EMPTY = "%";

    private MapKeys() {}

    /** Returns the stored form; most keys are their own. */
    public static String escape(String key) {
        if (key.isEmpty()) {
            return EMPTY;
        }
        for (int i = 0; i < key.length(); i++) {
            if (isSpecial(key.charAt(i), i)) {
                return escapeAll(key);
            }
        }
        return Texts.wellFormed(key);
    }

    /** Returns the stored form of a name that has a meaning of its own where it would stand. */
    static String aside(String reserved) {
        return "%" + reserved;
    }

    /** Returns the key that was stored. */
    public static String unescape(String stored) {
        int at = stored.indexOf('%');
        return at < 0 ? stored : unescapeAll(stored);
    }

    private static boolean isSpecial(char unit, int at) {
        return unit == '.' || unit == '%' || unit == 0 || (unit == '$' && at == 0);
    }

    private static String escapeAll(String key) {
        StringBuilder escaped = new StringBuilder(key.length() + 8);
        for (int i = 0; i < key.length(); i++) {
            char unit = key.charAt(i);
            escaped.append(isSpecial(unit, i) ? String.format("%%%02X", (int) unit) : unit);
        }
        return Texts.wellFormed(escaped.toString());
    }

    private static String unescapeAll(String stored) {
        return stored.equals(EMPTY)
                ? ""
                : stored.replace("%2E", ".")
                        .replace("%24", "$")
                        .replace("%00", "\0")
                        .replace("%25", "%");
    }
}
