package dev.ectype.adapter.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import dev.ectype.adapter.ldap.mapping.LdapColumn;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.adapter.ldap.mapping.LdapWrite;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Stale;
import dev.ectype.spi.WriteOutcome.Written;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Layout.Slot;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that are whole names, or made by the server, and attributes that only the server sets. */
@ParameterizedClass
@EnumSource(Server.class)
class KeysTest {
    private static final String BASE = "ou=keys," + TestDirectory.BASE;
    private final TestDirectory directory;
    private final Source byName = new Source(
            "keys",
            Optional.empty(),
            new Layout(List.of(
                    new Slot("name", "dn", Scalar.TEXT),
                    new Slot("key", "etKey", Scalar.TEXT),
                    new Slot("number", "etNumber", Scalar.INT32))),
            List.of(0),
            List.of(),
            List.of(LdapMapping.of("etThing").atAnyDepth()));
    private final Source byUuid = new Source(
            "keys",
            Optional.empty(),
            new Layout(List.of(
                    new Slot("id", "entryUUID", Scalar.UUID),
                    new Slot("key", "etKey", Scalar.TEXT),
                    new Slot("number", "etNumber", Scalar.INT32),
                    new Slot("changed", "modifyTimestamp", Scalar.INSTANT),
                    new Slot("by", "modifiersName", Scalar.TEXT))),
            List.of(0),
            List.of(),
            List.of(LdapMapping.of("etThing")
                    .namedBy("etKey")
                    .column("modifiersName", LdapColumn.PLAIN.comparedByDirectory())));
    private LdapAdapter adapter;

    KeysTest(Server server) {
        this.directory = server.directory();
    }

    @BeforeEach
    void open() {
        directory.renew("keys");
        adapter = directory.connect();
    }

    @AfterEach
    void close() {
        adapter.close();
    }

    private static Predicate equal(Source source, int slot, Object value) {
        FieldPath path = Things.path(source.layout(), slot);
        return new Predicate.Compare(path, Comparison.EQ, Things.value(value, path.storage()));
    }

    private Row named(String name, String key, int number) {
        return Row.over(byName.layout(), new Object[] {name, key, number});
    }

    private @Nullable Row find(Source source, Object key) {
        PushDown plan = Things.plan(adapter, source, equal(source, 0, key));
        assertThat(plan.plan().access()).isEqualTo(Access.KEY);
        List<Row> rows = Things.rows(adapter, source, plan);
        return rows.isEmpty() ? null : rows.get(0);
    }

    @Test
    void readsOneEntryByItsName() throws LDAPException {
        String name = "etKey=a\\, b," + BASE;
        Things.insert(adapter, byName, named(name, "a, b", 1));
        PushDown plan = Things.plan(adapter, byName, equal(byName, 0, name));
        assertThat(plan.plan().explain()).startsWith("search base=? scope=base");
        Row found = find(byName, name);
        assertThat(found.get(1)).isEqualTo("a, b");
        // Servers write names in their own way: slapd says a\\2C b.
        assertThat(DN.equals((String) found.get(0), name)).isTrue();
        assertThat(find(byName, "etKey=none," + BASE)).isNull();
    }

    @Test
    void movesAnEntryWithItsIdentity() throws LDAPException {
        String old = "etKey=a," + BASE;
        String parent = "etKey=parent," + BASE;
        String moved = "etKey=b," + parent;
        Things.insert(adapter, byName, named(old, "a", 1));
        Things.insert(adapter, byName, named(parent, "parent", 2));
        try (LDAPConnection bare = directory.bare()) {
            String before = bare.getEntry(old, "entryUUID").getAttributeValue("entryUUID");
            WriteOutcome outcome = adapter.update(new Update(
                    byName,
                    List.of(old),
                    List.of(Assignment.set(Things.path(byName.layout(), 0), moved)),
                    List.of(equal(byName, 2, 1)),
                    List.of(0, 1),
                    CallOptions.NONE));
            assertThat(((Written) outcome).row().orElseThrow().get(1)).isEqualTo("b");
            assertThat(bare.getEntry(old)).isNull();
            assertThat(bare.getEntry(moved, "entryUUID").getAttributeValue("entryUUID"))
                    .isEqualTo(before);
        }
    }

