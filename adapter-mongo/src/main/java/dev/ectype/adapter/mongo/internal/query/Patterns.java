package dev.ectype.adapter.mongo.internal.query;

import dev.ectype.adapter.mongo.internal.codec.Texts;
import dev.ectype.query.eval.LikePattern;
import dev.ectype.query.ir.Predicate.Text.Match;
import java.util.function.IntFunction;
import org.bson.BsonDocument;

/**
 * Tests of texts as regular expressions: anchored, with every character escaped, and with the letters of either case
 * written out, so that nothing depends on how a server's expressions fold case.
 */
final class Patterns {
    private static final int MAX_LENGTH = 16_000;
    private static final String SPECIAL = "\\^$.|?*+()[]{}-#&~/";
    private static final String DOT_IS_ANY_CHARACTER = "s";

    private Patterns() {}

    static BsonDocument of(Match match, String pattern, boolean ignoreCase) {
        IntFunction<String> letter = ignoreCase ? Patterns::anyCase : Patterns::exactly;
        String text = match == Match.LIKE ? "" : letters(pattern, letter);
        return expression(
                switch (match) {
                    case STARTS_WITH -> "^" + text;
                    case ENDS_WITH -> text + "\\z";
                    case CONTAINS -> text;
                    case LIKE -> like(LikePattern.parse(pattern), letter);
                });
    }

    /** Returns the test of a whole text. */
    static BsonDocument whole(String letters) {
        return expression("^" + letters + "\\z");
    }

    static String checked(String pattern) {
        if (pattern.length() > MAX_LENGTH) {
            throw new Untranslatable("the pattern is longer than a server's regular expressions may be");
        }
        return pattern;
    }

    private static BsonDocument expression(String pattern) {
        return Docs.doc("$regex", Docs.text(pattern.isEmpty() ? "^" : checked(Texts.wellFormed(pattern))))
                .append("$options", Docs.text(DOT_IS_ANY_CHARACTER));
    }

    private static String like(LikePattern pattern, IntFunction<String> letter) {
        StringBuilder expression = new StringBuilder("^");
        for (LikePattern.Part part : pattern.parts()) {
            if (part instanceof LikePattern.Literal literal) {
                expression.append(letters(literal.text(), letter));
            } else {
                expression.append(part instanceof LikePattern.AnyText ? ".*" : ".");
            }
        }
        return withoutFreeEnd(expression.append("\\z").toString());
    }

    // An expression that ends in "any text" needs no end, and a server finds its beginning in an index sooner.
    private static String withoutFreeEnd(String expression) {
        return expression.endsWith(".*\\z") && !expression.endsWith("\\.*\\z")
                ? expression.substring(0, expression.length() - ".*\\z".length())
                : expression;
    }

    private static String letters(String text, IntFunction<String> letter) {
        StringBuilder expression = new StringBuilder(text.length() + 8);
        text.codePoints().mapToObj(letter).forEach(expression::append);
        return expression.toString();
    }

    static String exactly(int codePoint) {
        if (codePoint == 0) {
            return "\\x00";
        }
        String itself = Character.toString(codePoint);
        return SPECIAL.indexOf(codePoint) >= 0 ? "\\" + itself : itself;
    }

    private static String anyCase(int codePoint) {
        return CaseTable.ofFolding(codePoint);
    }
}
