package dev.ectype.tck.association;

import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.changeset.Changeset;
import dev.ectype.repo.Repo;
import dev.ectype.schema.Schema;
import dev.ectype.tck.harness.Bench;
import dev.ectype.tck.profile.Capability;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Clubs in the store under test. */
final class Society {
    final Clubs schemas;
    final Bench bench;
    final Repo repo;

    Society(Bench bench, Modes modes) {
        this.bench = bench;
        this.schemas = Clubs.of(bench, modes);
        this.repo = writesTogether(bench) ? bench.repo() : bench.repo().withoutTransaction();
    }

    /** Tells whether the store writes several records or none. */
    static boolean writesTogether(Bench bench) {
        return bench.claims(Capability.TRANSACTIONS) || bench.claims(Capability.ATOMIC_WRITES);
    }

    /** Returns the params of members of these names, ranked in their order. */
    static List<Map<String, Object>> members(String... names) {
        return IntStream.range(0, names.length)
                .mapToObj(rank -> Map.<String, Object>of("name", names[rank], "rank", rank))
                .toList();
    }

    /** Inserts a club with members of these names. */
    Club club(String name, String... members) {
        return insert(schemas.clubs.cast(Map.of("name", name, "members", members(members))));
    }

    <R> R insert(Changeset<R> changeset) {
        return repo.insertOrThrow(changeset);
    }

    /** Returns texts of all stored records of a schema. */
    <R> List<String> stored(Schema<R> schema, Function<R, String> text) {
        return repo.all(from(schema).allowScan()).stream().map(text).sorted().toList();
    }

    /** Returns the names of all stored members; of those without a club with a mark. */
    List<String> storedMembers() {
        return stored(schemas.members, member -> member.name() + (member.clubId() == null ? " alone" : ""));
    }

    List<String> storedClubs() {
        return stored(schemas.clubs, Club::name);
    }

    List<String> storedCharters() {
        return stored(schemas.charters, charter -> charter.text() + (charter.clubId() == null ? " alone" : ""));
    }

    List<String> storedTopics() {
        return stored(schemas.topics, Topic::word);
    }

    List<String> storedClubTopics() {
        return stored(schemas.clubTopics, ClubTopic::topic);
    }

    /** Checks that the store has no record at all. */
    void assertEmpty() {
        assertThat(Stream.of(storedClubs(), storedMembers(), storedCharters(), storedTopics(), storedClubTopics()))
                .allMatch(List::isEmpty);
    }

    /** Returns the member of a club that has a name. */
    static Member named(Club club, String name) {
        return club.members().list().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
