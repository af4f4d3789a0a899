package dev.ectype.adapter.ldap.internal.filter;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pieces of a text that stay findable after a server has prepared texts (RFC 4518): it folds spaces, maps compatible
 * characters to one, and may fold case. What is left out between the pieces may be anything.
 *
 * @param pieces the pieces in their order, none empty
 * @param fromStart whether the first piece is the beginning of the text
 * @param toEnd whether the last piece is its end
 */
record SafeText(List<String> pieces, boolean fromStart, boolean toEnd) {
    private static final int ASCII = 0x80;

    /**
     * Returns the pieces of a text.
     *
     * @param folded whether they are to be found in other cases as well, by the toolkit's folding
     */
    static SafeText of(String text, boolean folded) {
        int[] points = text.codePoints().toArray();
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            if (isSafe(points, i, folded)) {
                piece.appendCodePoint(points[i]);
            } else if (piece.length() > 0) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        boolean toEnd = piece.length() > 0;
        if (toEnd) {
            pieces.add(piece.toString());
        }
        return new SafeText(
                List.copyOf(pieces), points.length > 0 && isSafe(points, 0, folded), toEnd || points.length == 0);
    }

    /** Tells whether the whole text is one piece. */
    boolean isWhole() {
        return pieces.size() == 1 && fromStart && toEnd;
    }

    private static boolean isSafe(int[] points, int at, boolean folded) {
        int point = points[at];
        if (point == ' ') {
            return isLetter(points, at - 1, folded) && isLetter(points, at + 1, folded);
        }
        return isLetter(points, at, folded);
    }

    private static boolean isLetter(int[] points, int at, boolean folded) {
        if (at < 0 || at >= points.length || points[at] == ' ') {
            return false;
        }
        boolean composes = at + 1 < points.length && isMark(points[at + 1]);
        return isStable(points[at]) && !composes && (!folded || hasTwoCasesAtMost(points[at]));
    }

    private static boolean isStable(int point) {
        if (point < ASCII) {
            return point > ' ' && point < ASCII - 1;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isMark(point) && Normalizer.isNormalized(Character.toString(point), Normalizer.Form.NFKC);
        };
    }

    private static boolean isMark(int point) {
        return point >= ASCII
                && switch (Character.getType(point)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> isJoiningJamo(point);
                };
    }

    /** Vowels and final consonants of Hangul, which join the syllable before them. */
    private static boolean isJoiningJamo(int point) {
        return point >= 0x1160 && point <= 0x11FF;
    }

    private static boolean hasTwoCasesAtMost(int point) {
        return point < ASCII || Folds.SIZES.getOrDefault(Folds.fold(point), 1) <= 2;
    }

    /** How many characters there are of which each differs from the others only in case; made at the first need. */
    private static final class Folds {
        static final Map<Integer, Integer> SIZES = sizes();

        private Folds() {}

        static int fold(int point) {
            return Character.toLowerCase(Character.toUpperCase(point));
        }

        private static Map<Integer, Integer> sizes() {
            Map<Integer, Integer> sizes = new HashMap<>();
            for (int point = ASCII; point <= Character.MAX_CODE_POINT; point++) {
                if (Character.isLetter(point)) {
                    sizes.merge(fold(point), 1, Integer::sum);
                }
            }
            sizes.values().removeIf(size -> size <= 2);
            return Map.copyOf(sizes);
        }
    }
}
