package dev.ectype.changeset.internal;

import java.util.regex.Pattern;

/** Runs regular expressions on input that nobody vouches for. */
public final class BoundedMatch {
    private static final int LONGEST = 100_000;
    private static final int STEPS = 2_000_000;

    private BoundedMatch() {}

    /**
     * Tells whether the pattern is found in the text. A text beyond 100,000 characters, a match that looks at more than two
     * million characters, and one that recurses deeper than the stack are not found.
     */
    public static boolean find(Pattern pattern, String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        try {
            return pattern.matcher(new Counted(text)).find();
        } catch (TooManySteps | StackOverflowError e) {
            return false;
        }
    }

    private static final class Counted implements CharSequence {
        private final String text;
        private int steps;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("a match looked at too many characters", null, false, false);
        }
    }
}
