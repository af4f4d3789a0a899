package dev.ectype.adapter.ldap.server;

import com.unboundid.util.ssl.PEMFileKeyManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStoreException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;

/**
 * A certificate that signs itself, made by {@code openssl}.
 *
 * @param certificate its file
 * @param key the file of its key
 */
public record Certificates(Path certificate, Path key) {

    /** Makes one for a host that is valid for so many days. */
    public static Certificates make(Path directory, String host, int days) {
        Path certificate = directory.resolve(host + days + ".pem");
        Path key = directory.resolve(host + days + ".key");
        run(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                Integer.toString(days),
                "-subj",
                "/CN=" + host,
                "-addext",
                "subjectAltName=DNS:" + host,
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString()));
        return new Certificates(certificate, key);
    }

    static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Files.createTempFile("ectype", ".log").toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("failed: " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public TrustManager trust() {
        try {
            return new PEMFileTrustManager(certificate.toFile());
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    public KeyManager keys() {
        try {
            return new PEMFileKeyManager(certificate.toFile(), key.toFile());
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }
}
