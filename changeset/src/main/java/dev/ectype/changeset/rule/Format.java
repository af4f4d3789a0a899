package dev.ectype.changeset.rule;

import dev.ectype.changeset.internal.BoundedMatch;
import dev.ectype.types.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text looks like: a regular expression that matches somewhere in it. A match that takes too many steps, or a text
 * longer than a match may see, does not hold, so that no input keeps a program busy. Immutable.
 */
public final class Format implements Rule<String> {
    private final Source source;
    private final Optional<String> input;
    private final @Nullable Message message;

    /** A pattern that is compiled when it is first looked for: a process that has just started may never need it. */
    private static final class Source {
        private final String text;
        private @Nullable BoundedMatch compiled;

        Source(String text, @Nullable Pattern pattern) {
            this.text = text;
            this.compiled = pattern == null ? null : new BoundedMatch(pattern);
        }

        BoundedMatch match() {
            BoundedMatch known = compiled;
            if (known == null) {
                known = new BoundedMatch(Pattern.compile(text));
                compiled = known;
            }
            return known;
        }
    }

    private Format(Source source, Optional<String> input, @Nullable Message message) {
        this.source = source;
        this.input = input;
        this.message = message;
    }

    /** Returns the rule that a pattern is found in the text. */
    public static Format of(Pattern pattern) {
        return new Format(new Source(pattern.pattern(), pattern), Optional.empty(), null);
    }

    /** Returns the rule that a pattern is found in the text. */
    public static Format of(String pattern) {
        return of(Pattern.compile(pattern));
    }

    static Format late(String pattern) {
        return new Format(new Source(pattern, null), Optional.empty(), null);
    }

    /** Returns the rule with the type of the HTML input that helps people to fill it in, such as {@code email}. */
    public Format input(String type) {
        return new Format(source, Optional.of(type), message);
    }

    /** Returns the rule with a text of its own. */
    public Format message(String text) {
        return message(Message.of(text));
    }

    /** Returns the rule with a text and arguments of its own. */
    public Format message(Message own) {
        return new Format(source, input, own);
    }

    /** Returns the pattern. */
    public Pattern pattern() {
        return source.match().pattern();
    }

    /** Returns the type of an HTML input for such texts, if one was given. */
    public Optional<String> input() {
        return input;
    }

    @Override
    public String name() {
        return "format";
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("pattern", pattern());
        if (message != null) {
            settings.put("message", message);
        }
        return settings;
    }

    @Override
    public @Nullable Violation check(String value, Type<?> type) {
        return source.match().isFoundIn(value) ? null : Violation.of("format", "has invalid format", message);
    }
}
