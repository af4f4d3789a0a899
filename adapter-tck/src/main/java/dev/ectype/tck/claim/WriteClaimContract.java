package dev.ectype.tck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.Update;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.harness.Texts;
import dev.ectype.tck.profile.AdapterProfile;
import dev.ectype.tck.profile.Capability;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Claims on writes and on values: what is not claimed is refused before anything is written. */
public abstract class WriteClaimContract extends ContractTest {

    static Set<Capability> writes() {
        return WriteSamples.capabilities();
    }

    static Stream<ValueSample> values() {
        return ValueSample.all().stream();
    }

    @ParameterizedTest(name = "CL2 {0}, asked in a write, is refused with its text unless it is claimed")
    @MethodSource("writes")
    void writesThatAreNotClaimedAreRefused(Capability capability) {
        String refusal = refusal(capability);
        tried(refusal, () -> WriteSamples.of(capability, bench()))
                .orElse(List.of())
                .forEach(sample -> assertRefused(sample.table(), sample.write(), refusal));
    }

    @ParameterizedTest(
            name = "CL3 {0}, unless it is claimed, is refused with its text or comes back unharmed: never as"
                    + " something else")
    @MethodSource("values")
    void valuesThatAreNotClaimedAreRefused(ValueSample sample) {
        String refusal = refusal(sample.capability());
        Optional<Table> made = tried(refusal, () -> bench().table(sample.source()));
        made.filter(table -> !comesBackUnharmed(table, sample))
                .ifPresent(table -> assertRefused(table, table.insertion(sample.row(table)), refusal));
    }

    @Test
    @DisplayName(
            "CL4 what is not claimed has a text, unless nobody is ever told of it: an empty one would fit any refusal")
    void everyRefusalIsDocumented() {
        AdapterProfile profile = bench().profile();
        assertThat(Arrays.stream(Capability.values())
                        .filter(one -> !one.isSilent())
                        .filter(one ->
                                profile.refusal(one).filter(String::isBlank).isPresent()))
                .as("not claimed, without the text of the refusal")
                .isEmpty();
        assertThat(profile.refusalsOfForms()).noneMatch(String::isBlank);
    }

    /** What the store cannot keep may be refused before the first write of it, with the same text. */
    private static <T> Optional<T> tried(String refusal, Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (MappingException refused) {
            assertThat(refused).hasMessageContaining(refusal);
            return Optional.empty();
        }
    }

    /** An empty value may also be none, in a store that cannot tell them apart. */
    private static boolean comesBackUnharmed(Table kept, ValueSample sample) {
        try {
            kept.insert(sample.row(kept));
            Object back = kept.find("k").orElseThrow().get(1);
            kept.clear();
            return Texts.of(back).equals(Texts.of(sample.value())) || (back == null && sample.mayBecomeNothing());
        } catch (MappingException refused) {
            return false;
        }
    }

    private String refusal(Capability capability) {
        return bench().profile()
                .refusal(capability)
                .orElseGet(() -> Assumptions.abort(bench().profile().store() + " claims " + capability));
    }

    private void assertRefused(Table table, Write write, String refusal) {
        Throwable thrown = bench().untouched(() -> catchThrowable(() -> run(table, write)));
        assertThat(thrown)
                .as("not claimed, so it must be refused: %s", write)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(refusal);
        assertThat(((MappingException) thrown).kind()).isIn(Kind.UNSUPPORTED, Kind.DATA, Kind.USAGE);
        tried(refusal, table::stored)
                .ifPresent(rows -> assertThat(Texts.ofRows(rows))
                        .as("the rows after a write that was refused")
                        .containsExactlyInAnyOrderElementsOf(Texts.ofRows(table.rows())));
    }

    private static WriteOutcome run(Table table, Write write) {
        if (write instanceof Insert insert) {
            return table.adapter().insert(insert);
        }
        return write instanceof Update update
                ? table.adapter().update(update)
                : table.adapter().delete((Delete) write);
    }
}
