package dev.ectype.adapter.ldap;

import static dev.ectype.adapter.ldap.Owners.ADDRESS;
import static dev.ectype.adapter.ldap.Owners.OWNER;
import static dev.ectype.adapter.ldap.Owners.PHONE;
import static dev.ectype.adapter.ldap.Owners.address;
import static dev.ectype.adapter.ldap.Owners.owner;
import static dev.ectype.query.Query.from;
import static dev.ectype.query.condition.Conditions.anyElement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import dev.ectype.adapter.ldap.Owners.Address;
import dev.ectype.adapter.ldap.Owners.Owner;
import dev.ectype.adapter.ldap.Owners.Phone;
import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.mapping.LdapColumn;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.adapter.ldap.mapping.LdapWrite;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.changeset.Result;
import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.repo.Repo;
import dev.ectype.repo.call.Options;
import dev.ectype.spi.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Embedded records as entries below their owner's: in a transaction where the server has them, in steps elsewhere. */
@ParameterizedClass
@EnumSource(Server.class)
class ChildEntriesTest {
    private static final String BASE = "ou=owners," + TestDirectory.BASE;
    private static final Phone ONE = new Phone("1", "home");
    private static final Phone TWO = new Phone("2", "work");
    private static final Phone THREE = new Phone("3", null);
    private final Server server;
    private final TestDirectory directory;
    private Repo strict;
    private Repo repo;

    ChildEntriesTest(Server server) {
        this.server = server;
        this.directory = server.directory();
    }

    @BeforeEach
    void open() {
        directory.renew("owners");
        strict = Repo.over(directory.connect());
        repo = strict.with(Options.none().hint(LdapWrite.IN_STEPS));
    }

    @AfterEach
    void close() {
        strict.close();
    }

    private Owner stored(Owner owner) {
        return repo.insert(OWNER.change(owner)).orElseThrow();
    }

    private Owner read(String key) {
        return repo.get(OWNER, key).orElseThrow();
    }

    private String logged(Runnable write) {
        int before = directory.changes().length();
        write.run();
        return directory.changes().substring(before);
    }

