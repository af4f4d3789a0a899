package dev.ectype.adapter.ldap.internal.server;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.FailoverServerSet;
import com.unboundid.ldap.sdk.GetEntryLDAPConnectionPoolHealthCheck;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.ServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.ssl.SSLUtil;
import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.connection.LdapServers;
import dev.ectype.error.MappingException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.SocketFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Makes pools of connections, encrypted and authenticated before the first one is given out. */
public final class Connecting {
    private static final Duration HEALTH = Duration.ofSeconds(30);
    private final LdapServers servers;
    private final LdapOptions options;

    private Connecting(LdapServers servers, LdapOptions options) {
        this.servers = servers;
        this.options = options;
    }

    /**
     * Returns a pool whose first connection is made.
     *
     * @throws dev.ectype.error.StoreException if no server can be reached, is trusted, or takes the credentials
     * @throws MappingException if the addresses are none
     */
    public static LDAPConnectionPool pool(LdapServers servers, LdapOptions options) {
        return new Connecting(servers, options).pool();
    }

    private LDAPConnectionPool pool() {
        List<LDAPURL> urls = servers.urls().stream().map(Connecting::parse).toList();
        boolean encrypted = isEncrypted(urls);
        try {
            SSLSocketFactory tls = encrypted || servers.usesStartTls() ? tls() : null;
            SocketFactory sockets = encrypted && tls != null ? tls : SocketFactory.getDefault();
            PostConnectProcessor first =
                    servers.usesStartTls() && tls != null ? new StartTLSPostConnectProcessor(tls) : null;
            @Nullable BindRequest bind = servers.bind().orElse(null);
            LDAPConnectionPool pool = new LDAPConnectionPool(set(urls, sockets), bind, 1, servers.poolSize(), first);
            return settled(pool);
        } catch (LDAPException e) {
            throw LdapErrors.connecting(String.join(", ", servers.urls()), e);
        } catch (GeneralSecurityException e) {
            throw new MappingException(
                    MappingException.Kind.USAGE, "the keys or trusted certificates cannot be used", Map.of(), false, e);
        }
    }

    private static LDAPURL parse(String url) {
        try {
            return new LDAPURL(url);
        } catch (LDAPException e) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "not an address of a directory; ldap://host:port or ldaps://host:port is",
                    Map.of("url", url),
                    false,
                    e);
        }
    }

    private boolean isEncrypted(List<LDAPURL> urls) {
        List<String> schemes = urls.stream()
                .map(url -> url.getScheme().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        boolean encrypted = schemes.get(0).equals("ldaps");
        if (schemes.size() > 1 || (encrypted && servers.usesStartTls())) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "all addresses are either ldaps:// or ldap://, and only the latter go with StartTLS",
                    Map.of("schemes", schemes, "startTls", servers.usesStartTls()));
        }
        return encrypted;
    }

    private SSLSocketFactory tls() throws GeneralSecurityException {
        KeyManager[] keys = servers.key().stream().toArray(KeyManager[]::new);
        SSLUtil tls = new SSLUtil(keys.length == 0 ? null : keys, new TrustManager[] {servers.trust()});
        // Not the driver's factory: its sockets do not pass on what they are told to check.
        return new IdentifyingSocketFactory(tls.createSSLContext().getSocketFactory());
    }

    private ServerSet set(List<LDAPURL> urls, SocketFactory sockets) {
        List<String> hosts = new ArrayList<>();
        urls.forEach(url -> hosts.add(url.getHost()));
        int[] ports = urls.stream().mapToInt(LDAPURL::getPort).toArray();
        return new FailoverServerSet(hosts.toArray(String[]::new), ports, sockets, connectionOptions());
    }

    private LDAPConnectionOptions connectionOptions() {
        LDAPConnectionOptions connection = new LDAPConnectionOptions();
        connection.setConnectTimeoutMillis((int) servers.connectTimeout().toMillis());
        connection.setResponseTimeoutMillis(options.timeout().toMillis());
        // Each connection has one request at a time, whose answer the caller's own thread can read as well as another
        // one.
        connection.setUseSynchronousMode(true);
        connection.setFollowReferrals(options.referrals() == LdapOptions.Referrals.FOLLOW);
        return connection;
    }

    private LDAPConnectionPool settled(LDAPConnectionPool pool) {
        pool.setConnectionPoolName("ectype");
        pool.setMaxWaitTimeMillis(options.timeout().toMillis());
        pool.setCreateIfNecessary(false);
        pool.setHealthCheckIntervalMillis(HEALTH.toMillis());
        pool.setHealthCheck(new GetEntryLDAPConnectionPoolHealthCheck(
                null, options.timeout().toMillis(), false, false, false, true, true));
        // A write that was lost with its connection may have taken place: only reads are sent again.
        pool.setRetryFailedOperationsDueToInvalidConnections(EnumSet.of(OperationType.SEARCH, OperationType.COMPARE));
        return pool;
    }
}
