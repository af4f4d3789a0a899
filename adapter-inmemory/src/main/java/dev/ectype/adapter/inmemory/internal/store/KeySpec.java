package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.adapter.inmemory.internal.tree.Keying;
import dev.ectype.adapter.inmemory.internal.tree.Position;
import dev.ectype.adapter.inmemory.internal.tree.Probe;
import dev.ectype.query.eval.Values;
import dev.ectype.types.stored.Row;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The slots that make the primary key of stored rows. Immutable. */
final class KeySpec implements Keying<Row>, Comparator<Row> {
    static final int FACTOR = 31;

    private final int[] slots;

    KeySpec(int[] slots) {
        this.slots = slots.clone();
    }

    /** Returns the values of a row's key. */
    List<Object> of(Row row) {
        return Arrays.stream(slots)
                .<Object>mapToObj(slot -> Objects.requireNonNull(row.get(slot)))
                .toList();
    }

    /** Returns the first slot of the key that has no value in the row, or -1. */
    int missing(Row row) {
        for (int slot : slots) {
            if (row.get(slot) == null) {
                return slot;
            }
        }
        return -1;
    }

    @Override
    public int hash(Row row) {
        int hash = hashOf(row.get(slots[0]));
        for (int i = 1; i < slots.length; i++) {
            hash = FACTOR * hash + hashOf(row.get(slots[i]));
        }
        return hash;
    }

    @Override
    public boolean same(Row one, Row other) {
        for (int slot : slots) {
            if (!Values.equal(one.get(slot), other.get(slot))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compare(Row one, Row other) {
        for (int slot : slots) {
            int sign = Values.compareNullLowest(one.get(slot), other.get(slot));
            if (sign != 0) {
                return sign;
            }
        }
        return 0;
    }

    /** Returns what finds the row with these key values. */
    KeyProbe probe(List<Object> key) {
        return new KeyProbe(this, key);
    }

    /** Returns the hash of a key value, which equal values of different classes share. */
    static int hashOf(@Nullable Object value) {
        if (value instanceof String text) {
            return text.hashCode();
        }
        if (value instanceof Integer || value instanceof Long) {
            return Long.hashCode(((Number) value).longValue());
        }
        return value == null ? 0 : Values.canonical(value).hashCode();
    }

    /** A key that is looked for, by hash or by order. */
    static final class KeyProbe implements Probe<Row>, Position<Row> {
        private final KeySpec spec;
        private final List<Object> key;

        private KeyProbe(KeySpec spec, List<Object> key) {
            this.spec = spec;
            this.key = key;
        }

        @Override
        public int hash() {
            int hash = hashOf(key.get(0));
            for (int i = 1; i < spec.slots.length; i++) {
                hash = FACTOR * hash + hashOf(key.get(i));
            }
            return hash;
        }

        @Override
        public boolean matches(Row row) {
            for (int i = 0; i < spec.slots.length; i++) {
                if (!Values.equal(row.get(spec.slots[i]), key.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean isAfter(Row row) {
            for (int i = 0; i < spec.slots.length; i++) {
                int sign = Values.compareNullLowest(row.get(spec.slots[i]), key.get(i));
                if (sign != 0) {
                    return sign < 0;
                }
            }
            return false;
        }
    }
}
