package dev.ectype.query.eval;

/** Texts compared by code point, and searched with or without regard to case. */
final class Texts {
    private static final int DOTTED_CAPITAL_I = 0x130;
    private static final int DOTLESS_SMALL_I = 0x131;

    private Texts() {}

    static int compare(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char l = left.charAt(i);
            char r = right.charAt(i);
            if (l != r) {
                return weight(l) - weight(r);
            }
        }
        return left.length() - right.length();
    }

    /** Surrogates stand for the code points above all others, though their units are below some. */
    private static int weight(char unit) {
        return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
    }

    /** Returns the representative of all code points that differ only in case: Unicode's simple case folding. */
    static int fold(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 'A' && codePoint <= 'Z' ? codePoint + ('a' - 'A') : codePoint;
        }
        return codePoint == DOTTED_CAPITAL_I || codePoint == DOTLESS_SMALL_I
                ? codePoint
                : Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (fold(unit) != unit || Character.isSurrogate(unit)) {
                return foldAll(text);
            }
        }
        return text;
    }

    private static String foldAll(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().map(Texts::fold).forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
