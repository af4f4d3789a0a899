package dev.ectype.adapter.mongo.internal.query;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/** Which code points a change of case makes into one, as this JVM's Unicode has it, written as expressions of one letter. */
final class CaseTable {
    private static final int DOTTED_CAPITAL_I = 0x130;
    private static final int DOTLESS_SMALL_I = 0x131;

    private CaseTable() {}

    /** The tables are as large as Unicode is, so that they are only made when they are needed. */
    private static final class Folding {
        static final Map<Integer, String> TABLE = table(CaseTable::fold);
    }

    private static final class Lower {
        static final Map<Integer, String> TABLE = table(CaseTable::lower);
    }

    private static final class Upper {
        static final Map<Integer, String> TABLE = table(CaseTable::upper);
    }

    private static final class Longer {
        static final Map<String, String> TABLE = longer();
    }

    /** Returns the upper cases of several letters that single code points have, with those code points. */
    static Map<String, String> longerUpper() {
        return Longer.TABLE;
    }

    private static Map<String, String> longer() {
        Map<String, String> sources = new TreeMap<>();
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String itself = Character.toString(codePoint);
            String whole = itself.toUpperCase(Locale.ROOT);
            if (whole.codePointCount(0, whole.length()) > 1) {
                sources.merge(whole, itself, String::concat);
            }
        }
        return sources;
    }

    /** Returns the expression of the code points that differ from this one in case only. */
    static String ofFolding(int codePoint) {
        return of(Folding.TABLE, fold(codePoint));
    }

    /** Returns the expression of the code points whose lower case this one is. */
    static String ofLower(int codePoint) {
        return of(Lower.TABLE, codePoint);
    }

    /** Returns the expression of the code points whose upper case this one is. */
    static String ofUpper(int codePoint) {
        return of(Upper.TABLE, codePoint);
    }

    static int fold(int codePoint) {
        return codePoint == DOTTED_CAPITAL_I || codePoint == DOTLESS_SMALL_I
                ? codePoint
                : Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    /** Returns the lower case of a code point, or itself where that is more than one. */
    static int lower(int codePoint) {
        return codePoint == DOTTED_CAPITAL_I ? codePoint : Character.toLowerCase(codePoint);
    }

    /** Returns the upper case of a code point, or itself where that is more than one. */
    static int upper(int codePoint) {
        int changed = Character.toUpperCase(codePoint);
        String whole = Character.toString(codePoint).toUpperCase(Locale.ROOT);
        return whole.codePointCount(0, whole.length()) == 1 ? changed : codePoint;
    }

    private static String of(Map<Integer, String> table, int codePoint) {
        String several = table.get(codePoint);
        return several == null ? Patterns.exactly(codePoint) : "[" + several + "]";
    }

    private static Map<Integer, String> table(IntUnaryOperator change) {
        Map<Integer, String> sources = new TreeMap<>();
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            int changed = change.applyAsInt(codePoint);
            if (changed != codePoint) {
                sources.merge(changed, Character.toString(codePoint), String::concat);
            }
        }
        sources.replaceAll((changed, others) ->
                change.applyAsInt(changed) == changed ? Character.toString(changed) + others : others);
        return sources;
    }
}
