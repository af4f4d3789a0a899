package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.spi.Source;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** The identity of a table, and the lock that its writers hold. Safe for use by several threads. */
public final class Table {
    private final Name name;
    private final int ordinal;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong rowNumbers = new AtomicLong();

    /**
     * A table's name.
     *
     * @param prefix the namespace
     * @param name the name in it
     */
    public record Name(Optional<String> prefix, String name) {
        static Name of(Source source) {
            return new Name(source.prefix(), source.name());
        }

        /** Returns the name with its prefix. */
        @Override
        public String toString() {
            return prefix.map(p -> p + "." + name).orElse(name);
        }
    }

    Table(Name name, int ordinal) {
        this.name = name;
        this.ordinal = ordinal;
    }

    /** Returns the same table of another store. */
    Table copy() {
        Table copy = new Table(name, ordinal);
        copy.reserveRowNumbers(rowNumbers.get());
        return copy;
    }

    /** Returns the name. */
    public Name name() {
        return name;
    }

    /** Returns the place of the table in a snapshot; locks are taken in this order. */
    int ordinal() {
        return ordinal;
    }

    ReentrantLock lock() {
        return lock;
    }

    /** Returns a number that was given to no other row of this table. */
    public long nextRowNumber() {
        return rowNumbers.incrementAndGet();
    }

    /** Keeps numbers up to this one from being given again. */
    void reserveRowNumbers(long last) {
        rowNumbers.accumulateAndGet(last, Math::max);
    }
}
