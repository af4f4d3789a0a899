package dev.ectype.changeset.internal;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A regular expression of the plainest kind: nothing but sets of characters between {@code ^} and {@code $}, each repeated until
 * what may follow it begins, as in {@code ^[A-Z]{3}-\d{4}$}. One look at each character of a text in ASCII decides, without a
 * search that could take long. Immutable.
 */
final class PlainPattern {
    /** What is known of a text. */
    enum Answer {
        /** The pattern is found in it. */
        FOUND,
        /** It is not. */
        NOT_FOUND,
        /** The text goes on with a line break or a character beyond ASCII, of which only a search can tell. */
        UNSURE
    }

    /**
     * A set of characters and how often one of them stands.
     *
     * @param set those of its characters that are of ASCII
     * @param least how often at least
     * @param most how often at most
     */
    record Run(BitSet set, int least, int most) {
        boolean varies() {
            return least < most;
        }
    }

    private final Run[] runs;

    private PlainPattern(List<Run> runs) {
        this.runs = runs.toArray(Run[]::new);
    }

    /** Returns the same as a pattern, if it is a plain one without flags. */
    static Optional<PlainPattern> of(Pattern pattern) {
        Optional<List<Run>> runs = pattern.flags() == 0 ? PlainPatternReader.runs(pattern.pattern()) : Optional.empty();
        return runs.filter(PlainPattern::eachEndsWhereTheNextBegins).map(PlainPattern::new);
    }

    private static boolean eachEndsWhereTheNextBegins(List<Run> runs) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).varies() && meetsNext(runs.get(i), runs.subList(i + 1, runs.size()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean meetsNext(Run run, List<Run> following) {
        for (Run next : following) {
            if (run.set().intersects(next.set())) {
                return true;
            }
            if (next.least() > 0) {
                return false;
            }
        }
        return false;
    }

    /** Tells whether the pattern is found in the text. */
    Answer find(String text) {
        int at = 0;
        for (Run run : runs) {
            int end = end(run, text, at);
            if (end - at < run.least()) {
                return stoppedAt(text, end);
            }
            at = end;
        }
        return at == text.length() ? Answer.FOUND : stoppedAt(text, at);
    }

    private static int end(Run run, String text, int start) {
        int end = (int) Math.min(text.length(), (long) start + run.most());
        int at = start;
        while (at < end && run.set().get(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static Answer stoppedAt(String text, int at) {
        return at < text.length() && !isPlain(text.charAt(at)) ? Answer.UNSURE : Answer.NOT_FOUND;
    }

    /** A line break may stand after the end that a pattern speaks of. */
    private static boolean isPlain(char character) {
        return character < 128 && character != '\n' && character != '\r';
    }
}
