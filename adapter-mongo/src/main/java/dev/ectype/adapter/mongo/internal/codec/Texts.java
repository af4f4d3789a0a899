package dev.ectype.adapter.mongo.internal.codec;

/** Texts as BSON holds them: UTF-8, which has no place for half a surrogate pair. */
public final class Texts {
    private Texts() {}

    /**
     * Returns the text itself.
     *
     * @throws Unstorable if it holds half a surrogate pair, which would come back as another character
     */
    public static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE) {
                i = endOfPair(text, i);
            }
        }
        return text;
    }

    private static int endOfPair(String text, int at) {
        boolean whole = Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
        if (!whole) {
            throw new Unstorable("the text has half a surrogate pair at " + at + " and is no valid Unicode");
        }
        return at + 1;
    }
}
