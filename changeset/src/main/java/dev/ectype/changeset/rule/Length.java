package dev.ectype.changeset.rule;

import dev.ectype.changeset.internal.Graphemes;
import dev.ectype.types.Type;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long a text, a list or a map is. Immutable; the first bound that does not hold is reported, in the order is, min, max. */
public final class Length implements Rule<Object> {
    private static final int NONE = -1;

    private final int is;
    private final int min;
    private final int max;
    private final @Nullable Unit unit;
    private final @Nullable Message message;

    static final Length ANY = new Length(NONE, NONE, NONE, null, null);

    private Length(int is, int min, int max, @Nullable Unit unit, @Nullable Message message) {
        this.is = is;
        this.min = min;
        this.max = max;
        this.unit = unit;
        this.message = message;
    }

    /** Returns the rule with an exact length. */
    public Length is(int count) {
        return new Length(count, min, max, unit, message);
    }

    /** Returns the rule with a least length. */
    public Length min(int count) {
        return new Length(is, count, max, unit, message);
    }

    /** Returns the rule with a greatest length. */
    public Length max(int count) {
        return new Length(is, min, count, unit, message);
    }

    /** Returns the rule counting another unit of text. */
    public Length in(Unit other) {
        return new Length(is, min, max, other, message);
    }

    /** Returns the rule with a text of its own. */
    public Length message(String text) {
        return message(Message.of(text));
    }

    /** Returns the rule with a text and arguments of its own. */
    public Length message(Message own) {
        return new Length(is, min, max, unit, own);
    }

    @Override
    public String name() {
        return "length";
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        put(settings, "is", is);
        put(settings, "min", min);
        put(settings, "max", max);
        if (unit != null) {
            settings.put("count", unit);
        }
        if (message != null) {
            settings.put("message", message);
        }
        return settings;
    }

    private static void put(Map<String, Object> settings, String name, int count) {
        if (count != NONE) {
            settings.put(name, count);
        }
    }

    @Override
    public @Nullable Violation check(Object value, Type<?> type) {
        if (value instanceof String text && isShort(text)) {
            return null;
        }
        int length = measure(value);
        if (is != NONE && length != is) {
            return violation("is", is, value);
        }
        if (min != NONE && length < min) {
            return violation("min", min, value);
        }
        return max != NONE && length > max ? violation("max", max, value) : null;
    }

    /** Tells whether the units of a text show that it fits without counting: it has at most as many characters. */
    private boolean isShort(String text) {
        int units = text.length();
        return is == NONE && min <= 1 && units >= min && (max == NONE || units <= max) && unit != Unit.BYTES;
    }

    private int measure(Object value) {
        if (value instanceof String text) {
            return measureText(text);
        }
        if (value instanceof Collection<?> list) {
            return list.size();
        }
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        if (value instanceof byte[] bytes) {
            return unit == Unit.BYTES ? bytes.length : measureText(new String(bytes, StandardCharsets.UTF_8));
        }
        throw new IllegalArgumentException("a " + value.getClass().getSimpleName()
                + " has no length: validate the length of text, lists and maps");
    }

    private int measureText(String text) {
        if (unit == Unit.BYTES) {
            return Graphemes.utf8Length(text);
        }
        return unit == Unit.CODE_POINTS ? text.codePointCount(0, text.length()) : Graphemes.count(text);
    }

    private Violation violation(String kind, int count, Object value) {
        String type = kindOf(value);
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("count", count);
        arguments.put("validation", "length");
        arguments.put("kind", kind);
        arguments.put("type", type);
        return Violation.of("length.".concat(kind), text(kind, type), arguments, message);
    }

    private String kindOf(Object value) {
        if (value instanceof Collection<?>) {
            return "list";
        }
        if (value instanceof Map<?, ?>) {
            return "map";
        }
        return unit == Unit.BYTES ? "binary" : "string";
    }

    private static String text(String kind, String type) {
        String what = switch (type) {
            case "string" -> "character(s)";
            case "binary" -> "byte(s)";
            default -> "item(s)";
        };
        String how = switch (kind) {
            case "min" -> "at least ";
            case "max" -> "at most ";
            default -> "";
        };
        String is = what.startsWith("item") ? "should have " : "should be ";
        return is.concat(how).concat("%{count} ").concat(what);
    }

    /** Returns the exact length, or -1. */
    public int exact() {
        return is;
    }

    /** Returns the least length, or -1. */
    public int least() {
        return min;
    }

    /** Returns the greatest length, or -1. */
    public int most() {
        return max;
    }

    /** Returns what is counted of a text. */
    public Unit unit() {
        return unit == null ? Unit.GRAPHEMES : unit;
    }

    @Override
    public String toString() {
        return name() + settings().toString().toLowerCase(Locale.ROOT);
    }
}
