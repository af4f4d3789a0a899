package dev.ectype.adapter.ldap.connection;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Where a directory is and who asks. {@code ldaps://} and {@link #withStartTls} encrypt, with the server's certificate and
 * its host name checked; nothing switches the checks off, but who is trusted can be said. Immutable; never shows a
 * password.
 */
public final class LdapServers {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int POOL = 10;

    private final List<String> urls;
    private final boolean startTls;
    private final @Nullable BindRequest bind;
    private final Identity identity;
    private final int poolSize;
    private final Duration connectTimeout;

    private record Identity(TrustManager trust, @Nullable KeyManager key) {}

    private LdapServers(
            List<String> urls, boolean startTls, @Nullable BindRequest bind, Identity identity, PoolSize pool) {
        this.urls = urls;
        this.startTls = startTls;
        this.bind = bind;
        this.identity = identity;
        this.poolSize = pool.connections();
        this.connectTimeout = pool.connect();
    }

    private record PoolSize(int connections, Duration connect) {}

    private PoolSize pool() {
        return new PoolSize(poolSize, connectTimeout);
    }

    /**
     * Returns the servers at addresses such as {@code ldaps://directory.example.com}, which have the same entries: the first
     * that answers is used. Whoever connects is anonymous unless a bind is said.
     */
    public static LdapServers at(String... urls) {
        if (urls.length == 0) {
            throw new IllegalArgumentException("a directory has at least one address");
        }
        Identity byPlatform = new Identity(JVMDefaultTrustManager.getInstance(), null);
        return new LdapServers(List.of(urls), false, null, byPlatform, new PoolSize(POOL, CONNECT));
    }

    /** Returns the same, encrypted by StartTLS before anything else is said. */
    public LdapServers withStartTls() {
        return new LdapServers(urls, true, bind, identity, pool());
    }

    /** Returns the same, asked by the entry with this name and password. */
    public LdapServers bind(String dn, String password) {
        return bind(new SimpleBindRequest(dn, password));
    }

    /** Returns the same, asked by whom the driver's request says, such as one of SASL's mechanisms. */
    public LdapServers bind(BindRequest request) {
        return new LdapServers(urls, startTls, request, identity, pool());
    }

    /** Returns the same, with servers trusted by this manager instead of the platform's. */
    public LdapServers trusting(TrustManager trust) {
        return new LdapServers(urls, startTls, bind, new Identity(trust, identity.key()), pool());
    }

    /** Returns the same, showing a certificate of one's own, as SASL's EXTERNAL wants it. */
    public LdapServers identifiedBy(KeyManager key) {
        return new LdapServers(urls, startTls, bind, new Identity(identity.trust(), key), pool());
    }

    /** Returns the same, with at most this many connections. */
    public LdapServers withPoolOf(int connections) {
        return new LdapServers(urls, startTls, bind, identity, new PoolSize(connections, connectTimeout));
    }

    /** Returns the same, with this time for a connection to be made. */
    public LdapServers withConnectTimeout(Duration limit) {
        return new LdapServers(urls, startTls, bind, identity, new PoolSize(poolSize, limit));
    }

    /** Returns the addresses. */
    public List<String> urls() {
        return urls;
    }

    /** Tells whether connections begin with StartTLS. */
    public boolean usesStartTls() {
        return startTls;
    }

    /** Returns who asks. */
    public Optional<BindRequest> bind() {
        return Optional.ofNullable(bind);
    }

    /** Returns who says which servers are trusted. */
    public TrustManager trust() {
        return identity.trust();
    }

    /** Returns who shows a certificate of one's own. */
    public Optional<KeyManager> key() {
        return Optional.ofNullable(identity.key());
    }

    /** Returns how many connections there are at most. */
    public int poolSize() {
        return poolSize;
    }

    /** Returns how long it may take to connect. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    @Override
    public String toString() {
        return "LdapServers" + urls;
    }
}
