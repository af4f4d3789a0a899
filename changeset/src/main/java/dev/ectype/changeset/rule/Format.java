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
    private final BoundedMatch match;
    private final Optional<String> input;
    private final @Nullable Message message;

    private Format(BoundedMatch match, Optional<String> input, @Nullable Message message) {
        this.match = match;
        this.input = input;
        this.message = message;
    }

    /** Returns the rule that a pattern is found in the text. */
    public static Format of(Pattern pattern) {
        return new Format(new BoundedMatch(pattern), Optional.empty(), null);
    }

    /** Returns the rule that a pattern is found in the text. */
    public static Format of(String pattern) {
        return of(Pattern.compile(pattern));
    }

    static Format late(String pattern) {
        return new Format(new BoundedMatch(pattern), Optional.empty(), null);
    }

    /** Returns the rule with the type of the HTML input that helps people to fill it in, such as {@code email}. */
    public Format input(String type) {
        return new Format(match, Optional.of(type), message);
    }

    /** Returns the rule with a text of its own. */
    public Format message(String text) {
        return message(Message.of(text));
    }

    /** Returns the rule with a text and arguments of its own. */
    public Format message(Message own) {
        return new Format(match, input, own);
    }

    /** Returns the pattern. */
    public Pattern pattern() {
        return match.pattern();
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
        return match.isFoundIn(value) ? null : Violation.of("format", "has invalid format", message);
    }
}
