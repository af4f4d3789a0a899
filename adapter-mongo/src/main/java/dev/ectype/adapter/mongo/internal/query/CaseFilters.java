package dev.ectype.adapter.mongo.internal.query;

import static dev.ectype.adapter.mongo.internal.query.Docs.doc;

import dev.ectype.adapter.mongo.internal.source.Scope;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.BsonDocument;

/**
 * {@code lower(field) = 'text'} and the like, without the server's functions, which know ASCII only: the texts whose
 * lower or upper case is a given one are those of an expression with a set of letters in every place.
 */
final class CaseFilters {
    /** In the lower case of a text, these depend on their neighbours, or stand for one letter together. */
    private static final String UNCLEAR_IN_LOWER = "\u03c3\u03c2\u0307";

    private CaseFilters() {}

    static BsonDocument compare(Scope scope, Operand.Call call, Comparison comparison, Value value) {
        if (!(call.arguments().get(0) instanceof FieldPath path)
                || Scope.hasPosition(path)
                || Operators.isOrder(comparison)
                || !(value.value() instanceof String text)) {
            throw new Untranslatable("the server changes the case of ASCII letters only");
        }
        boolean lower = call.function() == Operand.Function.LOWER;
        boolean wanted = comparison == Comparison.EQ;
        if (!text.equals(lower ? text.toLowerCase(Locale.ROOT) : text.toUpperCase(Locale.ROOT))) {
            return wanted ? Docs.never() : isText(scope, path);
        }
        BsonDocument pattern = lower ? Patterns.whole(lower(text)) : Patterns.whole(upper(text, 0));
        return FieldFilters.text(scope, path, pattern, wanted);
    }

    private static BsonDocument isText(Scope scope, FieldPath path) {
        return FieldFilters.text(scope, path, doc("$regex", Docs.text("^")), true);
    }

    private static String lower(String text) {
        if (text.chars().anyMatch(unit -> UNCLEAR_IN_LOWER.indexOf(unit) >= 0)) {
            throw new Untranslatable("letters whose case depends on their neighbours are not compared by the store");
        }
        StringBuilder letters = new StringBuilder();
        text.codePoints().mapToObj(CaseTable::ofLower).forEach(letters::append);
        return letters.toString();
    }

    /** Some letters have an upper case of several, so that the text is taken apart in every way. */
    private static String upper(String text, int from) {
        StringBuilder letters = new StringBuilder();
        for (int at = from; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            String single = CaseTable.ofUpper(text.codePointAt(at));
            List<String> ways = new ArrayList<>();
            for (Map.Entry<String, String> longer : CaseTable.longerUpper().entrySet()) {
                if (text.startsWith(longer.getKey(), at)) {
                    String rest = upper(text, at + longer.getKey().length());
                    ways.add("[" + longer.getValue() + "]" + rest);
                }
            }
            if (!ways.isEmpty()) {
                int next = at + Character.charCount(text.codePointAt(at));
                ways.add(single + upper(text, next));
                return Patterns.checked(letters + "(?:" + String.join("|", ways) + ")");
            }
            letters.append(single);
        }
        return letters.toString();
    }
}
