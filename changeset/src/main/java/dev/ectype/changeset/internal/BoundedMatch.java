package dev.ectype.changeset.internal;

import dev.ectype.changeset.internal.PlainPattern.Answer;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression for input that nobody vouches for: it is searched for within bounds, and one that was searched for often
 * is looked at, whether a search is needed. What a search needs is kept for the next one, since making it costs more than
 * most searches do. Safe for use by several threads.
 */
public final class BoundedMatch {
    private static final int LONGEST = 100_000;
    private static final int STEPS = 100_000;
    private static final int STEPS_A_CHARACTER = 20;

    /** After so many searches, what it takes to avoid them pays; a process that has just started does without. */
    private static final int OFTEN = 50;

    private final String expression;
    private volatile @Nullable Pattern pattern;
    private final AtomicBoolean busy = new AtomicBoolean();
    private @Nullable Search kept;
    private int searches;
    private volatile @Nullable PlainPattern plain;

    /** Bounds a pattern. */
    public BoundedMatch(Pattern pattern) {
        this.expression = pattern.pattern();
        this.pattern = pattern;
    }

    /** Bounds a pattern that is compiled when it is first looked for: a process that has just started may never need it. */
    public BoundedMatch(String expression) {
        this.expression = expression;
    }

    /** Returns the pattern. */
    public Pattern pattern() {
        Pattern known = pattern;
        if (known == null) {
            known = Pattern.compile(expression);
            pattern = known;
        }
        return known;
    }

    /**
     * Tells whether the pattern is found in the text. A text beyond 100,000 characters, a match that looks at more than
     * 100,000 characters and twenty times the text, and one that recurses deeper than the stack are not found.
     */
    public boolean isFoundIn(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        PlainPattern known = plain;
        if (known == null) {
            return isFoundBySearch(text);
        }
        Answer answer = known.find(text);
        return answer == Answer.UNSURE ? isFoundBySearch(text) : answer == Answer.FOUND;
    }

    private boolean isFoundBySearch(String text) {
        if (!busy.compareAndSet(false, true)) {
            return new Search(pattern()).finds(text);
        }
        try {
            if (++searches == OFTEN) {
                plain = PlainPattern.of(pattern()).orElse(null);
            }
            return kept().finds(text);
        } finally {
            busy.setRelease(false);
        }
    }

    /** Returns what is kept; only who made it busy may ask. */
    private Search kept() {
        Search known = kept;
        if (known == null) {
            known = new Search(pattern());
            kept = known;
        }
        return known;
    }

    /** A matcher and the text that it looks at, which counts the looks and is forgotten afterwards. */
    private static final class Search implements CharSequence {
        private final Matcher matcher;
        private @Nullable String text;
        private int stepsLeft;

        Search(Pattern pattern) {
            this.matcher = pattern.matcher(this);
        }

        boolean finds(String subject) {
            text = subject;
            stepsLeft = STEPS + STEPS_A_CHARACTER * subject.length();
            try {
                return matcher.find(0);
            } catch (TooManySteps | StackOverflowError e) {
                return false;
            } finally {
                text = null;
            }
        }

        private String text() {
            return Objects.requireNonNull(text);
        }

        @Override
        public char charAt(int index) {
            if (--stepsLeft < 0) {
                throw new TooManySteps();
            }
            return text().charAt(index);
        }

        @Override
        public int length() {
            return text == null ? 0 : text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text().substring(start, end);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("a match looked at too many characters", null, false, false);
        }
    }
}
