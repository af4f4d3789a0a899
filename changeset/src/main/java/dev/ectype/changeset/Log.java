package dev.ectype.changeset;

import dev.ectype.changeset.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was validated, newest first, each entry a link to the one before: adding one costs one small object. An entry is a
 * rule on a field, a set of required fields, or a mark from which on each required field counts once.
 */
final class Log {
    final @Nullable Log earlier;
    final Object subject;
    final @Nullable Object rule;

    Log(@Nullable Log earlier, Object subject, @Nullable Object rule) {
        this.earlier = earlier;
        this.subject = subject;
        this.rule = rule;
    }

    private static final Object ONCE = new Object();

    static List<Validation> rules(@Nullable Log newest) {
        List<Validation> entries = new ArrayList<>();
        for (Log log = newest; log != null; log = log.earlier) {
            if (log.rule instanceof Rule<?> rule) {
                entries.add(new Validation(name(log.subject), rule));
            }
        }
        return entries;
    }

    static String name(Object subject) {
        return subject instanceof Field<?, ?> field ? field.name() : (String) subject;
    }

    /** Marks that each required field counts once so far, if there is any. */
    static @Nullable Log once(@Nullable Log newest) {
        for (Log log = newest; log != null; log = log.earlier) {
            if (log.subject == ONCE) {
                return newest;
            }
            if (log.rule == null) {
                return new Log(newest, ONCE, null);
            }
        }
        return newest;
    }

    /** Returns the log of {@code second} with the entries of {@code first} added as newer ones. */
    static @Nullable Log joined(@Nullable Log first, @Nullable Log second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return new Log(joined(first.earlier, second), first.subject, first.rule);
    }

    static List<Field<?, ?>> required(@Nullable Log newest) {
        List<Field<?, ?>> fields = new ArrayList<>();
        for (Log log : oldestFirst(newest)) {
            if (log.subject == ONCE) {
                fields = new ArrayList<>(new LinkedHashSet<>(fields));
            } else if (log.rule == null) {
                fields.addAll(0, required(log.subject));
            }
        }
        return fields;
    }

    private static List<Field<?, ?>> required(Object subject) {
        return subject instanceof Field<?, ?>[] several ? List.of(several) : List.of((Field<?, ?>) subject);
    }

    private static List<Log> oldestFirst(@Nullable Log newest) {
        List<Log> all = new ArrayList<>();
        for (Log log = newest; log != null; log = log.earlier) {
            all.add(0, log);
        }
        return all;
    }
}
