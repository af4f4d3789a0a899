package dev.ectype.adapter.ldap.server;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldif.LDIFChangeRecord;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import dev.ectype.adapter.ldap.LdapAdapter;
import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.connection.LdapServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import javax.net.ssl.TrustManager;

/** A directory that tests may write to, with the attribute types of {@code ectype-test.schema}. */
public interface TestDirectory extends AutoCloseable {
    /** The entry at the top. */
    String BASE = "dc=ectype,dc=test";

    /** Who may do everything. */
    String ADMIN = System.getenv().getOrDefault("ECTYPE_LDAP_BIND_DN", "cn=admin,dc=ectype,dc=test");

    /** The password of {@link #ADMIN}. */
    String PASSWORD = System.getenv().getOrDefault("ECTYPE_LDAP_PASSWORD", "let me in");

    /** A search below this name ends by the server's time limit. */
    String TOO_SLOW = "cn=tooSlow,ou=limits," + BASE;

    default String host() {
        return "localhost";
    }

    int port();

    int securePort();

    /** Trusts this directory's certificate and no other. */
    TrustManager trust();

    @Override
    void close();

    default String url() {
        return "ldap://" + host() + ":" + port();
    }

    default LdapServers servers() {
        return LdapServers.at(url()).bind(ADMIN, PASSWORD);
    }

    default LdapAdapter connect() {
        return LdapAdapter.connect(servers(), LdapOptions.DEFAULTS.withBase(BASE));
    }

    /** Returns a connection that goes around the adapter. */
    default LDAPConnection bare() {
        try {
            return new LDAPConnection(host(), port(), ADMIN, PASSWORD);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds definitions of attribute types and object classes, as LDIF. */
    void define(String ldif);

    /** Lets no two entries below another have the same value of an attribute, where the server can. */
    void makeUnique(String base, String attribute);

    /** Returns all changes that the server made since it started, as its own log of them tells. */
    String changes();

    /** Adds an empty {@code ou} below the top, removing what was there. */
    default void renew(String ou) {
        String name = "ou=" + ou + "," + BASE;
        try (LDAPConnection connection = bare()) {
            if (connection.getEntry(name, "1.1") == null) {
                connection.add(new Entry("dn: " + name, "objectClass: organizationalUnit", "ou: " + ou));
            }
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
        clear(name);
    }

    /** Removes what is below an entry. */
    default void clear(String base) {
        try (LDAPConnection connection = bare()) {
            connection
                    .search(base, SearchScope.SUBORDINATE_SUBTREE, "(objectClass=*)", "1.1")
                    .getSearchEntries()
                    .stream()
                    .map(Entry::getDN)
                    .sorted((left, right) -> right.length() - left.length())
                    .forEach(dn -> delete(connection, dn));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(LDAPConnection connection, String dn) {
        try {
            connection.delete(dn);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Applies LDIF over a connection. */
    static void apply(String ldif, LDAPConnection connection) {
        try (LDIFReader reader = new LDIFReader(new BufferedReader(new StringReader(ldif)))) {
            for (LDIFChangeRecord record = reader.readChangeRecord(true);
                    record != null;
                    record = reader.readChangeRecord(true)) {
                record.processChange(connection);
            }
        } catch (IOException | LDIFException | LDAPException e) {
            throw new IllegalStateException(ldif, e);
        }
    }
}
