package dev.ectype.examples.directory.stores;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import dev.ectype.adapter.ldap.connection.LdapServers;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The LDAP SDK's own directory server in this process. */
final class EmbeddedDirectory implements AutoCloseable {
    static final String BASE = "dc=example,dc=org";
    private static final String ADMIN = "cn=admin," + BASE;
    private final InMemoryDirectoryServer server;
    private final String password;

    private EmbeddedDirectory(InMemoryDirectoryServer server, String password) {
        this.server = server;
        this.password = password;
    }

    /** Starts one with an entry at the top and nothing else, for the account of an administrator. */
    static EmbeddedDirectory start() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            config.addAdditionalBindCredentials(ADMIN, password);
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.add("dn: " + BASE, "objectClass: domain", "dc: example");
            server.startListening();
            return new EmbeddedDirectory(server, password);
        } catch (LDAPException | LDIFException failure) {
            throw new IllegalStateException("the embedded directory does not start", failure);
        }
    }

    /** Returns how to reach it. */
    LdapServers servers() {
        return LdapServers.at("ldap://localhost:" + server.getListenPort()).bind(ADMIN, password);
    }

    /** Adds definitions of attribute types and object classes. */
    void define(String ldif) {
        try {
            server.modify(ldif.lines().toArray(String[]::new));
        } catch (LDAPException | LDIFException failure) {
            throw new IllegalStateException("the embedded directory does not take the definitions", failure);
        }
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
