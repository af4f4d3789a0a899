package dev.ectype.query.eval;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of {@link dev.ectype.query.ir.Predicate.Text.Match#LIKE} taken apart, for the evaluator and for adapters that
 * write it in another language: {@code %} is any text, {@code _} one code point, and {@code \} makes the character after
 * it stand for itself; at the end of the pattern it stands for itself. Immutable.
 *
 * @param parts the parts in order; no literal is empty or follows another literal, no two {@link AnyText} are neighbours
 */
public record LikePattern(List<Part> parts) {

    /** One part of a pattern. */
    public sealed interface Part {}

    /** A text that stands for itself. */
    public record Literal(String text) implements Part {}

    /** Any one code point. */
    public record AnyCodePoint() implements Part {}

    /** Any text, the empty one included. */
    public record AnyText() implements Part {}

    /** Copies the parts. */
    public LikePattern {
        parts = List.copyOf(parts);
    }

    /** Takes a pattern apart; every text is a pattern. */
    public static LikePattern parse(String pattern) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char unit = pattern.charAt(i);
            if (unit == '%' || unit == '_') {
                flush(literal, parts);
                addWildcard(unit, parts);
            } else {
                boolean escapes = unit == '\\' && i + 1 < pattern.length();
                literal.append(escapes ? pattern.charAt(++i) : unit);
            }
        }
        flush(literal, parts);
        return new LikePattern(parts);
    }

    /** Returns the pattern that only fits the text itself. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '%' || unit == '_' || unit == '\\') {
                escaped.append('\\');
            }
            escaped.append(unit);
        }
        return escaped.toString();
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (literal.length() > 0) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private static void addWildcard(char unit, List<Part> parts) {
        if (unit == '_') {
            parts.add(new AnyCodePoint());
        } else if (parts.isEmpty() || !(parts.get(parts.size() - 1) instanceof AnyText)) {
            parts.add(new AnyText());
        }
    }
}