    private List<String> names() throws LDAPException {
        try (LDAPConnection bare = directory.bare()) {
            return bare
                    .search(BASE, SearchScope.SUBORDINATE_SUBTREE, "(objectClass=*)", "1.1")
                    .getSearchEntries()
                    .stream()
                    .map(entry -> entry.getDN().substring(0, entry.getDN().length() - BASE.length() - 1))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesEachAsAnEntryAndGathersThem() throws LDAPException {
        Owner ada = stored(owner("ada", address("Home", "Athens"), TWO, ONE));
        assertThat(names())
                .containsExactly("etIgnore=Home,etKey=ada", "etKey=1,etKey=ada", "etKey=2,etKey=ada", "etKey=ada");
        assertThat(read("ada")).isEqualTo(new Owner("ada", ada.text(), 1, ada.home(), List.of(ONE, TWO)));
        stored(owner("bob", null));
        assertThat(read("bob")).isEqualTo(owner("bob", null));
    }

    @Test
    void addsTheRecordFirst() {
        String log = logged(() -> stored(owner("ada", address("Home", "Athens"), ONE)));
        assertThat(log.indexOf("dn: etKey=ada,")).isLessThan(log.indexOf("dn: etIgnore=Home,"));
        assertThat(log.indexOf("dn: etIgnore=Home,")).isLessThan(log.indexOf("dn: etKey=1,"));
    }

    @Test
    void asksOnceForWhatStandsBelowManyRecords() throws LDAPException {
        List<Owner> all = new ArrayList<>();
        for (String key : List.of("a", "A", "b", "c*", "d,+")) {
            all.add(stored(owner(key, address(key, "city"), ONE, new Phone(key, key))));
        }
        LDAPConnection connection = directory.bare();
        LDAPConnectionPool pool = new LDAPConnectionPool(connection, 1);
        try (Repo counted = Repo.over(LdapAdapter.over(pool, LdapOptions.DEFAULTS.withBase(TestDirectory.BASE)))) {
            long before = searches(connection);
            List<Owner> found = counted.all(from(OWNER).allowScan().where(OWNER.key.ne("b")));
            assertThat(searches(connection) - before).isEqualTo(2);
            all.remove(2);
            assertThat(found).containsExactlyInAnyOrderElementsOf(all);
            counted.all(from(OWNER).allowScan().select(OWNER.text));
            assertThat(searches(connection) - before).isEqualTo(3);
        } finally {
            pool.close();
        }
    }

    private static long searches(LDAPConnection connection) {
        return connection.getConnectionStatistics().getNumSearchRequests();
    }

    @Test
    void gathersAcrossPages() {
        List<Owner> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(stored(owner("k" + i, address("Home", "city " + i), new Phone("n" + i, null))));
        }
        LdapOptions small = LdapOptions.DEFAULTS.withBase(TestDirectory.BASE).withPageSize(2);
        try (Repo paged = Repo.over(LdapAdapter.connect(directory.servers(), small))) {
            assertThat(paged.all(from(OWNER).allowScan())).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void sendsOnlyWhatDiffersBelow() {
        Owner ada = stored(owner("ada", address("Home", "Athens"), ONE, TWO));
        Address moved = new Address("Home", "Paris", 7, Set.of("b", "c"));
        Map<String, ?> params = Map.of("home", Map.of("label", "Home", "city", "Paris", "names", List.of("b", "c")));
        String log = logged(() -> repo.update(OWNER.changed(ada, new Phone("1", "mobile"), THREE)
                        .cast(params)
                        .castEmbed(OWNER.home))
                .orElseThrow());
        assertThat(read("ada"))
                .isEqualTo(new Owner("ada", ada.text(), 1, moved, List.of(new Phone("1", "mobile"), THREE)));
        assertThat(log)
                .contains("replace: etText\netText: Paris")
                .contains("delete: etNames\netNames: a\n-\nadd: etNames\netNames: c")
                .doesNotContain("etNumber: 7");
        assertThat(log.indexOf("changetype: delete")).isLessThan(log.indexOf("etText: mobile"));
        assertThat(log.indexOf("etText: mobile")).isLessThan(log.indexOf("changetype: add"));
    }

    @Test
    void renamesTheOneBelowInsteadOfCopyingIt() throws LDAPException {
        Owner ada = stored(owner("ada", address("Home", "Athens")));
        String before = uuid("etIgnore=Home,etKey=ada,");
        repo.update(OWNER.change(ada).putEmbed(OWNER.home, address("Work", "Athens")))
                .orElseThrow();
        assertThat(read("ada").home()).isEqualTo(address("Work", "Athens"));
        assertThat(uuid("etIgnore=Work,etKey=ada,")).isEqualTo(before);
    }

    private String uuid(String name) throws LDAPException {
        try (LDAPConnection bare = directory.bare()) {
            return bare.getEntry(name + BASE, "entryUUID").getAttributeValue("entryUUID");
        }
    }

    @Test
    void removesWhatIsNoMore() throws LDAPException {
        Owner ada = stored(owner("ada", address("Home", "Athens"), ONE));
        repo.update(OWNER.changed(ada).putEmbed(OWNER.home, null)).orElseThrow();
        assertThat(names()).containsExactly("etKey=ada");
    }

    @Test
    void removesARecordWithWhatStandsBelow() throws LDAPException {
        Owner ada = stored(owner("ada", address("Home", "Athens"), ONE, TWO));
        stored(owner("bob", null, ONE));
        repo.delete(OWNER.change(ada)).orElseThrow();
        assertThat(names()).containsExactly("etKey=1,etKey=bob", "etKey=bob");
    }

    @Test
    void leavesEverythingWhereAStrangerStandsBelow() throws Exception {
        Owner ada = stored(owner("ada", null, ONE));
        try (LDAPConnection bare = directory.bare()) {
            bare.add("dn: ou=other,etKey=ada," + BASE, "objectClass: organizationalUnit", "ou: other");
        }
        assertThat(read("ada")).isEqualTo(ada);
        assertThatThrownBy(() -> repo.delete(OWNER.change(ada)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("children");
        assertThat(names()).contains("etKey=1,etKey=ada");
    }

    @Test
    void movesWhatStandsBelowWithARename() throws LDAPException {
        Owner ada = stored(owner("ada", address("Home", "Athens"), ONE));
        repo.update(OWNER.changed(ada, ONE, TWO).put(OWNER.text, "new").put(OWNER.key, "eve"))
                .orElseThrow();
        assertThat(read("eve")).isEqualTo(new Owner("eve", "new", 1, ada.home(), List.of(ONE, TWO)));
        assertThat(names()).noneMatch(name -> name.endsWith("etKey=ada"));
    }

    @Test
    void refusesConditionsByName() {
        for (Condition condition : List.of(
                OWNER.home.get(ADDRESS.city).eq("Athens"),
                anyElement(OWNER.phones, OWNER.phones.element(PHONE.use).eq("home")))) {
            assertThatThrownBy(() -> repo.all(from(OWNER).where(condition)))
                    .isInstanceOf(UnsupportedQueryException.class)
                    .hasMessageContaining("stands in entries below the record's own");
        }
        assertThat(repo.explain(from(OWNER)).toString())
                .contains("one search a page for the entries of [home, phones]");
    }

    @Test
    void isAllOrNothingInATransactionAndRefusedWithoutOneOrConsent() throws LDAPException {
        Owner ada = owner("ada", null, ONE, new Phone("2", "x"));
        if (server == Server.SLAPD) {
            assertThatThrownBy(() -> strict.insert(OWNER.change(ada)))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("LdapWrite.IN_STEPS");
            assertThat(names()).isEmpty();
            return;
        }
        strict.insert(OWNER.change(ada)).orElseThrow();
        try (LDAPConnection bare = directory.bare()) {
            bare.delete("etKey=2,etKey=ada," + BASE);
        } finally {
            // What stands at the name of a new entry refuses it, and with it the change of the record.
            strange("etKey=3,etKey=ada,");
        }
        Result<Owner> refused = strict.update(
                OWNER.changed(ada, ONE, THREE).put(OWNER.text, "new").uniqueConstraint(OWNER.phones));
        assertThat(refused.isOk()).isFalse();
        assertThat(read("ada").text()).isEqualTo(ada.text());
    }

    private void strange(String name) throws LDAPException {
        try (LDAPConnection bare = directory.bare()) {
            bare.add(new com.unboundid.ldap.sdk.Entry(
                    name + BASE,
                    new com.unboundid.ldap.sdk.Attribute("objectClass", "etThing"),
                    new com.unboundid.ldap.sdk.Attribute("etText", "a stranger")));
        }
    }

    @Test
    void saysWhichPartOfAWriteInStepsIsDone() throws LDAPException {
        if (server != Server.SLAPD) {
            return;
        }
        Owner ada = stored(owner("ada", null, ONE));
        strange("etKey=3,etKey=ada,");
        StoreException failure = catchThrowableOfType(
                StoreException.class,
                () -> repo.update(OWNER.changed(ada, TWO, THREE).put(OWNER.text, "new")));
        assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.PARTLY);
        assertThat(failure.context())
                .containsEntry("done", List.of("modify", "delete phones", "add phones"))
                .containsEntry("notDone", List.of("add phones"));
        assertThat(read("ada").text()).isEqualTo("new");
        assertThat(read("ada").phones()).containsExactly(TWO);
    }

    @Test
    void holdsAChangeToALock() {
        Owner ada = stored(owner("ada", null, ONE));
        repo.update(OWNER.changed(ada, TWO).optimisticLock(OWNER.version)).orElseThrow();
        assertThat(repo.update(OWNER.changed(ada, THREE).optimisticLock(OWNER.version))
                        .isOk())
                .isFalse();
        assertThat(read("ada").phones()).containsExactly(TWO);
    }

    @Test
    void refusesTwoOfTheSameName() throws LDAPException {
        assertThatThrownBy(() -> stored(owner("ada", null, ONE, new Phone("1", "twice"))))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("the same name");
        assertThat(names()).isEmpty();
    }

    @Test
    void refusesWhatNothingWouldTellApartOrName() {
        LdapMapping owners = Owners.mapping();
        LdapMapping person = LdapMapping.of("person").namedBy("etKey");
        refused(owners.atAnyDepth(), "at any depth");
        refused(owners.column("phones", LdapColumn.PLAIN.inEntries(LdapMapping.of("etPhone"))), "namedBy(...)");
        refused(owners.column("phones", LdapColumn.PLAIN.inEntries(person.below("ou=x"))), "directly below");
        LdapMapping alike = owners.column(
                "home",
                LdapColumn.PLAIN.inEntries(LdapMapping.of("inetOrgPerson").namedBy("etIgnore")));
        refused(alike.column("phones", LdapColumn.PLAIN.inEntries(person)), "the same object classes");
        refused(owners.column("etText", LdapColumn.PLAIN.inEntries(person)), "only embedded records");
    }

    private void refused(LdapMapping mapping, String why) {
        Source own = OWNER.asSource();
        Source source = new Source("owners", Optional.empty(), own.layout(), own.key(), List.of(), List.of(mapping));
        try (LdapAdapter adapter = directory.connect()) {
            assertThatThrownBy(() -> adapter.storage(source))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining(why);
        }
    }

    @Test
    void checksTheirDefinitionsToo() {
        try (LdapAdapter adapter = directory.connect()) {
            assertThat(adapter.storage(OWNER.asSource()).check())
                    .noneMatch(finding -> finding.problem().preventsWriting());
        }
    }
}
