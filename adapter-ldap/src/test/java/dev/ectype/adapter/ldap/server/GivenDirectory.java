package dev.ectype.adapter.ldap.server;

import static org.junit.jupiter.api.Assumptions.abort;

import com.unboundid.ldap.sdk.LDAPConnection;
import java.net.URI;
import javax.net.ssl.TrustManager;

/**
 * The directory that {@code ECTYPE_LDAP_URL} names, in place of a private slapd. It has the entry {@link #BASE} and the
 * definitions of {@code ectype-test.schema}; its account may add others.
 */
final class GivenDirectory implements TestDirectory {
    private final URI url;

    GivenDirectory(String url) {
        this.url = URI.create(url);
    }

    @Override
    public String host() {
        return url.getHost();
    }

    @Override
    public int port() {
        return url.getPort() < 0 ? 389 : url.getPort();
    }

    @Override
    public int securePort() {
        return abort("nobody said where the given directory encrypts");
    }

    @Override
    public TrustManager trust() {
        return abort("nobody said whom the given directory's certificate is from");
    }

    @Override
    public void define(String ldif) {
        try (LDAPConnection connection = bare()) {
            TestDirectory.apply(ldif, connection);
        }
    }

    @Override
    public void makeUnique(String base, String attribute) {
        // Whoever runs the server decides that.
    }

    @Override
    public String changes() {
        return abort("nobody said where the given directory logs changes");
    }

    @Override
    public void close() {}
}
