package dev.ectype.adapter.ldap;

import static dev.ectype.adapter.ldap.Things.path;
import static dev.ectype.adapter.ldap.Things.row;
import static dev.ectype.adapter.ldap.Things.set;
import static dev.ectype.adapter.ldap.Things.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPConnectionStatistics;
import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.mapping.LdapDelete;
import dev.ectype.adapter.ldap.mapping.LdapWrite;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Assignment.Operation;
import dev.ectype.spi.AtomicWriting;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.spi.WriteOutcome.Stale;
import dev.ectype.spi.WriteOutcome.Violated;
import dev.ectype.spi.WriteOutcome.Written;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class WritingTest {
    private final Server server;
    private final TestDirectory directory;
    private final Source source = Things.source();
    private LdapAdapter adapter;

    WritingTest(Server server) {
        this.server = server;
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

    private Row stored(String key) {
        return Things.get(adapter, source, key);
    }

    private static Predicate numberIs(int number) {
        return new Predicate.Compare(path("number"), Comparison.EQ, value(number, Scalar.INT32));
    }

    private static Effect effect(WriteOutcome outcome) {
        assertThat(outcome).isInstanceOf(Written.class);
        return ((Written) outcome).effect();
    }

    private static Violation violation(WriteOutcome outcome) {
        assertThat(outcome).isInstanceOf(Violated.class);
        return ((Violated) outcome).violations().get(0);
    }

    private static Assignment change(String name, Operation operation, Object operand) {
        return new Assignment(path(name), operation, operand);
    }

    @Test
    void reportsATakenKey() {
        Things.insert(adapter, source, row("k"));
        assertThat(violation(Things.insert(adapter, source, row("k"))))
                .isEqualTo(new Violation(Violation.Kind.UNIQUE, Violation.PRIMARY_KEY, List.of("etKey")));
    }

    @Test
    void tellsWhatTheServerMade() {
        Written outcome = (Written) adapter.insert(
                new Insert(source, row("k", "number", 1), OnConflict.raise(), List.of(0, 4), CallOptions.NONE));
        assertThat(outcome.row().orElseThrow().get(4)).isEqualTo(1);
    }

    @Test
    void keepsARowThatIsThere() {
        Things.insert(adapter, source, row("k", "number", 1));
        WriteOutcome outcome = adapter.insert(new Insert(
                source, row("k", "number", 2), new OnConflict.Keep(List.of()), List.of(4), CallOptions.NONE));
        assertThat(effect(outcome)).isEqualTo(Effect.UNCHANGED);
        assertThat(((Written) outcome).row().orElseThrow().get(4)).isEqualTo(1);
    }

    @Test
    void changesARowThatIsThereIfTheConditionHolds() {
        Things.insert(adapter, source, row("k", "number", 1));
        assertThat(effect(upsert(1))).isEqualTo(Effect.UPDATED);
        assertThat(upsert(1)).isInstanceOf(Stale.class);
        assertThat(stored("k").get(Things.slot("number"))).isEqualTo(7);
    }

    private WriteOutcome upsert(int ifNumber) {
        OnConflict change = new OnConflict.Change(List.of(), List.of(set("number", 7)), List.of(numberIs(ifNumber)));
        return adapter.insert(new Insert(source, row("k", "number", 2), change, List.of(), CallOptions.NONE));
    }

    @Test
    void changesOnlyWhatIsAssigned() {
        Things.insert(adapter, source, row("k", "text", "a", "number", 1, "names", Set.of("x")));
        WriteOutcome outcome = Things.update(adapter, source, "k", List.of(), set("text", "b"), set("number", null));
        assertThat(effect(outcome)).isEqualTo(Effect.UPDATED);
        assertThat(stored("k")).isEqualTo(row("k", "text", "b", "names", Set.of("x")));
    }

    @Test
    void isStaleWithoutAnEntry() {
        assertThat(Things.update(adapter, source, "none", List.of(), set("text", "b")))
                .isInstanceOf(Stale.class);
        assertThat(Things.delete(adapter, source, "none")).isInstanceOf(Stale.class);
    }

    @Test
    void holdsWritesToConditions() {
        Things.insert(adapter, source, row("k", "number", 1));
        assertThat(Things.update(adapter, source, "k", List.of(numberIs(2)), set("text", "b")))
                .isInstanceOf(Stale.class);
        assertThat(Things.delete(adapter, source, "k", numberIs(2))).isInstanceOf(Stale.class);
        assertThat(effect(Things.update(adapter, source, "k", List.of(numberIs(1)), set("text", "b"))))
                .isEqualTo(Effect.UPDATED);
        assertThat(effect(Things.delete(adapter, source, "k", numberIs(1)))).isEqualTo(Effect.DELETED);
    }

    @Test
    void holdsWritesToConditionsThatNoFilterSays() {
        Things.insert(adapter, source, row("k", "exact", "a  b"));
        Predicate folded = new Predicate.Compare(path("exact"), Comparison.EQ, value("a b", Scalar.TEXT));
        assertThat(Things.update(adapter, source, "k", List.of(folded), set("text", "b")))
                .isInstanceOf(Stale.class);
    }

    @Test
    void changesSingleValues() {
        Things.insert(adapter, source, row("k", "names", Set.of("x")));
        Things.update(adapter, source, "k", List.of(), change("names", Operation.ADD_TO_SET, "y"));
        Things.update(adapter, source, "k", List.of(), change("names", Operation.ADD_TO_SET, "y"));
        Things.update(adapter, source, "k", List.of(), change("names", Operation.PULL, "x"));
        assertThat(effect(Things.update(adapter, source, "k", List.of(), change("names", Operation.PULL, "x"))))
                .isEqualTo(Effect.UNCHANGED);
        assertThat(stored("k").get(Things.slot("names"))).isEqualTo(Set.of("y"));
    }

    @Test
    void keepsTheLessAndTheGreater() {
        Things.insert(adapter, source, row("k", "number", 5));
        Things.update(adapter, source, "k", List.of(), change("number", Operation.MIN, 3));
        Things.update(adapter, source, "k", List.of(), change("number", Operation.MIN, 4));
        assertThat(stored("k").get(Things.slot("number"))).isEqualTo(3);
        Things.update(adapter, source, "k", List.of(), change("number", Operation.MAX, 9));
        assertThat(stored("k").get(Things.slot("number"))).isEqualTo(9);
    }

    @Test
    void countsAllIncrementsOfManyAtOnce() throws Exception {
        Things.insert(adapter, source, row("k"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch ready = new CountDownLatch(4);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                for (int j = 0; j < 20; j++) {
                    assertThat(Things.update(adapter, source, "k", List.of(), change("number", Operation.INCREMENT, 1)))
                            .isInstanceOf(Written.class);
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();
        assertThat(stored("k").get(Things.slot("number"))).isEqualTo(80);
    }

    @Test
    void incrementsWithoutReading() {
        Things.insert(adapter, source, row("k", "number", 1));
        int before = directory.changes().length();
        Things.update(adapter, source, "k", List.of(), change("number", Operation.INCREMENT, 5));
        assertThat(directory.changes().substring(before)).contains("increment: etNumber\netNumber: 5");
        assertThat(stored("k").get(Things.slot("number"))).isEqualTo(6);
    }

    @Test
    void isToldByTheWriteItself() throws Exception {
        LDAPConnection connection = directory.bare();
        LDAPConnectionPool pool = new LDAPConnectionPool(connection, 1);
        try (LdapAdapter counted = LdapAdapter.over(pool, LdapOptions.DEFAULTS.withBase(TestDirectory.BASE))) {
            LDAPConnectionStatistics sent = connection.getConnectionStatistics();
            long before = sent.getNumSearchRequests();
            Written added = (Written) counted.insert(
                    new Insert(source, row("k", "number", 1), OnConflict.raise(), List.of(0, 4), CallOptions.NONE));
            Written changed = (Written) counted.update(new Update(
                    source, List.of("k"), List.of(set("number", 2)), List.of(), List.of(4), CallOptions.NONE));
            Written removed =
                    (Written) counted.delete(new Delete(source, List.of("k"), List.of(), List.of(4), CallOptions.NONE));
            assertThat(List.of(added, changed, removed))
                    .extracting(one -> one.row().orElseThrow().get(4))
                    .containsExactly(1, 2, 2);
            assertThat(sent.getNumSearchRequests()).isEqualTo(before);
        } finally {
            pool.close();
        }
    }

    @Test
    void renamesAnEntryInsteadOfCopyingIt() throws Exception {
        Things.insert(adapter, source, row("old", "text", "a"));
        String before = entryUuid("old");
        Written outcome = (Written) Things.update(adapter, source, "old", List.of(), set("key", "n,e w+"));
        assertThat(outcome.row().orElseThrow().get(0)).isEqualTo("n,e w+");
        assertThat(stored("old")).isNull();
        assertThat(stored("n,e w+")).isEqualTo(row("n,e w+", "text", "a"));
        assertThat(entryUuid("n\\,e w\\+")).isEqualTo(before);
    }

    private String entryUuid(String key) throws Exception {
        try (LDAPConnection bare = directory.bare()) {
            return bare.getEntry("etKey=" + key + ",ou=things," + TestDirectory.BASE, "entryUUID")
                    .getAttributeValue("entryUUID");
        }
    }

    @Test
    void renamesAndChangesTogetherOrNotAtAll() {
        Things.insert(adapter, source, row("old", "text", "a"));
        Things.insert(adapter, source, row("taken"));
        if (server == Server.SLAPD) {
            assertThatThrownBy(
                            () -> Things.update(adapter, source, "old", List.of(), set("key", "new"), set("text", "b")))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("LdapWrite.IN_STEPS");
            return;
        }
        Things.update(adapter, source, "old", List.of(), set("key", "new"), set("text", "b"));
        assertThat(stored("new")).isEqualTo(row("new", "text", "b"));
        WriteOutcome refused = Things.update(adapter, source, "new", List.of(), set("key", "taken"), set("text", "c"));
        assertThat(violation(refused).constraint()).isEqualTo(Violation.PRIMARY_KEY);
        assertThat(stored("new")).isEqualTo(row("new", "text", "b"));
    }

    @Test
    void renamesAndChangesInStepsWhereThatIsAgreedTo() {
        Source inSteps = Things.source(Things.MAPPING, LdapWrite.IN_STEPS);
        Things.insert(adapter, inSteps, row("old", "number", 1));
        Things.insert(adapter, inSteps, row("taken"));
        WriteOutcome refused = Things.update(adapter, inSteps, "old", List.of(), set("key", "taken"), set("number", 2));
        assertThat(violation(refused).constraint()).isEqualTo(Violation.PRIMARY_KEY);
        assertThat(stored("old")).isEqualTo(row("old", "number", 1));
        Things.update(adapter, inSteps, "old", List.of(numberIs(1)), set("key", "new"), set("number", 2));
        assertThat(stored("new")).isEqualTo(row("new", "number", 2));
        assertThat(Things.update(adapter, inSteps, "new", List.of(numberIs(1)), set("key", "x"), set("number", 3)))
                .isInstanceOf(Stale.class);
    }

    @Test
    void reportsWhatTheSchemaForbids() throws Exception {
        Things.insert(adapter, source, row("k", "exact", "a"));
        assertThat(violation(Things.update(
                                adapter,
                                source,
                                "k",
                                List.of(),
                                change("names", Operation.PUSH, "x"),
                                change("names", Operation.PUSH, "X")))
                        .kind())
                .isEqualTo(Violation.Kind.CHECK);
        try (LDAPConnection bare = directory.bare()) {
            bare.add("dn: etKey=child,etKey=k,ou=things," + TestDirectory.BASE, "objectClass: etThing", "etKey: child");
        }
        assertThat(violation(Things.delete(adapter, source, "k")))
                .isEqualTo(new Violation(Violation.Kind.FOREIGN_KEY, "children", List.of()));
    }

    @Test
    void removesASubtreeOnlyWhenAsked() throws Exception {
        Things.insert(adapter, source, row("k"));
        try (LDAPConnection bare = directory.bare()) {
            bare.add("dn: etKey=child,etKey=k,ou=things," + TestDirectory.BASE, "objectClass: etThing", "etKey: child");
        }
        CallOptions subtree = new CallOptions(Optional.empty(), List.of(LdapDelete.SUBTREE));
        Delete delete = new Delete(source, List.of("k"), List.of(), List.of(), subtree);
        if (server == Server.SLAPD) {
            assertThatThrownBy(() -> adapter.delete(delete)).isInstanceOf(MappingException.class);
        } else {
            assertThat(effect(adapter.delete(delete))).isEqualTo(Effect.DELETED);
        }
    }

    @Test
    void tellsWhatARemovedEntryWas() {
        Things.insert(adapter, source, row("k", "number", 5));
        Written outcome =
                (Written) adapter.delete(new Delete(source, List.of("k"), List.of(), List.of(4), CallOptions.NONE));
        assertThat(outcome.row().orElseThrow().get(4)).isEqualTo(5);
    }

    @Test
    void doesSeveralWritesOrNone() {
        if (server == Server.SLAPD) {
            assertThat(adapter.as(AtomicWriting.class)).isEmpty();
            return;
        }
        AtomicWriting together = adapter.as(AtomicWriting.class).orElseThrow();
        Things.insert(adapter, source, row("old", "number", 1));
        Insert good = new Insert(source, row("a"), OnConflict.raise(), List.of(), CallOptions.NONE);
        Update change = new Update(
                source, List.of("old"), List.of(set("number", 2)), List.of(numberIs(1)), List.of(4), CallOptions.NONE);
        Insert clash = new Insert(source, row("old"), OnConflict.raise(), List.of(), CallOptions.NONE);
        List<WriteOutcome> refused = together.writeTogether(List.of(good, change, clash));
        assertThat(refused.get(2)).isInstanceOf(Violated.class);
        assertThat(effect(refused.get(0))).isEqualTo(Effect.UNCHANGED);
        assertThat(stored("a")).isNull();
        assertThat(stored("old").get(4)).isEqualTo(1);

        List<WriteOutcome> done = together.writeTogether(List.of(good, change));
        assertThat(effect(done.get(0))).isEqualTo(Effect.INSERTED);
        assertThat(((Written) done.get(1)).row().orElseThrow().get(4)).isEqualTo(2);
        assertThat(together.writeTogether(List.of(change)).get(0)).isInstanceOf(Stale.class);
    }
}
