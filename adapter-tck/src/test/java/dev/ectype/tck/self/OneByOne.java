package dev.ectype.tck.self;

import dev.ectype.spi.AtomicWriting;
import dev.ectype.spi.Transactional;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.tck.profile.Capability;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** An adapter that writes nothing together, so that every write of related records is one of its own. */
class OneByOne extends MapAdapter {
    private final BiFunction<MapTables, Write, WriteOutcome> writing;

    OneByOne() {
        this(MapTables::write);
    }

    private OneByOne(BiFunction<MapTables, Write, WriteOutcome> writing) {
        this.writing = writing;
    }

    /** Returns one that writes in another way. */
    static Mutant writing(String fault, String rule, String topic, BiFunction<MapTables, Write, WriteOutcome> writing) {
        return claiming(fault, rule, topic, () -> new OneByOne(writing));
    }

    /** Returns an adapter that claims to write nothing together. */
    static Mutant claiming(String fault, String rule, String topic, Supplier<MapAdapter> adapter) {
        return Mutant.of(fault, rule, topic, adapter)
                .claiming(all -> all.without(Capability.TRANSACTIONS, "one by one")
                        .without(Capability.ATOMIC_WRITES, "one by one"));
    }

    @Override
    public <T> Optional<T> as(Class<T> part) {
        return part == Transactional.class || part == AtomicWriting.class ? Optional.empty() : super.as(part);
    }

    @Override
    WriteOutcome write(Write write) {
        synchronized (tables) {
            return writing.apply(tables, write);
        }
    }
}
