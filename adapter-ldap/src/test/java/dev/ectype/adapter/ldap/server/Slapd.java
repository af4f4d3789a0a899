package dev.ectype.adapter.ldap.server;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;

/** OpenLDAP's slapd, started for the tests alone and ended with them. */
public final class Slapd implements TestDirectory {
    private static final String CONFIGURATION = """
        include /etc/ldap/schema/core.schema
        include /etc/ldap/schema/cosine.schema
        include /etc/ldap/schema/inetorgperson.schema
        include @DIR@/ectype-test.schema
        modulepath /usr/lib/ldap
        moduleload back_mdb
        moduleload unique
        moduleload sssvlv
        moduleload auditlog
        moduleload retcode
        pidfile @DIR@/slapd.pid
        argsfile @DIR@/slapd.args
        loglevel none
        sizelimit unlimited
        TLSCertificateFile @CERT@
        TLSCertificateKeyFile @KEY@
        TLSVerifyClient @CLIENT@
        sasl-secprops none
        authz-regexp ^cn=client$ cn=client,@BASE@
        authz-regexp ^uid=([^,]*),.*cn=auth$ cn=$1,@BASE@
        database config
        rootpw "@PASSWORD@"
        database mdb
        suffix "@BASE@"
        rootdn "@ADMIN@"
        rootpw "@PASSWORD@"
        directory @DIR@/db
        maxsize 104857600
        envflags nosync
        index objectClass,uid,mail,etKey,etNumber eq
        index cn,sn eq,sub
        limits users size=7 size.pr=3
        overlay unique
        unique_uri "ldap:///?mail?sub"
        overlay sssvlv
        sssvlv-max 100
        sssvlv-maxperconn 20
        overlay retcode
        retcode-parent "ou=limits,@BASE@"
        retcode-item "cn=tooSlow" 0x03
        overlay auditlog
        auditlog @DIR@/changes.ldif
        """;

    private final Path directory;
    private final Certificates certificates;
    private final int port;
    private final int securePort;
    private final Thread atExit = new Thread(this::stop);
    private final Set<String> unique = ConcurrentHashMap.newKeySet();
    private Process process;

    private Slapd(Path directory, Certificates certificates, int port, int securePort) throws IOException {
        this.directory = directory;
        this.certificates = certificates;
        this.port = port;
        this.securePort = securePort;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Returns where the program is, if it is installed. */
    public static Optional<Path> program() {
        return Stream.of("/usr/sbin/slapd", "/usr/libexec/slapd", "/usr/lib/openldap/slapd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static Slapd start() {
        return start(Optional.empty());
    }

    /** Starts one that asks for certificates of clients, and trusts the one that signs itself. */
    public static Slapd startTrusting(Certificates client) {
        return start(Optional.of(client));
    }

    private static Slapd start(Optional<Certificates> client) {
        try {
            Path directory = Files.createTempDirectory("ectype-slapd");
            Files.createDirectory(directory.resolve("db"));
            // A copy, since AppArmor lets the installed program of some distributions read nothing of ours.
            Files.copy(program().orElseThrow(), directory.resolve("slapd"), StandardCopyOption.COPY_ATTRIBUTES);
            Certificates certificates = Certificates.make(directory, "localhost", 2);
            Files.write(directory.resolve("ectype-test.schema"), Definitions.lines());
            Files.writeString(
                    directory.resolve("slapd.conf"),
                    CONFIGURATION
                            .replace("@DIR@", directory.toString())
                            .replace("@CERT@", certificates.certificate().toString())
                            .replace("@KEY@", certificates.key().toString())
                            .replace("@CLIENT@", client.map(Slapd::asked).orElse("never"))
                            .replace("@BASE@", BASE)
                            .replace("@ADMIN@", ADMIN)
                            .replace("@PASSWORD@", PASSWORD));
            Slapd slapd = new Slapd(directory, certificates, freePort(), freePort());
            try (LDAPConnection connection = slapd.bare()) {
                connection.add(new Entry("dn: " + BASE, "objectClass: domain", "dc: ectype"));
            }
            return slapd;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String asked(Certificates client) {
        return "try\nTLSCACertificateFile " + client.certificate();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        String urls = "ldap://localhost:" + port + "/ ldaps://localhost:" + securePort + "/";
        Process started = new ProcessBuilder(List.of(
                        directory.resolve("slapd").toString(),
                        "-h",
                        urls,
                        "-f",
                        directory.resolve("slapd.conf").toString(),
                        "-d",
                        "0"))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("slapd.log").toFile())
                .start();
        for (int i = 0; i < 100; i++) {
            if (answers()) {
                return started;
            }
            pause();
        }
        started.destroyForcibly();
        throw new IllegalStateException("slapd did not start: " + Files.readString(directory.resolve("slapd.log")));
    }

    private boolean answers() {
        try (LDAPConnection connection = new LDAPConnection("localhost", port, ADMIN, PASSWORD)) {
            return connection.isConnected();
        } catch (LDAPException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the process and keeps its data. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Starts the process again, on the same ports. */
    public void restart() {
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void define(String ldif) {
        try (LDAPConnection connection = configuration()) {
            TestDirectory.apply(ldif, connection);
        }
    }

    private LDAPConnection configuration() {
        try {
            return new LDAPConnection("localhost", port, "cn=config", PASSWORD);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void makeUnique(String base, String attribute) {
        String uri = "serialize ldap:///" + base + "?" + attribute + "?sub";
        if (!unique.add(uri)) {
            return;
        }
        try (LDAPConnection connection = configuration()) {
            String overlay = connection
                    .searchForEntry("cn=config", SearchScope.SUB, "(objectClass=olcUniqueConfig)")
                    .getDN();
            connection.modify(overlay, new Modification(ModificationType.ADD, "olcUniqueURI", uri));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String changes() {
        try {
            return Files.readString(directory.resolve("changes.ldif"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public int securePort() {
        return securePort;
    }

    @Override
    public TrustManager trust() {
        return certificates.trust();
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
