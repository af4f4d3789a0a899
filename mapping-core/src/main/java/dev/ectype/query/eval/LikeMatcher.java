package dev.ectype.query.eval;

import dev.ectype.query.eval.LikePattern.AnyText;
import dev.ectype.query.eval.LikePattern.Literal;
import dev.ectype.query.eval.LikePattern.Part;
import dev.ectype.query.ir.Predicate.Text.Match;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Matches a whole text against a pattern in at most length of text times length of pattern steps: after a mismatch only
 * the last {@code %} takes one code point more, since the shortest text that an earlier one can take is always enough.
 */
final class LikeMatcher implements TextTest {
    private static final int ANY_TEXT = -1;
    private static final int ANY_CODE_POINT = -2;

    private final int[] tokens;

    private LikeMatcher(int[] tokens) {
        this.tokens = tokens;
    }

    static TextTest of(LikePattern pattern) {
        List<Part> parts = pattern.parts();
        return switch (parts.size()) {
            case 0 -> String::isEmpty;
            case 1 -> parts.get(0) instanceof Literal literal ? literal.text()::equals : general(parts);
            case 2 -> ofTwo(parts);
            case 3 -> ofThree(parts);
            default -> general(parts);
        };
    }

    private static TextTest ofTwo(List<Part> parts) {
        if (parts.get(0) instanceof Literal prefix && parts.get(1) instanceof AnyText) {
            return TextTest.of(Match.STARTS_WITH, prefix.text(), false);
        }
        return parts.get(0) instanceof AnyText && parts.get(1) instanceof Literal suffix
                ? TextTest.of(Match.ENDS_WITH, suffix.text(), false)
                : general(parts);
    }

    private static TextTest ofThree(List<Part> parts) {
        return parts.get(0) instanceof AnyText
                        && parts.get(1) instanceof Literal part
                        && parts.get(2) instanceof AnyText
                ? TextTest.of(Match.CONTAINS, part.text(), false)
                : general(parts);
    }

    private static TextTest general(List<Part> parts) {
        return new LikeMatcher(parts.stream().flatMapToInt(LikeMatcher::tokens).toArray());
    }

    private static IntStream tokens(Part part) {
        if (part instanceof Literal literal) {
            return literal.text().codePoints();
        }
        return IntStream.of(part instanceof AnyText ? ANY_TEXT : ANY_CODE_POINT);
    }

    @Override
    public boolean test(String text) {
        int at = 0;
        int token = 0;
        int afterAnyText = -1;
        int resumeAt = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (token < tokens.length && tokens[token] == ANY_TEXT) {
                afterAnyText = ++token;
                resumeAt = at;
            } else if (token < tokens.length && fits(tokens[token], codePoint)) {
                token++;
                at += Character.charCount(codePoint);
            } else if (afterAnyText >= 0) {
                token = afterAnyText;
                resumeAt += Character.charCount(text.codePointAt(resumeAt));
                at = resumeAt;
            } else {
                return false;
            }
        }
        return onlyAnyTextFrom(token);
    }

    private static boolean fits(int token, int codePoint) {
        return token == codePoint || token == ANY_CODE_POINT;
    }

    private boolean onlyAnyTextFrom(int token) {
        int end = token;
        while (end < tokens.length && tokens[end] == ANY_TEXT) {
            end++;
        }
        return end == tokens.length;
    }
}
