package dev.ectype.tck.self;

import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.tck.profile.AdapterProfile;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A wrong adapter, made of the correct one by one change.
 *
 * @param fault what it does wrong
 * @param rule the rule that must catch it: its id, and as many of its words as tell it from others of that id
 * @param topic the nested class of the contract that has the rule
 * @param adapter makes it
 * @param profile what it claims
 */
record Mutant(String fault, String rule, String topic, Supplier<MapAdapter> adapter, AdapterProfile profile) {
    private static final AdapterProfile EVERYTHING = AdapterProfile.of("maps");

    static Mutant of(String fault, String rule, String topic, Supplier<MapAdapter> adapter) {
        return new Mutant(fault, rule, topic, adapter, EVERYTHING);
    }

    Mutant claiming(UnaryOperator<AdapterProfile> less) {
        return new Mutant(fault, rule, topic, adapter, less.apply(profile));
    }

    /** Answers another question than the one that was asked, and says that it is the same. */
    static Mutant asking(String fault, String rule, String topic, UnaryOperator<QueryRequest> another) {
        return of(fault, rule, topic, () -> new AnotherQuestion(another));
    }

    /** Reads its cursors in another way. */
    static Mutant reading(String fault, String rule, String topic, BiFunction<RowCursor, ScanSpec, RowCursor> cursor) {
        return of(fault, rule, topic, () -> new AnotherCursor(cursor));
    }

    /** Tells whether this is what the rule is called that must catch it. */
    boolean isCaughtBy(String called) {
        return (called + " ").startsWith(rule + " ");
    }

    MapFixture fixture() {
        return new MapFixture(adapter.get(), profile);
    }

    @Override
    public String toString() {
        String by = rule.isEmpty() ? "no rule of " + topic : rule.split(" ", 2)[0];
        return by + " catches an adapter that " + fault;
    }
}
