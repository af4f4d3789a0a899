package dev.ectype.changeset.internal;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression for input that nobody vouches for: where one look at each character decides, it takes no more; where
 * it takes a search, that is bounded. What a search needs is kept for the next one, since making it costs more than most
 * searches do. Safe for use by several threads.
 */
public final class BoundedMatch {
    private static final int LONGEST = 100_000;
    private static final int STEPS = 100_000;
    private static final int STEPS_A_CHARACTER = 20;

    /**
     * What an expression is, once it was looked at.
     *
     * @param pattern the pattern
     * @param plain the same without a search, if it is a plain one
     */
    private record Known(Pattern pattern, @Nullable PlainPattern plain) {
        static Known of(Pattern pattern) {
            return new Known(pattern, PlainPattern.of(pattern).orElse(null));
        }
    }

    private final String expression;
    private volatile @Nullable Known known;
    private final AtomicBoolean busy = new AtomicBoolean();
    private @Nullable Search kept;

    /** Bounds a pattern. */
    public BoundedMatch(Pattern pattern) {
        this.expression = pattern.pattern();
        this.known = Known.of(pattern);
    }

    /** Bounds a pattern that is compiled when it is first looked for: a process that has just started may never need it. */
    public BoundedMatch(String expression) {
        this.expression = expression;
    }

    /** Returns the pattern. */
    public Pattern pattern() {
        return known().pattern();
    }

    private Known known() {
        Known once = known;
        if (once == null) {
            once = Known.of(Pattern.compile(expression));
            known = once;
        }
        return once;
    }

    /**
     * Tells whether the pattern is found in the text. A text beyond 100,000 characters, a match that looks at more than
     * 100,000 characters and twenty times the text, and one that recurses deeper than the stack are not found.
     */
    public boolean isFoundIn(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        PlainPattern plain = known().plain();
        PlainPattern.Answer answer = plain == null ? PlainPattern.Answer.UNSURE : plain.find(text);
        return answer == PlainPattern.Answer.UNSURE ? search(text) : answer == PlainPattern.Answer.FOUND;
    }

    private boolean search(String text) {
        if (!busy.compareAndSet(false, true)) {
            return new Search(pattern()).finds(text);
        }
        try {
            return kept().finds(text);
        } finally {
            busy.setRelease(false);
        }
    }

    /** Returns what is kept; only who made it busy may ask. */
    private Search kept() {
        Search search = kept;
        if (search == null) {
            search = new Search(pattern());
            kept = search;
        }
        return search;
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
