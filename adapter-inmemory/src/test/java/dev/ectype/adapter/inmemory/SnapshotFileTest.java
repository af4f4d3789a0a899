package dev.ectype.adapter.inmemory;

import static dev.ectype.adapter.inmemory.People.AGE;
import static dev.ectype.adapter.inmemory.People.PEOPLE;
import static dev.ectype.adapter.inmemory.People.compare;
import static dev.ectype.adapter.inmemory.People.insert;
import static dev.ectype.adapter.inmemory.People.living;
import static dev.ectype.adapter.inmemory.People.person;
import static dev.ectype.adapter.inmemory.People.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.query.ir.Comparison;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Source;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {
    private final InMemoryAdapter adapter = InMemoryAdapter.create();

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("tables.ectype");
    }

    private InMemoryAdapter reloaded() {
        adapter.save(file());
        return InMemoryAdapter.load(file());
    }

    @Test
    void rowsComeBackAndTheirIndexesAreBuiltAgain() {
        for (int i = 0; i < 500; i++) {
            insert(adapter, PEOPLE, living(person(i, "n" + i % 7, i % 50, "m" + i), "Athens"));
        }
        InMemoryAdapter other = reloaded();
        assertThat(rows(other, PEOPLE)).containsExactlyInAnyOrderElementsOf(rows(adapter, PEOPLE));
        assertThat(rows(other, PEOPLE, compare(AGE, Comparison.EQ, 3))).hasSize(10);
        assertThat(rows(other, PEOPLE, compare(People.CITY, Comparison.EQ, "Athens")))
                .hasSize(500);
        assertThat(insert(other, PEOPLE, person(501, "x", 1, "m7"))).isInstanceOf(WriteOutcome.Violated.class);
        assertThat(insert(other, PEOPLE, person(7, "x", 1, "new"))).isInstanceOf(WriteOutcome.Violated.class);
        assertThat(insert(other, PEOPLE, person(502, "x", 1, "new"))).isInstanceOf(WriteOutcome.Written.class);
        assertThat(rows(adapter, PEOPLE)).hasSize(500);
    }

    @Test
    void everyKindOfValueComesBackAsItWas() {
        Source source = new Source("kinds", Optional.of("p"), KINDS, List.of(0), List.of(), List.of());
        List<Row> written = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Row row = kinds(i);
            insert(adapter, source, row);
            written.add(row);
        }
        List<Row> read = rows(reloaded(), source);
        assertThat(read).containsExactlyInAnyOrderElementsOf(written);
    }

    private static final Layout NODE = node();
    private static final Layout LEFT = new Layout(List.of(new Layout.Slot("a", "a", Scalar.TEXT)), "left");
    private static final Layout RIGHT = new Layout(List.of(new Layout.Slot("b", "b", Scalar.INT32)), "right");
    private static final Layout KINDS = layout(
            Scalar.INT32,
            Scalar.TEXT,
            Scalar.INT64,
            Scalar.INTEGER,
            Scalar.FLOAT64,
            Scalar.DECIMAL,
            Scalar.BOOLEAN,
            Scalar.DATE,
            Scalar.TIME,
            Scalar.DATE_TIME,
            Scalar.INSTANT,
            Scalar.DURATION,
            Scalar.UUID,
            Scalar.BINARY,
            Scalar.ANY,
            new Storage.ListOf(Scalar.TEXT),
            new Storage.SetOf(Scalar.INT32),
            new Storage.MapOf(Scalar.ANY),
            new Storage.Embedded(() -> NODE),
            new Storage.ListOf(new Storage.OneOf("kind", Map.of("left", () -> LEFT, "right", () -> RIGHT))));

    /** A record that contains its own kind. */
    private static Layout node() {
        return new Layout(List.of(
                new Layout.Slot("value", "value", Scalar.INT32),
                new Layout.Slot("next", "next", new Storage.Embedded(() -> SnapshotFileTest.NODE))));
    }

    private static Layout layout(Storage... kinds) {
        return new Layout(IntStream.range(0, kinds.length)
                .mapToObj(i -> new Layout.Slot("s" + i, "s" + i, kinds[i]))
                .toList());
    }

    private static Row kinds(int key) {
        Row inner = Row.over(NODE, new Object[] {2, null});
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("x", List.of(1, "two"));
        map.put("none", null);
        Object[] values = {
            key,
            "\u03b1\ud83d\ude00",
            Long.MIN_VALUE,
            BigInteger.ONE.shiftLeft(200).negate(),
            Double.MIN_VALUE,
            new BigDecimal("-1.50"),
            true,
            LocalDate.of(-44, 3, 15),
            LocalTime.MAX.withNano(999_999_000),
            LocalDateTime.of(9999, 12, 31, 23, 59),
            Instant.parse("0001-01-01T00:00:00.000001Z"),
            Duration.ofNanos(-1),
            new UUID(-1, 1),
            new byte[] {0, -1, 127},
            map,
            Arrays.asList("a", null, ""),
            Set.of(1, 2),
            map,
            Row.over(NODE, new Object[] {1, inner}),
            List.of(Row.over(LEFT, new Object[] {"l"}), Row.over(RIGHT, new Object[] {3}))
        };
        return key == 0 ? Row.over(KINDS, nothingBut(key)) : Row.over(KINDS, values);
    }

    private static Object[] nothingBut(int key) {
        Object[] values = new Object[KINDS.size()];
        values[0] = key;
        return values;
    }

    @Test
    void tablesWithoutAKeyGoOnNumberingTheirRows() {
        Source keyless = new Source("log", Optional.empty(), People.LAYOUT, List.of(), List.of(), List.of());
        insert(adapter, keyless, person(1, "a", 1, null));
        InMemoryAdapter other = reloaded();
        insert(other, keyless, person(1, "a", 1, null));
        assertThat(rows(other, keyless)).hasSize(2);
    }

    @Test
    void anOrderedTableStaysOrdered() {
        Source ordered = People.withHint(TableOptions.ordered());
        List.of(3, 1, 2).forEach(id -> insert(adapter, ordered, person(id, "x", 1, null)));
        InMemoryAdapter other = reloaded();
        assertThat(rows(other, ordered)).extracting(row -> row.get(0)).containsExactly(1, 2, 3);
        assertThat(other.statistics().get(0).isOrdered()).isTrue();
    }

    @Test
    void aSnapshotMayBeSavedAgainBeforeAnySchemaUsesIt() {
        insert(adapter, PEOPLE, person(1, "a", 1, null));
        Path second = folder.resolve("second");
        reloaded().save(second);
        assertThat(rows(InMemoryAdapter.load(second), PEOPLE)).hasSize(1);
    }

    @Test
    void aForkOfALoadedStoreIsUsableToo() {
        insert(adapter, PEOPLE, person(1, "a", 1, null));
        InMemoryAdapter fork = reloaded().fork();
        insert(fork, PEOPLE, person(2, "b", 1, null));
        assertThat(rows(fork, PEOPLE, compare(AGE, Comparison.EQ, 1))).hasSize(2);
    }

    @Test
    void itIsTheStateOfOneMoment() {
        insert(adapter, PEOPLE, person(1, "a", 0, null));
        Threads.run(2, thread -> {
            for (int i = 0; i < 200; i++) {
                if (thread == 0) {
                    try (var transaction = adapter.begin(dev.ectype.spi.CallOptions.NONE)) {
                        People.update(transaction.adapter(), 1, Assignment.set(AGE, i));
                        insert(transaction.adapter(), PEOPLE, person(100 + i, "a", i, null));
                        transaction.commit();
                    }
                } else if (i % 20 == 0) {
                    assertIsOfOneMoment(i);
                }
            }
        });
    }

    private void assertIsOfOneMoment(int attempt) {
        Path each = folder.resolve("moment" + attempt);
        adapter.save(each);
        InMemoryAdapter saved = InMemoryAdapter.load(each);
        int last = (Integer) People.get(saved, 1).get(2);
        int rows = rows(saved, PEOPLE).size();
        assertThat(rows).isEqualTo(rows == 1 ? 1 : last + 2);
    }

    @Test
    void aFileThatIsNotAsItWasWrittenIsRefused() throws IOException {
        insert(adapter, PEOPLE, person(1, "secret name", 1, null));
        adapter.save(file());
        byte[] bytes = Files.readAllBytes(file());
        for (int at = 0; at < bytes.length; at += 3) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            refused(changed);
        }
        for (int length = 0; length < bytes.length; length += 7) {
            refused(Arrays.copyOf(bytes, length));
        }
        refused(Arrays.copyOf(bytes, bytes.length + 1));
    }

    private void refused(byte[] content) throws IOException {
        Path broken = Files.write(folder.resolve("broken"), content);
        assertThatThrownBy(() -> InMemoryAdapter.load(broken))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("snapshot")
                .hasMessageContaining("broken")
                .hasMessageNotContaining("secret name");
    }

    @Test
    void aFailedSaveLeavesTheOldFileAndNoOther() throws IOException {
        insert(adapter, PEOPLE, person(1, "a", 1, null));
        adapter.save(file());
        byte[] before = Files.readAllBytes(file());
        Source broken = new Source(
                "broken",
                Optional.empty(),
                layout(Scalar.INT32, new Storage.Embedded(() -> {
                    throw new IllegalStateException("no layout");
                })),
                List.of(0),
                List.of(),
                List.of());
        insert(adapter, broken, Row.over(broken.layout(), new Object[] {1, null}));
        assertThatThrownBy(() -> adapter.save(file())).hasMessageContaining("no layout");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
        assertThatThrownBy(() -> adapter.save(folder.resolve("nowhere").resolve("x")))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> InMemoryAdapter.load(folder.resolve("nothing")))
                .isInstanceOf(StoreException.class);
    }
}
