package dev.ectype.query.eval;

import dev.ectype.query.ir.Predicate;

/** A test of a text, prepared once for its pattern. */
interface TextTest {
    boolean test(String text);

    static TextTest of(Predicate.Text.Match match, String pattern, boolean ignoreCase) {
        if (!ignoreCase) {
            return of(match, pattern);
        }
        TextTest folded = of(match, Texts.fold(pattern));
        return text -> folded.test(Texts.fold(text));
    }

    private static TextTest of(Predicate.Text.Match match, String pattern) {
        return switch (match) {
            case STARTS_WITH -> text -> text.startsWith(pattern);
            case ENDS_WITH -> text -> text.endsWith(pattern);
            case CONTAINS -> text -> text.contains(pattern);
            case LIKE -> LikeMatcher.of(LikePattern.parse(pattern));
        };
    }
}
