package dev.ectype.adapter.ldap.server;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import com.unboundid.util.ssl.SSLUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.TrustManager;

/** The driver's own directory, in this process. */
public final class InMemoryDirectory implements TestDirectory {
    private final InMemoryDirectoryServer server;
    private final Certificates certificates;
    private final ChangeLog changes;

    private InMemoryDirectory(InMemoryDirectoryServer server, Certificates certificates, ChangeLog changes) {
        this.server = server;
        this.certificates = certificates;
        this.changes = changes;
    }

    public static InMemoryDirectory start() {
        try {
            Path directory = Files.createTempDirectory("ectype-ldap");
            return start(Certificates.make(directory, "localhost", 2), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one at a port, with a certificate. */
    public static InMemoryDirectory start(Certificates certificates, int port) {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            ChangeLog changes = new ChangeLog();
            config.addInMemoryOperationInterceptor(changes);
            config.addInMemoryOperationInterceptor(new TimeLimit());
            config.addAdditionalBindCredentials(ADMIN, PASSWORD);
            Entry schema = Schema.getDefaultStandardSchema().getSchemaEntry().duplicate();
            new Entry(Definitions.asEntry()).getAttributes().forEach(schema::addAttribute);
            config.setSchema(new Schema(schema));
            SSLUtil tls = new SSLUtil(certificates.keys(), certificates.trust());
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig("plain", null, port, tls.createSSLSocketFactory()),
                    InMemoryListenerConfig.createLDAPSConfig(
                            "secure", null, 0, tls.createSSLServerSocketFactory(), tls.createSSLSocketFactory()));
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.startListening();
            server.add(new Entry("dn: " + BASE, "objectClass: domain", "dc: ectype"));
            return new InMemoryDirectory(server, certificates, changes);
        } catch (LDAPException | LDIFException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public InMemoryDirectoryServer server() {
        return server;
    }

    @Override
    public void define(String ldif) {
        try (LDAPConnection connection = bare()) {
            TestDirectory.apply(ldif, connection);
        }
    }

    @Override
    public void makeUnique(String base, String attribute) {}

    @Override
    public String changes() {
        return changes.toString();
    }

    @Override
    public int port() {
        return server.getListenPort("plain");
    }

    @Override
    public int securePort() {
        return server.getListenPort("secure");
    }

    @Override
    public TrustManager trust() {
        return certificates.trust();
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
