package dev.ectype.tck.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.spi.Adapter;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.KeyReading;
import dev.ectype.spi.Transactional;
import dev.ectype.spi.Transactional.Transaction;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.harness.Texts;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Samples;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that are read by their keys without a plan, by adapters that can: a shortcut, which leads to the same rows. */
public abstract class KeyReadingContract extends ContractTest {

    /** Returns the row that a key reads, and checks that the query of the key finds the same. */
    private static Optional<Row> read(Adapter seenBy, Table table, Object... key) {
        Optional<KeyReading> part = seenBy.as(KeyReading.class);
        Assumptions.assumeTrue(part.isPresent(), "the adapter reads no rows without a plan");
        Row row = part.orElseThrow().find(table.source(), List.of(key), CallOptions.NONE);
        Optional<Row> read = Optional.ofNullable(row);
        assertThat(read.map(Texts::of))
                .as("the row of %s", List.of(key))
                .isEqualTo(table.find(seenBy, List.of(key)).map(Texts::of));
        return read;
    }

    @ParameterizedTest(name = "KR1 keys of kind {0} read the row that their query finds, or none")
    @EnumSource(
            value = Scalar.class,
            names = {"TEXT", "INT32", "INT64", "UUID"})
    void keysReadTheRowsOfTheirQueries(Scalar kind) {
        Table keyed = bench().table(Sources.keyedBy(kind));
        List<Object> keys = Samples.ascending(kind);
        for (int i = 0; i < keys.size(); i += 2) {
            keyed.holds(keys.get(i), "row of " + keys.get(i));
        }
        for (int i = 0; i < keys.size(); i++) {
            assertThat(read(keyed.adapter(), keyed, keys.get(i)).isPresent()).isEqualTo(i % 2 == 0);
        }
    }

    @Test
    @DisplayName("KR2 a row comes whole, in the layout of its source")
    void aRowComesWhole() {
        Table people = Filled.people(bench());
        for (Row row : people.rows()) {
            assertThat(read(people.adapter(), people, Objects.requireNonNull(row.get(0))))
                    .hasValueSatisfying(read -> assertThat(Texts.of(read)).isEqualTo(Texts.of(row)))
                    .hasValueSatisfying(read ->
                            assertThat(read.layout()).isSameAs(people.source().layout()));
        }
    }

    @Test
    @DisplayName("KR3 a key of several fields reads by all of them, in their order")
    void aKeyOfSeveralFieldsReadsByAllOfThem() {
        Table memberships = Filled.memberships(bench());
        int found = 0;
        for (String org : List.of("acme", "beta", "core", "none")) {
            for (long member = 1; member <= 3; member++) {
                found += read(memberships.adapter(), memberships, org, member).isPresent() ? 1 : 0;
            }
        }
        assertThat(found).isEqualTo(memberships.rows().size());
    }

    @Test
    @DisplayName("KR4 what was written last is read, and what was removed is not")
    void theLastWriteIsRead() {
        Table people = Filled.people(bench());
        Adapter adapter = people.adapter();
        assertThat(read(adapter, people, "p1")).isPresent();
        people.update("p1", Assignment.set(people.path("city"), "Rome"));
        assertThat(read(adapter, people, "p1")).map(row -> row.get(4)).contains("Rome");
        people.delete("p1");
        assertThat(read(adapter, people, "p1")).isEmpty();
        people.insert(people.row("p1", "Zoe"));
        assertThat(read(adapter, people, "p1")).map(row -> row.get(1)).contains("Zoe");
    }

    @Test
    @DisplayName("KR5 rows are read in the prefix of their source alone")
    void rowsAreReadInTheirPrefix() {
        bench().needs(Capability.PREFIXES);
        Table plain = bench().table(Sources.people());
        Table north = bench().table(Sources.in(bench().prefix(0), Sources.people()));
        plain.holds("p1", "plain");
        north.holds("p1", "north");
        north.holds("p2", "only north");
        assertThat(read(plain.adapter(), plain, "p1")).map(row -> row.get(1)).contains("plain");
        assertThat(read(north.adapter(), north, "p1")).map(row -> row.get(1)).contains("north");
        assertThat(read(plain.adapter(), plain, "p2")).isEmpty();
    }

    @Test
    @DisplayName("KR6 a transaction reads its own writes by key, and nobody else does before its commit")
    void aTransactionReadsItsOwnWrites() {
        Table people = Filled.people(bench());
        Transactional transactional = bench().part(Transactional.class, Capability.TRANSACTIONS);
        try (Transaction transaction = transactional.begin(CallOptions.NONE)) {
            Adapter inside = transaction.adapter();
            inside.update(people.change("p1", Assignment.set(people.path("city"), "Rome")));
            inside.delete(people.removal("p2"));
            assertThat(read(inside, people, "p1")).map(row -> row.get(4)).contains("Rome");
            assertThat(read(inside, people, "p2")).isEmpty();
            assertThat(read(people.adapter(), people, "p1"))
                    .map(row -> row.get(4))
                    .contains("Athens");
            assertThat(read(people.adapter(), people, "p2")).isPresent();
            transaction.commit();
        }
        assertThat(read(people.adapter(), people, "p1")).map(row -> row.get(4)).contains("Rome");
        assertThat(read(people.adapter(), people, "p2")).isEmpty();
    }
}
