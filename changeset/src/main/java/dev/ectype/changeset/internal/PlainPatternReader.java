package dev.ectype.changeset.internal;

import dev.ectype.changeset.internal.PlainPattern.Run;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes regular expressions apart into sets of characters; which characters a set has, {@link Pattern} is asked. */
final class PlainPatternReader {
    private static final String ESCAPED = "\\\\[dDsSwW\\W]";
    private static final Pattern RUN = Pattern.compile("(?<set>\\.|[^\\^$.\\[\\]{}()*+?|\\\\]|" + ESCAPED
            + "|\\[\\^?(?:[^\\[\\]&\\\\]|" + ESCAPED + ")+])"
            + "(?:(?<sign>[*+?])|\\{(?<least>\\d{1,6})(?<comma>,?)(?<most>\\d{0,6})})?");
    private static final int ASCII = 128;

    private PlainPatternReader() {}

    /** Returns the sets between start and end of the text and how often each stands, or nothing where there is more to it. */
    static Optional<List<Run>> runs(String expression) {
        int end = expression.length() - 1;
        if (end < 1 || expression.charAt(0) != '^' || expression.charAt(end) != '$') {
            return Optional.empty();
        }
        List<Run> runs = new ArrayList<>();
        Matcher matcher = RUN.matcher(expression).region(1, end);
        while (matcher.lookingAt()) {
            runs.add(new Run(set(matcher.group("set")), least(matcher), most(matcher)));
            matcher.region(matcher.end(), end);
        }
        return matcher.regionStart() == end ? Optional.of(runs) : Optional.empty();
    }

    private static BitSet set(String expression) {
        Matcher matcher = Pattern.compile(expression).matcher("");
        BitSet set = new BitSet(ASCII);
        for (int i = 0; i < ASCII; i++) {
            set.set(i, matcher.reset(String.valueOf((char) i)).matches());
        }
        return set;
    }

    private static int least(Matcher run) {
        String sign = run.group("sign");
        if (sign != null) {
            return sign.equals("+") ? 1 : 0;
        }
        String least = run.group("least");
        return least == null ? 1 : Integer.parseInt(least);
    }

    private static int most(Matcher run) {
        String sign = run.group("sign");
        if (sign != null) {
            return sign.equals("?") ? 1 : Integer.MAX_VALUE;
        }
        String most = run.group("most");
        return most == null || run.group("comma").isEmpty()
                ? least(run)
                : most.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(most);
    }
}
