package dev.ectype.adapter.ldap;

import static dev.ectype.adapter.ldap.Owners.OWNER;
import static dev.ectype.adapter.ldap.Owners.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.ldap.Owners.Owner;
import dev.ectype.adapter.ldap.Owners.Phone;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.changeset.Changeset;
import dev.ectype.error.MappingException;
import dev.ectype.repo.Multi;
import dev.ectype.repo.MultiResult;
import dev.ectype.repo.Repo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Several writes in a transaction of RFC 5805 where the server's are safe, and refused before the first one elsewhere. */
@ParameterizedClass
@EnumSource(Server.class)
class MultiTest {
    private final Server server;
    private final TestDirectory directory;
    private Repo repo;

    MultiTest(Server server) {
        this.server = server;
        this.directory = server.directory();
    }

    @BeforeEach
    void open() {
        directory.renew("owners");
        repo = Repo.over(directory.connect());
    }

    @AfterEach
    void close() {
        repo.close();
    }

    private static Changeset<Owner> of(String key, Phone... phones) {
        return OWNER.change(owner(key, null, phones)).uniqueConstraint(OWNER.key, to -> to.named("primary_key"));
    }

    private boolean isThere(String key) {
        return repo.get(OWNER, key).isPresent();
    }

    @Test
    void doesAllOrNothing() {
        Owner ada = repo.insert(of("ada")).orElseThrow();
        Multi multi = Multi.of()
                .insert("bob", of("bob"))
                .update("ada", OWNER.change(ada).put(OWNER.text, "new"))
                .insert("again", of("ada"));
        if (server == Server.SLAPD) {
            assertThatThrownBy(() -> repo.transact(multi))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("withoutTransaction()");
        } else {
            assertThat(repo.transact(multi)).isInstanceOf(MultiResult.Failed.class);
        }
        assertThat(isThere("bob")).isFalse();
        assertThat(repo.get(OWNER, "ada")).contains(ada);
    }

    @Test
    void writesRecordsWithWhatStandsBelowTogether() {
        Multi multi = Multi.of()
                .insert("ada", of("ada", new Phone("1", null), new Phone("2", null)))
                .insert("bob", of("bob", new Phone("1", null)));
        if (server == Server.SLAPD) {
            assertThatThrownBy(() -> repo.transact(multi)).isInstanceOf(MappingException.class);
            assertThat(isThere("ada")).isFalse();
            return;
        }
        assertThat(repo.transact(multi)).isInstanceOf(MultiResult.Done.class);
        assertThat(repo.get(OWNER, "ada").orElseThrow().phones()).hasSize(2);
        assertThat(repo.get(OWNER, "bob").orElseThrow().phones()).hasSize(1);
    }
}
