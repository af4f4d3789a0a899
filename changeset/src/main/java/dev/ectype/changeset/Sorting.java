package dev.ectype.changeset;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the related records that a form sends under keys into an order: those that the sort list names, then the others by
 * key, numbers first; without those that the drop list names. A name that is not there stands for a new record.
 */
final class Sorting {
    private static final int LONGEST_NUMBER = 32;

    private Sorting() {}

    static @Nullable Object apply(@Nullable Object given, @Nullable List<?> sort, @Nullable List<?> drop) {
        if (given instanceof List<?>) {
            return given;
        }
        if (given == null && (sort != null || drop != null)) {
            return apply(Map.of(), sort, drop);
        }
        if (!(given instanceof Map<?, ?> map)) {
            return given;
        }
        Map<Object, Object> pending = new LinkedHashMap<>(map);
        List<@Nullable Object> ordered = new ArrayList<>();
        for (Object key : without(sort, drop)) {
            boolean there = pending.containsKey(key);
            Object value = pending.remove(key);
            ordered.add(there ? value : Map.of());
        }
        if (drop != null) {
            drop.forEach(name -> pending.remove(name(name)));
        }
        pending.entrySet().stream()
                .map(entry -> new Keyed(number(entry.getKey()), String.valueOf(entry.getKey()), entry.getValue()))
                .sorted(Keyed.ORDER)
                .forEach(keyed -> ordered.add(keyed.value()));
        return ordered;
    }

    /** Each dropped name takes one of the same name from the sort list. */
    private static List<?> without(@Nullable List<?> sort, @Nullable List<?> drop) {
        if (sort == null || drop == null) {
            return sort == null ? List.of() : sort;
        }
        Map<Object, Integer> dropped = new HashMap<>();
        drop.forEach(name -> dropped.merge(name(name), 1, Integer::sum));
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object name : sort) {
            Object key = name(name);
            if (dropped.merge(key, -1, Integer::sum) < 0) {
                kept.add(key);
            }
        }
        return kept;
    }

    /** Returns what can be compared with a key at no cost: a list or a map is none, however deep it is. */
    private static Object name(@Nullable Object given) {
        return given == null || given instanceof Map<?, ?> || given instanceof Collection<?> ? new Object() : given;
    }

    private record Keyed(
            @Nullable BigInteger number,
            String name,
            @Nullable Object value) {
        static final Comparator<Keyed> ORDER = Comparator.comparing(
                        Keyed::number, Comparator.nullsLast(Comparator.<BigInteger>naturalOrder()))
                .thenComparing(Keyed::name, Sorting::byCodePoint);
    }

    private static @Nullable BigInteger number(Object key) {
        if (!(key instanceof String text) || text.isEmpty() || text.length() >= LONGEST_NUMBER) {
            return null;
        }
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return null;
            }
        }
        return start == text.length() ? null : new BigInteger(text);
    }

    static int byCodePoint(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean mixed = Character.isSurrogate(a) != Character.isSurrogate(b);
                return mixed ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b)) : a - b;
            }
        }
        return left.length() - right.length();
    }
}
