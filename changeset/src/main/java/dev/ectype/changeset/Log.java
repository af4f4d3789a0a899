package dev.ectype.changeset;

import dev.ectype.changeset.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was said of a changeset, linked to what was said before: a rule on a field, a set of required fields, what
 * a cast asked of the params, or a mark from which on each required field counts once. The changeset that saying it makes is
 * the entry itself, so that saying it costs nothing more.
 */
abstract class Log {
    /** Is said of what a cast asks of params: an array of fields, a relation cast as usual or otherwise, or a name. */
    static final Object ASKED = new Object();

    private static final Object ONCE = new Object();

    /** An entry that is no changeset. */
    private static final class Entry extends Log {
        private final @Nullable Log earlier;
        private final @Nullable Object subject;
        private final @Nullable Object said;

        Entry(@Nullable Log earlier, @Nullable Object subject, @Nullable Object said) {
            this.earlier = earlier;
            this.subject = subject;
            this.said = said;
        }

        @Override
        @Nullable Log earlier() {
            return earlier;
        }

        @Override
        @Nullable Object subject() {
            return subject;
        }

        @Override
        @Nullable Object said() {
            return said;
        }
    }

    abstract @Nullable Log earlier();

    /** Returns what something was said of, or null if nothing was said, and nothing before. */
    abstract @Nullable Object subject();

    abstract @Nullable Object said();

    /** Returns this entry, or null if it says nothing. */
    final @Nullable Log orNothing() {
        return subject() == null ? null : this;
    }

    /** Returns this with a mark that each required field counts once so far, if any is required; null if nothing is said. */
    final @Nullable Log once() {
        for (Log log = orNothing(); log != null; log = log.earlier()) {
            if (log.subject() == ONCE) {
                return this;
            }
            if (log.said() == null) {
                return new Entry(this, ONCE, null);
            }
        }
        return orNothing();
    }

    /** Returns this with the entries of another added as newer ones. */
    final Log with(Log newer) {
        Log all = this;
        for (Log log : newer.oldestFirst()) {
            all = new Entry(all.orNothing(), log.subject(), log.said());
        }
        return all;
    }

    final List<Validation> rules() {
        List<Validation> entries = new ArrayList<>();
        for (Log log = orNothing(); log != null; log = log.earlier()) {
            if (log.said() instanceof Rule<?> rule && log.subject() != null) {
                entries.add(new Validation(name(log.subject()), rule));
            }
        }
        return entries;
    }

    private static String name(Object subject) {
        return subject instanceof Field<?, ?> field ? field.name() : (String) subject;
    }

    /** Returns the required fields, newest first. */
    final List<Field<?, ?>> requiredFields() {
        List<Field<?, ?>> fields = new ArrayList<>();
        for (Log log : oldestFirst()) {
            if (log.subject() == ONCE) {
                fields = new ArrayList<>(new LinkedHashSet<>(fields));
            } else if (log.said() == null) {
                fields.addAll(0, fields(log.subject()));
            }
        }
        return fields;
    }

    private static List<Field<?, ?>> fields(@Nullable Object subject) {
        return subject instanceof Field<?, ?>[] several ? List.of(several) : List.of((Field<?, ?>) subject);
    }

    /** Returns what casts asked of the params, oldest first. */
    final List<Object> askedFor() {
        return oldestFirst().stream()
                .filter(log -> log.said() == ASKED)
                .<Object>map(log -> log.subject())
                .toList();
    }

    private List<Log> oldestFirst() {
        List<Log> all = new ArrayList<>();
        for (Log log = orNothing(); log != null; log = log.earlier()) {
            all.add(log);
        }
        Collections.reverse(all);
        return all;
    }
}
