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

    /** Makes one for a host that ran out five days ago; {@code openssl} makes none in the past, {@code keytool} does. */
    public static Certificates expired(Path directory, String host) {
        String store = directory.resolve("expired.p12").toString();
        String both = directory.resolve("expired.both").toString();
        Path certificate = directory.resolve("expired.pem");
        Path key = directory.resolve("expired.key");
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "expired",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-startdate",
                "-10d",
                "-validity",
                "5",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store));
        run(List.of("openssl", "pkcs12", "-in", store, "-passin", "pass:changeit", "-nodes", "-out", both));
        run(List.of("openssl", "x509", "-in", both, "-out", certificate.toString()));
        run(List.of("openssl", "pkey", "-in", both, "-out", key.toString()));
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
