package dev.ectype.adapter.ldap;

import com.unboundid.ldap.sdk.LDAPConnectionPool;
import dev.ectype.adapter.ldap.connection.LdapCapabilities;
import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.connection.LdapServers;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.filter.FilterTranslator;
import dev.ectype.adapter.ldap.internal.search.Planner;
import dev.ectype.adapter.ldap.internal.search.SearchCursor;
import dev.ectype.adapter.ldap.internal.server.Connecting;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.internal.write.AtomicWriter;
import dev.ectype.adapter.ldap.internal.write.EntryWriter;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.AtomicWriting;
import dev.ectype.spi.Delete;
import dev.ectype.spi.ElementChanging;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An LDAP directory (RFC 4510 and following) as a store. What the server offers is asked once, when the adapter is made;
 * {@link AtomicWriting} is a part of the adapter only where the server has transactions (RFC 5805). Safe for use by several
 * threads.
 */
public final class LdapAdapter implements Adapter, ElementChanging {
    private volatile Directory directory;
    private final boolean ownsPool;
    private final Map<Source, EntryMapping> mappings = Collections.synchronizedMap(new IdentityHashMap<>());

    private LdapAdapter(Directory directory, boolean ownsPool) {
        this.directory = directory;
        this.ownsPool = ownsPool;
    }

    /**
     * Connects to a directory; closing the adapter closes the connections.
     *
     * @throws dev.ectype.error.StoreException if no server can be reached, is trusted, or takes the credentials
     */
    public static LdapAdapter connect(LdapServers servers, LdapOptions options) {
        LDAPConnectionPool pool = Connecting.pool(servers, options);
        try {
            return new LdapAdapter(Directory.probe(pool, options), true);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** Connects with {@link LdapOptions#DEFAULTS}. */
    public static LdapAdapter connect(LdapServers servers) {
        return connect(servers, LdapOptions.DEFAULTS);
    }

    /** Uses the connections of a pool that the caller made and closes. */
    public static LdapAdapter over(LDAPConnectionPool pool, LdapOptions options) {
        return new LdapAdapter(Directory.probe(pool, options), false);
    }

    /** Returns what the directory offers. */
    public LdapCapabilities capabilities() {
        return directory.capabilities();
    }

    /**
     * Asks the directory again what it offers and which attribute types it has, for example after definitions were added.
     *
     * @throws dev.ectype.error.StoreException if it does not answer
     */
    public void refresh() {
        directory = Directory.probe(directory.pool(), directory.options());
        mappings.clear();
    }

    /**
     * Returns what a source needs of the directory.
     *
     * @throws dev.ectype.error.MappingException if a field cannot stand as an attribute, or the place is not known
     */
    public LdapStorage storage(Source source) {
        return new LdapStorage(directory, mapping(source));
    }

    /**
     * Returns what changes the passwords of a source's entries.
     *
     * @throws dev.ectype.error.MappingException if the server does not offer it
     */
    public LdapPasswords passwords(Source source) {
        return new LdapPasswords(directory, mapping(source));
    }

    @Override
    public String store() {
        return FilterTranslator.STORE;
    }

    private EntryMapping mapping(Source source) {
        return mappings.computeIfAbsent(source, key -> EntryMapping.of(key, directory));
    }

    @Override
    public PushDown plan(QueryRequest query) {
        return Planner.plan(directory, mapping(query.source()), query);
    }

    @Override
    public RowCursor scan(NativePlan plan, ScanSpec spec) {
        return SearchCursor.open(directory, plan, spec);
    }

    @Override
    public WriteOutcome insert(Insert insert) {
        return writer(insert.source()).insert(insert);
    }

    @Override
    public WriteOutcome update(Update update) {
        return writer(update.source()).update(update);
    }

    @Override
    public WriteOutcome delete(Delete delete) {
        return writer(delete.source()).delete(delete);
    }

    private EntryWriter writer(Source source) {
        return new EntryWriter(directory, mapping(source));
    }

    @Override
    public <T> Optional<T> as(Class<T> part) {
        if (part == AtomicWriting.class && directory.has(LdapCapabilities.Offer.TRANSACTIONS)) {
            return Optional.of(part.cast(new Together()));
        }
        return Adapter.super.as(part);
    }

    @Override
    public void close() {
        if (ownsPool) {
            directory.pool().close();
        }
    }

    private final class Together implements AtomicWriting {
        private static final int MOST = 1000;

        @Override
        public int maxWrites() {
            return MOST;
        }

        @Override
        public List<WriteOutcome> writeTogether(List<Write> writes) {
            return new AtomicWriter(directory, LdapAdapter.this::mapping).write(writes);
        }
    }
}
