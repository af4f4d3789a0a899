package dev.ectype.changeset;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bounds on params. Only what a cast reads is measured, so that what nobody reads costs nothing. Immutable.
 *
 * @param keys the most entries of one map
 * @param depth the most maps and lists inside one another
 * @param listSize the most elements of one list
 * @param textLength the most characters of one text, or of one key of a map
 */
public record Limits(int keys, int depth, int listSize, int textLength) {

    /** Far beyond what people enter, and little enough to be harmless. */
    public static final Limits DEFAULT = new Limits(10_000, 64, 10_000, 1_000_000);

    /** Returns the same bounds with another one on the entries of a map. */
    public Limits withKeys(int most) {
        return new Limits(most, depth, listSize, textLength);
    }

    /** Returns the same bounds with another one on depth. */
    public Limits withDepth(int most) {
        return new Limits(keys, most, listSize, textLength);
    }

    /** Returns the same bounds with another one on the elements of a list. */
    public Limits withListSize(int most) {
        return new Limits(keys, depth, most, textLength);
    }

    /** Returns the same bounds with another one on the characters of a text. */
    public Limits withTextLength(int most) {
        return new Limits(keys, depth, listSize, most);
    }

    /** A bound that a value exceeds. */
    record Exceeded(String kind, int count, String text) {}

    /** Returns the first bound that a value exceeds at a depth, or null. */
    @Nullable Exceeded exceeded(@Nullable Object value, int level) {
        if (value instanceof String text) {
            return text.length() > textLength ? tooLong() : null;
        }
        return value == null || value instanceof Number || value instanceof Boolean ? null : other(value, level);
    }

    private @Nullable Exceeded other(Object value, int level) {
        if (value instanceof CharSequence text) {
            return text.length() > textLength ? tooLong() : null;
        }
        if (value instanceof Map<?, ?> || value instanceof Collection<?>) {
            return walk(value, level);
        }
        return value instanceof Object[] array ? walk(Arrays.asList(array), level) : null;
    }

    private record Level(Object container, int depth) {}

    private @Nullable Exceeded walk(Object root, int level) {
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level(root, level));
        while (!open.isEmpty()) {
            Level next = open.pop();
            Exceeded found = own(next);
            Iterable<?> parts =
                    next.container() instanceof Map<?, ?> map ? map.values() : (Collection<?>) next.container();
            if (found != null) {
                return found;
            }
            for (Object part : parts) {
                if (part instanceof Map<?, ?> || part instanceof Collection<?>) {
                    open.push(new Level(part, next.depth() + 1));
                } else if (part instanceof CharSequence text) {
                    if (text.length() > textLength) {
                        return tooLong();
                    }
                } else if (part instanceof Object[] array) {
                    open.push(new Level(Arrays.asList(array), next.depth() + 1));
                }
            }
        }
        return null;
    }

    private @Nullable Exceeded own(Level level) {
        if (level.depth() > depth) {
            return tooDeep();
        }
        Exceeded many = tooMany(level.container());
        return many == null && level.container() instanceof Map<?, ?> map ? tooLongKey(map) : many;
    }

    private @Nullable Exceeded tooLongKey(Map<?, ?> map) {
        for (Object key : map.keySet()) {
            if (key instanceof CharSequence text && text.length() > textLength) {
                return tooLong();
            }
        }
        return null;
    }

    /** Returns the bound on size that a list or map exceeds by itself, or null. */
    @Nullable Exceeded tooMany(@Nullable Object container) {
        if (container instanceof List<?> list) { // asked first, as a cast does: a class answers one interface quickly
            return tooManyItems(list);
        }
        if (container instanceof Collection<?> collection) {
            return tooManyItems(collection);
        }
        return container instanceof Map<?, ?> map ? tooManyKeys(map) : null;
    }

    private @Nullable Exceeded tooManyItems(Collection<?> items) {
        return items.size() > listSize ? new Exceeded("list", listSize, "should have at most %{count} item(s)") : null;
    }

    Exceeded tooDeep() {
        return new Exceeded("depth", depth, "should be at most %{count} level(s) deep");
    }

    @Nullable Exceeded tooManyKeys(Map<?, ?> map) {
        return map.size() > keys ? new Exceeded("keys", keys, "should have at most %{count} key(s)") : null;
    }

    private Exceeded tooLong() {
        return new Exceeded("text", textLength, "should be at most %{count} character(s)");
    }
}
