package dev.ectype.changeset.internal;

import java.util.Arrays;

/** What a code point does at the border of a grapheme cluster. */
enum GraphemeClass {
    OTHER,
    CARRIAGE_RETURN,
    LINE_FEED,
    CONTROL,
    EXTEND,
    JOINER,
    SPACING,
    PREPEND,
    FLAG,
    PICTURE,
    HANGUL_L,
    HANGUL_V,
    HANGUL_T,
    HANGUL_LV,
    HANGUL_LVT;

    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int TRAILING = 28;

    /** First and last of each run of format characters and letters that stand before what they belong to. */
    private static final int[] PREPENDED = {
        0x600, 0x605, 0x6DD, 0x6DD, 0x70F, 0x70F, 0x890, 0x891, 0x8E2, 0x8E2, 0xD4E, 0xD4E, 0x110BD, 0x110BD, 0x110CD,
        0x110CD, 0x111C2, 0x111C3, 0x1193F, 0x1193F, 0x11941, 0x11941, 0x11A3A, 0x11A3A, 0x11A84, 0x11A89, 0x11D46,
        0x11D46, 0x11F02, 0x11F02
    };

    /** First and last of each run of spacing marks that nevertheless start a cluster. */
    private static final int[] FREE_MARKS = {
        0x102B, 0x102C, 0x1038, 0x1038, 0x1062, 0x1064, 0x1067, 0x106D, 0x1083, 0x1083, 0x1087, 0x108C, 0x108F, 0x108F,
        0x109A, 0x109C, 0x1A61, 0x1A61, 0x1A63, 0x1A64, 0xAA7B, 0xAA7B, 0xAA7D, 0xAA7D
    };

    /** First and last of each run of pictographs, those to come included. */
    private static final int[] PICTURES = {
        0xA9, 0xA9, 0xAE, 0xAE, 0x203C, 0x203C, 0x2049, 0x2049, 0x2122, 0x2122, 0x2139, 0x2139, 0x2194, 0x2199, 0x21A9,
        0x21AA, 0x231A, 0x231B, 0x2328, 0x2328, 0x2388, 0x2388, 0x23CF, 0x23CF, 0x23E9, 0x23F3, 0x23F8, 0x23FA, 0x24C2,
        0x24C2, 0x25AA, 0x25AB, 0x25B6, 0x25B6, 0x25C0, 0x25C0, 0x25FB, 0x25FE, 0x2600, 0x2605, 0x2607, 0x2612, 0x2614,
        0x2685, 0x2690, 0x2705, 0x2708, 0x2712, 0x2714, 0x2714, 0x2716, 0x2716, 0x271D, 0x271D, 0x2721, 0x2721, 0x2728,
        0x2728, 0x2733, 0x2734, 0x2744, 0x2744, 0x2747, 0x2747, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757,
        0x2757, 0x2763, 0x2767, 0x2795, 0x2797, 0x27A1, 0x27A1, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2934, 0x2935, 0x2B05,
        0x2B07, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x3030, 0x3030, 0x303D, 0x303D, 0x3297, 0x3297, 0x3299,
        0x3299, 0x1F000, 0x1F0FF, 0x1F10D, 0x1F10F, 0x1F12F, 0x1F12F, 0x1F16C, 0x1F171, 0x1F17E, 0x1F17F, 0x1F18E,
        0x1F18E, 0x1F191, 0x1F19A, 0x1F1AD, 0x1F1E5, 0x1F201, 0x1F20F, 0x1F21A, 0x1F21A, 0x1F22F, 0x1F22F, 0x1F232,
        0x1F23A, 0x1F23C, 0x1F23F, 0x1F249, 0x1F3FA, 0x1F400, 0x1F53D, 0x1F546, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F774,
        0x1F77F, 0x1F7D5, 0x1F7FF, 0x1F80C, 0x1F80F, 0x1F848, 0x1F84F, 0x1F85A, 0x1F85F, 0x1F888, 0x1F88F, 0x1F8AE,
        0x1F8FF, 0x1F90C, 0x1F93A, 0x1F93C, 0x1F945, 0x1F947, 0x1FAFF, 0x1FC00, 0x1FFFD
    };

    /** Returns the class of a code point. */
    static GraphemeClass of(int point) {
        if (point < 0x300) {
            return ofLatin(point);
        }
        if (point == 0x200D) {
            return JOINER;
        }
        if (point == 0x200C || isExtending(point)) {
            return EXTEND;
        }
        if (point >= 0x1F1E6 && point <= 0x1F1FF) {
            return FLAG;
        }
        GraphemeClass hangul = hangul(point);
        return hangul == OTHER ? ofCategory(point) : hangul;
    }

    private static GraphemeClass ofLatin(int point) {
        if (point == '\r') {
            return CARRIAGE_RETURN;
        }
        if (point == '\n') {
            return LINE_FEED;
        }
        boolean control = point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0xAD;
        return control ? CONTROL : point == 0xA9 || point == 0xAE ? PICTURE : OTHER;
    }

    /** Half-width sound marks, skin tones and tags. */
    private static boolean isExtending(int point) {
        return (point >= 0xFF9E && point <= 0xFF9F)
                || (point >= 0x1F3FB && point <= 0x1F3FF)
                || (point >= 0xE0020 && point <= 0xE007F);
    }

    private static GraphemeClass hangul(int point) {
        if (point >= FIRST_SYLLABLE && point <= LAST_SYLLABLE) {
            return (point - FIRST_SYLLABLE) % TRAILING == 0 ? HANGUL_LV : HANGUL_LVT;
        }
        if ((point >= 0x1100 && point <= 0x115F) || (point >= 0xA960 && point <= 0xA97C)) {
            return HANGUL_L;
        }
        if ((point >= 0x1160 && point <= 0x11A7) || (point >= 0xD7B0 && point <= 0xD7C6)) {
            return HANGUL_V;
        }
        boolean trailing = (point >= 0x11A8 && point <= 0x11FF) || (point >= 0xD7CB && point <= 0xD7FB);
        return trailing ? HANGUL_T : OTHER;
    }

    private static GraphemeClass ofCategory(int point) {
        if (isIn(PREPENDED, point)) {
            return PREPEND;
        }
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> EXTEND;
            case Character.COMBINING_SPACING_MARK -> isIn(FREE_MARKS, point) ? OTHER : SPACING;
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> CONTROL;
            default -> point == 0xE33 || point == 0xEB3 ? SPACING : isIn(PICTURES, point) ? PICTURE : OTHER;
        };
    }

    private static boolean isIn(int[] runs, int point) {
        int found = Arrays.binarySearch(runs, point);
        return found >= 0 || (-found - 1) % 2 == 1;
    }

    /** Tells whether a cluster ends between two neighbours, flags and joined pictographs aside. */
    static boolean isBreak(GraphemeClass before, GraphemeClass now) {
        if (before == CARRIAGE_RETURN && now == LINE_FEED) {
            return false;
        }
        if (before.isControl() || now.isControl()) {
            return true;
        }
        if (now == EXTEND || now == JOINER || now == SPACING || before == PREPEND) {
            return false;
        }
        return switch (before) {
            case HANGUL_L -> now != HANGUL_L && now != HANGUL_V && now != HANGUL_LV && now != HANGUL_LVT;
            case HANGUL_LV, HANGUL_V -> now != HANGUL_V && now != HANGUL_T;
            case HANGUL_LVT, HANGUL_T -> now != HANGUL_T;
            default -> true;
        };
    }

    private boolean isControl() {
        return this == CONTROL || this == CARRIAGE_RETURN || this == LINE_FEED;
    }
}
