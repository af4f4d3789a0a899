package dev.ectype.adapter.ldap;

import static dev.ectype.adapter.ldap.Things.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import dev.ectype.adapter.ldap.mapping.LdapColumn;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.error.MappingException;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written comes back as it was. */
@ParameterizedClass
@EnumSource(Server.class)
class RoundTripTest {
    private static final List<String> HOSTILE = List.of(
            "*", "(", ")", "\\", "\u0000", " ", "#", "+", ",", ";", "<", ">", "=", "\"", "/", "\n", "\r", "é",
            "e\u0301", "😀", "\u200B", "a", "\\2a", "&", "|", "!", "~");
    private final TestDirectory directory;
    private final Source source = Things.source();
    private LdapAdapter adapter;

    RoundTripTest(Server server) {
        this.directory = server.directory();
    }

    @BeforeEach
    void open() {
        directory.renew("things");
        adapter = directory.connect();
    }

    @AfterEach
    void close() {
        adapter.close();
    }

    @Test
    void keepsAValueOfEveryKind() {
        Row row = row(
                "k",
                "text",
                "τέξτ  with spaces ",
                "exact",
                "A",
                "ignore",
                "b",
                "number",
                -5,
                "numbers",
                Set.of(Long.MIN_VALUE, 0L),
                "tags",
                List.of("a", "b"),
                "time",
                Instant.parse("2024-02-29T12:00:00.000001Z"),
                "date",
                LocalDate.of(1, 1, 1),
                "uuid",
                UUID.fromString("01234567-89ab-cdef-0123-456789abcdef"),
                "bool",
                false,
                "bytes",
                new byte[] {0, -1, 10},
                "decimal",
                new BigDecimal("1E+3"),
                "address",
                Row.over(Things.ADDRESS, new Object[] {"Αθήνα", 10431}),
                "names",
                Set.of("x", "y"));
        Things.insert(adapter, source, row);
        assertThat(Things.get(adapter, source, "k")).isEqualTo(row);
    }

    @Test
    void doesNotTellEmptyFromAbsent() {
        Things.insert(adapter, source, row("k", "text", "", "numbers", Set.of(), "tags", List.of()));
        assertThat(Things.get(adapter, source, "k")).isEqualTo(row("k"));
    }

    @Test
    void keepsHostileValuesAndNames() {
        long seed = Long.getLong("ectype.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            String hostile = hostile(random);
            Row row = row(hostile, "text", hostile, "exact", hostile, "tags", List.of(hostile));
            Things.insert(adapter, source, row);
            assertThat(Things.get(adapter, source, hostile))
                    .as("seed %d: <%s>", seed, hostile)
                    .isEqualTo(row);
            Things.update(adapter, source, hostile, List.of(), Things.set("text", hostile + hostile));
            assertThat(Things.get(adapter, source, hostile))
                    .as("seed %d: <%s>", seed, hostile)
                    .isEqualTo(row.with(1, hostile + hostile));
            Things.delete(adapter, source, hostile);
        }
        assertThat(Things.rows(adapter, source, Things.plan(adapter, source))).isEmpty();
    }

    private static String hostile(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= random.nextInt(4); i++) {
            text.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
        }
        return text.toString();
    }

    @Test
    void refusesHalfACharacter() {
        assertThatThrownBy(() -> Things.insert(adapter, source, row("k", "text", "\uD83D")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("surrogate");
    }

    @Test
    void refusesListsThatAreNotSaidToLoseTheirOrder() {
        Source unsaid = Things.source(Things.MAPPING.column("etTags", LdapColumn.PLAIN));
        assertThatThrownBy(() -> Things.plan(adapter, unsaid))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("inSortedValues()")
                .hasMessageContaining("tags");
    }

    @Test
    void refusesEmbeddedRecordsThatAreNotSaidToBeJson() {
        Source unsaid = Things.source(Things.MAPPING.column("etJson", LdapColumn.PLAIN));
        assertThatThrownBy(() -> Things.plan(adapter, unsaid))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("inJson()");
    }

    @Test
    void refusesAnEntryWithMoreValuesThanTheColumnShows() throws Exception {
        try (LDAPConnection bare = directory.bare()) {
            bare.add(
                    "dn: etKey=k,ou=things," + TestDirectory.BASE,
                    "objectClass: etThing",
                    "etKey: k",
                    "description: one",
                    "description: two");
        }
        Source described = described(LdapColumn.PLAIN);
        assertThatThrownBy(() -> Things.get(adapter, described, "k"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("showingFirst()");
        assertThat(Things.get(adapter, described(LdapColumn.PLAIN.showingFirst()), "k"))
                .isNotNull();
    }

    private static Source described(LdapColumn column) {
        return new Source(
                "things",
                Optional.empty(),
                new Layout(List.of(Things.LAYOUT.slot(0), new Layout.Slot("about", "description", Scalar.TEXT))),
                List.of(0),
                List.of(),
                List.of(LdapMapping.of("etThing").column("description", column)));
    }
}
