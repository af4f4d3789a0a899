package dev.ectype.changeset.internal;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tells which regular expressions mean the same in browsers and JSON Schema (ECMA-262, unicode mode) as in Java. */
public final class EcmaPattern {
    private static final String[] FOREIGN = {
        "(?", "++", "*+", "?+", "}+", "[[", "&&", "\\A", "\\Z", "\\z", "\\Q", "\\E", "\\G", "\\p", "\\P", "\\h", "\\H",
        "\\R", "\\X", "\\N", "\\a", "\\e", "\\x", "\\0", "\\k", "\\b{", "\\v", "\\V", "\\'", "\\\"", "\\@", "\\#",
                "\\-", "\\ ",
        "\\:", "\\_", "\\!", "\\%", "\\&", "\\,", "\\;", "\\<", "\\=", "\\>", "\\`", "\\~"
    };

    private EcmaPattern() {}

    /** Returns the source of a pattern if it is surely the same there. */
    public static Optional<String> of(Pattern pattern) {
        String source = pattern.pattern();
        if ((pattern.flags() & ~Pattern.UNIX_LINES) != 0) {
            return Optional.empty();
        }
        String rest = source.replace("\\\\", "").replace("(?:", "(");
        for (String foreign : FOREIGN) {
            if (rest.contains(foreign)) {
                return Optional.empty();
            }
        }
        return Optional.of(source);
    }
}
