package dev.ectype.adapter.ldap;

import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.changeset.FieldOptions.source;
import static dev.ectype.types.Types.listOf;
import static dev.ectype.types.Types.setOf;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.ectype.adapter.ldap.mapping.LdapColumn;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.error.MappingException;
import dev.ectype.repo.Repo;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A changed set or list is sent as the values that come and go, as the servers' own logs of changes show. */
@ParameterizedClass
@EnumSource(Server.class)
class ElementsTest {
    private static final String DN = "etKey=k,ou=elements," + TestDirectory.BASE;
    private static final Groups GROUP = new Groups();
    private final TestDirectory directory;
    private Repo repo;

    record Group(String key, Set<String> names, List<String> tags) {}

    private static final class Groups extends Schema<Group> {
        final Column<Group, Set<String>> names = field("names", setOf(string()), source("etNames"));
        final Column<Group, List<String>> tags = field("tags", listOf(string()), source("etTags"));

        {
            field("key", string(), primaryKey(), source("etKey"));
            hint(LdapMapping.of("etThing").column("etTags", LdapColumn.PLAIN.inSortedValues()));
        }

        private Groups() {
            super(Group.class, "elements");
        }
    }

    ElementsTest(Server server) {
        this.directory = server.directory();
    }

    @BeforeEach
    void open() {
        directory.renew("elements");
        repo = Repo.over(directory.connect());
    }

    @AfterEach
    void close() {
        repo.close();
    }

    private Group stored(Set<String> names, List<String> tags) {
        return repo.insert(GROUP.change(new Group("k", names, tags))).orElseThrow();
    }

    private Group read() {
        return repo.get(GROUP, "k").orElseThrow();
    }

    private String logged(Runnable write) {
        int before = directory.changes().length();
        write.run();
        return directory.changes().substring(before);
    }

    private String put(Group group, Set<String> names) {
        return logged(() -> assertThat(
                        repo.update(GROUP.change(group).put(GROUP.names, names)).isOk())
                .isTrue());
    }

    private void meanwhile(ModificationType type, String... values) throws LDAPException {
        try (LDAPConnection other = directory.bare()) {
            other.modify(DN, new Modification(type, "etNames", values));
        }
    }

    @Test
    void sendsOnlyTheValuesThatComeAndGo() {
        Group group = stored(Set.of("a", "b", "c"), List.of());
        assertThat(put(group, Set.of("a", "c", "d")))
                .contains("delete: etNames\netNames: b\n-\nadd: etNames\netNames: d\n-\n")
                .doesNotContain("replace: etNames");
        assertThat(read().names()).containsExactlyInAnyOrder("a", "c", "d");
    }

    @Test
    void sendsTheElementsOfListsWithoutAnOrderLikewise() {
        Group group = stored(Set.of(), List.of("a", "b"));
        String log = logged(() -> repo.update(GROUP.change(group).put(GROUP.tags, List.of("c", "b")))
                .orElseThrow());
        assertThat(log)
                .contains("delete: etTags\netTags: a\n-\nadd: etTags\netTags: c\n-\n")
                .doesNotContain("replace: etTags");
        assertThat(read().tags()).containsExactly("b", "c");
    }

    @Test
    void refusesAListWithEqualElements() {
        Group group = stored(Set.of(), List.of("a"));
        assertThatThrownBy(() -> repo.update(GROUP.change(group).put(GROUP.tags, List.of("a", "a"))))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("no value twice");
        assertThat(read().tags()).containsExactly("a");
    }

    @Test
    void leavesWhatAnotherProgramAdded() throws LDAPException {
        Group group = stored(Set.of("a", "b"), List.of());
        meanwhile(ModificationType.ADD, "z");
        put(group, Set.of("a", "c"));
        assertThat(read().names()).containsExactlyInAnyOrder("a", "c", "z");
    }

    @Test
    void takesForDoneWhatAnotherProgramDid() throws LDAPException {
        Group group = stored(Set.of("a", "b"), List.of());
        meanwhile(ModificationType.DELETE, "b");
        meanwhile(ModificationType.ADD, "c");
        put(group, Set.of("a", "c", "d"));
        assertThat(read().names()).containsExactlyInAnyOrder("a", "c", "d");
    }

    @Test
    void changesTheCaseOfAValue() {
        Group group = stored(Set.of("a"), List.of());
        put(group, Set.of("A"));
        assertThat(read().names()).containsExactly("A");
    }

    @Test
    void removesEveryValueByNameAndTheAttributeByNull() throws LDAPException {
        Group group = stored(Set.of("a"), List.of());
        meanwhile(ModificationType.ADD, "z");
        put(group, Set.of());
        assertThat(read().names()).containsExactly("z");
        assertThat(logged(() ->
                        repo.update(GROUP.change(read()).put(GROUP.names, null)).orElseThrow()))
                .contains("etNames");
        assertThat(read().names()).isNull();
    }
}
