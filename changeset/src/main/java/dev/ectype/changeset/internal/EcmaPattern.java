package dev.ectype.changeset.internal;

import java.util.Optional;
import java.util.regex.Pattern;

/** Says regular expressions so that they mean the same in browsers and JSON Schema (ECMA-262, unicode mode) as in Java. */
public final class EcmaPattern {
    private static final String[] FOREIGN = {
        "(?", "++", "*+", "?+", "}+", "[[", "&&", "\\A", "\\Z", "\\z", "\\Q", "\\E", "\\G", "\\p", "\\P", "\\h", "\\H",
        "\\R", "\\X", "\\N", "\\a", "\\e", "\\x", "\\0", "\\k", "\\b", "\\B", "\\c", "\\v", "\\V", "\\'", "\\\"", "\\@",
        "\\#", "\\-", "\\ ", "\\:", "\\_", "\\!", "\\%", "\\&", "\\,", "\\;", "\\<", "\\=", "\\>", "\\`", "\\~"
    };
    /** What Java takes for white space; browsers take more for it. */
    private static final String SPACE = " \\t\\n\\x0B\\f\\r";

    private static final String SYNTAX_IN_SETS = "(){}/|";

    private final String source;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private boolean same = true;

    private EcmaPattern(String source) {
        this.source = source;
    }

    /** Returns the source of the same pattern there, if there surely is one. */
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
        return new EcmaPattern(source).said();
    }

    private Optional<String> said() {
        while (at < source.length()) {
            switch (source.charAt(at)) {
                case '\\' -> escape(false);
                case '[' -> set();
                case '{' -> copy(source.indexOf('}', at) + 1 - at);
                case ']', '}' -> escaped();
                default -> copy(1);
            }
        }
        return same ? Optional.of(out.toString()) : Optional.empty();
    }

    private void set() {
        copy(is('^', at + 1) ? 2 : 1);
        same &= !is(']', at);
        boolean single = false;
        while (same && !is(']', at)) {
            single = is('-', at) ? hyphen(single) : member();
        }
        copy(1);
    }

    /** Reads a hyphen in a set, which makes a range of the characters beside it or stands for itself. */
    private boolean hyphen(boolean afterCharacter) {
        same &= !isClass(at + 1) && !is('-', at + 1);
        if (!afterCharacter || is(']', at + 1)) {
            escaped();
            return false;
        }
        copy(1);
        member();
        return false;
    }

    /** Reads what is in a set and tells whether it is one character. */
    private boolean member() {
        char c = source.charAt(at);
        boolean several = isClass(at);
        same &= c != '[';
        if (c == '\\') {
            escape(true);
        } else if (SYNTAX_IN_SETS.indexOf(c) >= 0) {
            escaped();
        } else {
            copy(1);
        }
        return !several;
    }

    private void escape(boolean inSet) {
        boolean space = is('s', at + 1);
        boolean other = is('S', at + 1);
        if (!space && !other) {
            copy(2);
            return;
        }
        same &= !(other && inSet);
        out.append(inSet ? SPACE : (space ? "[" : "[^") + SPACE + "]");
        at += 2;
    }

    private void escaped() {
        out.append('\\');
        copy(1);
    }

    private void copy(int length) {
        out.append(source, at, at + length);
        at += length;
    }

    private boolean is(char c, int index) {
        return index < source.length() && source.charAt(index) == c;
    }

    /** Tells whether an escape stands there that means several characters. */
    private boolean isClass(int index) {
        return is('\\', index) && index + 1 < source.length() && "dDsSwW".indexOf(source.charAt(index + 1)) >= 0;
    }
}
