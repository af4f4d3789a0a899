package dev.ectype.adapter.ldap.internal.filter;

import dev.ectype.adapter.ldap.internal.server.MatchKind;
import dev.ectype.query.eval.LikePattern;
import dev.ectype.query.eval.LikePattern.AnyCodePoint;
import dev.ectype.query.eval.LikePattern.AnyText;
import dev.ectype.query.eval.LikePattern.Literal;
import dev.ectype.query.eval.LikePattern.Part;
import dev.ectype.query.ir.Predicate.Text.Match;
import java.util.List;

/** Tests of texts as substring filters. */
final class TextMatching {
    private static final String NO_RULE = "the attribute has no rule for what stands inside its values";
    private static final String CASE = "the attribute's matching rule tells upper from lower case";
    private static final String PREPARED = "the server folds spaces and forms, of which the pattern is made";
    private static final String ONE_CHARACTER = "a directory has no pattern for one character";
    private final Leaves leaves;
    private final boolean ignoreCase;

    TextMatching(Leaves leaves, boolean ignoreCase) {
        this.leaves = leaves;
        this.ignoreCase = ignoreCase;
    }

    Bounds of(Match match, String pattern) {
        List<Part> parts = parts(match, pattern);
        if (parts.stream().allMatch(AnyText.class::isInstance)) {
            return parts.isEmpty() ? leaves.never() : leaves.never().negated();
        }
        if (parts.size() == 1 && parts.get(0) instanceof Literal literal) {
            return whole(literal.text());
        }
        if (!leaves.column().facts().substrings()) {
            return leaves.anything(NO_RULE);
        }
        return isVerbatim() ? verbatim(parts) : prepared(parts);
    }

    private static List<Part> parts(Match match, String pattern) {
        Part any = new AnyText();
        if (match == Match.LIKE) {
            return LikePattern.parse(pattern).parts();
        }
        if (pattern.isEmpty()) {
            return List.of(any);
        }
        Part literal = new Literal(pattern);
        return switch (match) {
            case STARTS_WITH -> List.of(literal, any);
            case ENDS_WITH -> List.of(any, literal);
            default -> List.of(any, literal, any);
        };
    }

    /** The text itself, or in other cases. */
    Bounds whole(String text) {
        if (!ignoreCase || leaves.isByDirectory()) {
            return leaves.test(leaves.equal(text));
        }
        return findsAllCases() && SafeText.of(text, true).isWhole()
                ? new Bounds(
                        Side.near(leaves.equal(text), leaves.whyNotExact()),
                        Side.loose(leaves.present(), leaves.whyNotExact()))
                : leaves.anything(findsAllCases() ? PREPARED : CASE);
    }

    private boolean findsAllCases() {
        return rule() == MatchKind.CASE_IGNORE;
    }

    private MatchKind rule() {
        return leaves.column().facts().match();
    }

    /** Tells whether the server searches for a pattern as it stands, or as the column wants it prepared. */
    private boolean isVerbatim() {
        return leaves.isByDirectory() || (rule() == MatchKind.OCTETS && !ignoreCase);
    }

    private Bounds verbatim(List<Part> parts) {
        Substrings found = new Substrings();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Literal literal) {
                add(found, literal.text(), i == 0, i == parts.size() - 1);
            }
        }
        if (parts.stream().noneMatch(AnyCodePoint.class::isInstance)) {
            return leaves.test(found.filter(leaves.column().attribute()));
        }
        return found.isEmpty()
                ? leaves.anything(ONE_CHARACTER)
                : new Bounds(
                        Side.loose(found.filter(leaves.column().attribute()), ONE_CHARACTER),
                        Side.loose(leaves.present(), ONE_CHARACTER));
    }

    private static void add(Substrings found, String text, boolean first, boolean last) {
        if (first) {
            found.first(text);
        } else if (last) {
            found.last(text);
        } else {
            found.inner(text);
        }
    }

    private Bounds prepared(List<Part> parts) {
        if (rule() != MatchKind.CASE_IGNORE && (rule() != MatchKind.CASE_EXACT || ignoreCase)) {
            return leaves.anything(rule() == MatchKind.CASE_EXACT || rule() == MatchKind.OCTETS ? CASE : NO_RULE);
        }
        Substrings found = new Substrings();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Literal literal) {
                addSafe(found, SafeText.of(literal.text(), ignoreCase), i == 0, i == parts.size() - 1);
            }
        }
        return found.isEmpty()
                ? leaves.anything(PREPARED)
                : new Bounds(
                        Side.near(found.filter(leaves.column().attribute()), leaves.whyNotExact()),
                        Side.loose(leaves.present(), leaves.whyNotExact()));
    }

    private static void addSafe(Substrings found, SafeText text, boolean first, boolean last) {
        int size = text.pieces().size();
        for (int i = 0; i < size; i++) {
            boolean begins = first && text.fromStart() && i == 0;
            boolean ends = last && text.toEnd() && i == size - 1;
            add(found, text.pieces().get(i), begins, ends && !begins);
        }
    }
}