    @Test
    void saysThatAMoveWithChangesStoppedHalfWay() {
        String old = "etKey=a," + BASE;
        Things.insert(adapter, byName, named(old, "a", 1));
        Update move = new Update(
                byName,
                List.of(old),
                List.of(
                        Assignment.set(Things.path(byName.layout(), 0), "etKey=b,ou=missing," + BASE),
                        Assignment.set(Things.path(byName.layout(), 2), 2)),
                List.of(),
                List.of(),
                new CallOptions(Optional.empty(), List.of(LdapWrite.IN_STEPS)));
        if (directory == Server.IN_MEMORY.directory()) {
            assertThat(adapter.update(move)).isInstanceOf(Stale.class);
            assertThat(find(byName, old).get(2)).isEqualTo(1);
            return;
        }
        StoreException failure = catchThrowableOfType(StoreException.class, () -> adapter.update(move));
        assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.PARTLY);
        assertThat(failure)
                .hasMessageContaining("stopped behind the first of them; the call is partly done")
                .hasMessageContaining("done: [modify]")
                .hasMessageContaining("notDone: [rename]");
        assertThat(find(byName, old).get(2)).isEqualTo(2);
    }

    private Written inserted(String key) {
        Row row = Row.over(byUuid.layout(), new Object[] {null, key, 1, null, null});
        return (Written)
                adapter.insert(new Insert(byUuid, row, OnConflict.raise(), List.of(0, 3, 4), CallOptions.NONE));
    }

    @Test
    void tellsTheKeyThatTheServerMadeAndFindsByIt() {
        Row told = inserted("a").row().orElseThrow();
        UUID id = (UUID) told.get(0);
        assertThat((Instant) told.get(3)).isCloseTo(Instant.now(), within(1, ChronoUnit.HOURS));
        assertThat((String) told.get(4)).isEqualToIgnoringCase(TestDirectory.ADMIN);
        Row found = find(byUuid, id);
        assertThat(found).isNotNull();
        assertThat(found.get(1)).isEqualTo("a");
        assertThat(find(byUuid, UUID.randomUUID())).isNull();
    }

    @Test
    void writesByTheKeyThatTheServerMade() {
        UUID id = (UUID) inserted("a").row().orElseThrow().get(0);
        Assignment two = Assignment.set(Things.path(byUuid.layout(), 2), 2);
        Assignment renamed = Assignment.set(Things.path(byUuid.layout(), 1), "b");
        for (Assignment change : List.of(two, renamed)) {
            assertThat(adapter.update(
                            new Update(byUuid, List.of(id), List.of(change), List.of(), List.of(), CallOptions.NONE)))
                    .isInstanceOf(Written.class);
        }
        Row found = find(byUuid, id);
        assertThat(found.get(1)).isEqualTo("b");
        assertThat(found.get(2)).isEqualTo(2);
        assertThat(adapter.delete(new Delete(byUuid, List.of(id), List.of(), List.of(), CallOptions.NONE)))
                .isInstanceOf(Written.class);
        assertThat(adapter.delete(new Delete(byUuid, List.of(id), List.of(), List.of(), CallOptions.NONE)))
                .isInstanceOf(Stale.class);
    }

    @Test
    void locksByTheTimeOfTheLastChange() {
        Row told = inserted("a").row().orElseThrow();
        Instant read = (Instant) told.get(3);
        Assignment two = Assignment.set(Things.path(byUuid.layout(), 2), 2);
        Update stale = new Update(
                byUuid,
                List.of(told.get(0)),
                List.of(two),
                List.of(equal(byUuid, 3, read.minusSeconds(1))),
                List.of(),
                CallOptions.NONE);
        assertThat(adapter.update(stale)).isInstanceOf(Stale.class);
        Update fresh = new Update(
                byUuid, stale.key(), stale.assignments(), List.of(equal(byUuid, 3, read)), List.of(), CallOptions.NONE);
        if (directory == Server.IN_MEMORY.directory()) {
            assertThatThrownBy(() -> adapter.update(fresh))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("neither a filter nor a change stamp");
            return;
        }
        assertThat(adapter.update(fresh)).isInstanceOf(Written.class);
    }

    @Test
    void locksByTheServersStampOfChanges() {
        Source stamped = new Source(
                "keys",
                Optional.empty(),
                new Layout(List.of(
                        new Slot("key", "etKey", Scalar.TEXT),
                        new Slot("number", "etNumber", Scalar.INT32),
                        new Slot("stamp", "entryCSN", Scalar.TEXT))),
                List.of(0),
                List.of(),
                List.of(LdapMapping.of("etThing")));
        assumeTrue(directory != Server.IN_MEMORY.directory(), "the driver's own server has no such stamp");
        Row added = ((Written) adapter.insert(new Insert(
                        stamped,
                        Row.over(stamped.layout(), new @Nullable Object[] {"a", 1, null}),
                        OnConflict.raise(),
                        List.of(2),
                        CallOptions.NONE)))
                .row()
                .orElseThrow();
        Assignment two = Assignment.set(Things.path(stamped.layout(), 1), 2);
        Predicate same = equal(stamped, 2, String.valueOf(added.get(2)));
        assertThat(Things.update(adapter, stamped, "a", List.of(same), two)).isInstanceOf(Written.class);
        assertThat(Things.update(adapter, stamped, "a", List.of(same), two)).isInstanceOf(Stale.class);
    }
}
