package dev.ectype.benchmarks.ldap;

import static dev.ectype.benchmarks.ldap.Members.MEMBERS;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.persist.LDAPPersistException;
import com.unboundid.ldap.sdk.persist.LDAPPersister;
import dev.ectype.adapter.ldap.LdapAdapter;
import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.filter.FilterTranslator;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.query.Query;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.naming.Name;
import javax.naming.directory.Attributes;
import javax.naming.directory.BasicAttribute;
import javax.naming.directory.BasicAttributes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.ldap.core.DirContextAdapter;
import org.springframework.ldap.odm.core.impl.DefaultObjectDirectoryMapper;
import org.springframework.ldap.support.LdapUtils;

/**
 * One entry to a record and back, and a filter of five terms. The parts of the adapter that do it are used directly, since
 * whatever goes around them is a server.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class EntryBenchmark {
    private static final String BASE = "dc=example,dc=org";
    private static final List<Integer> SLOTS = IntStream.range(0, 7).boxed().toList();
    private final InMemoryDirectoryServer server;
    private final LDAPConnectionPool pool;
    private final LdapAdapter adapter;
    private final EntryMapping mapping;
    private final Member member;
    private final ReadOnlyEntry entry;
    private final LDAPPersister<SdkMember> persister;
    private final SdkMember sdkMember;
    private final DefaultObjectDirectoryMapper spring;
    private final SpringMember springMember;
    private final DirContextAdapter springEntry;
    private final List<Predicate> conjuncts;

    /** Makes one member in every form. */
    public EntryBenchmark() {
        try {
            server = new InMemoryDirectoryServer(BASE);
            server.startListening();
            pool = server.getConnectionPool(1);
            LdapOptions options = LdapOptions.DEFAULTS.withBase(BASE);
            adapter = LdapAdapter.over(pool, options);
            mapping = EntryMapping.of(MEMBERS.asSource(), Directory.probe(pool, options));
            member = Members.changeset(Members.params(1)).apply().orElseThrow();
            entry = new ReadOnlyEntry(mapping.encode(MEMBERS.dump(member)));
            persister = LDAPPersister.getInstance(SdkMember.class);
            sdkMember = persister.decode(entry);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
        spring = new DefaultObjectDirectoryMapper();
        springEntry = new DirContextAdapter(attributes(entry), name());
        springMember = spring.mapFromLdapDataEntry(springEntry, SpringMember.class);
        conjuncts = conjuncts();
        requireSame();
    }

    private static List<Predicate> conjuncts() {
        Query<Member> query = Query.from(MEMBERS)
                .where(MEMBERS.name
                        .startsWith("Ada")
                        .and(MEMBERS.surname.eq("Lovelace"))
                        .and(MEMBERS.title.isNotNull())
                        .and(MEMBERS.city.in("Athens", "Berlin"))
                        .and(MEMBERS.phone.like("+30%")));
        return query.request().conjuncts();
    }

    /** All three must have read the same, or they are not compared. */
    private void requireSame() {
        boolean same = member.equals(readEctype())
                && member.surname().equals(sdkMember.surname)
                && springMember != null
                && member.surname().equals(springMember.surname)
                && Objects.equals(member.mails(), springMember.mails);
        if (!same) {
            throw new IllegalStateException("the contenders do not read the same");
        }
    }

    /** Ends the server. */
    @TearDown
    public void tearDown() {
        adapter.close();
        pool.close();
        server.shutDown(true);
    }

    private static Attributes attributes(ReadOnlyEntry entry) {
        BasicAttributes attributes = new BasicAttributes(true);
        for (com.unboundid.ldap.sdk.Attribute one : entry.getAttributes()) {
            BasicAttribute attribute = new BasicAttribute(one.getName());
            for (String value : one.getValues()) {
                attribute.add(value);
            }
            attributes.put(attribute);
        }
        return attributes;
    }

    private static Name name() {
        return LdapUtils.newLdapName("uid=u1,ou=members," + BASE);
    }

    /** Reads with Ectype. */
    @Benchmark
    public Member readEctype() {
        return MEMBERS.load(mapping.decode(entry, SLOTS));
    }

    /** Reads with the SDK. */
    @Benchmark
    public SdkMember readSdk() throws LDAPPersistException {
        return persister.decode(entry);
    }

    /** Reads with Spring. */
    @Benchmark
    public SpringMember readSpring() {
        return spring.mapFromLdapDataEntry(springEntry, SpringMember.class);
    }

    /** Writes with Ectype. */
    @Benchmark
    public Entry writeEctype() {
        return mapping.encode(MEMBERS.dump(member));
    }

    /** Writes with the SDK. */
    @Benchmark
    public Entry writeSdk() throws LDAPPersistException {
        return persister.encode(sdkMember, "ou=members," + BASE);
    }

    /** Writes with Spring. */
    @Benchmark
    public DirContextAdapter writeSpring() {
        DirContextAdapter context = new DirContextAdapter(name());
        spring.mapToLdapDataEntry(springMember, context);
        return context;
    }

    /** Builds a filter of five terms. */
    @Benchmark
    public Filter filterOfFiveTerms() {
        return new FilterTranslator(mapping)
                .translate(new Predicate.And(conjuncts))
                .whenTrue()
                .filter()
                .orElseThrow();
    }

    /** Plans a query of five terms: filter, verdicts, access path. */
    @Benchmark
    public PushDown planOfFiveTerms() {
        return adapter.plan(new QueryRequest(MEMBERS.asSource(), conjuncts, List.of(), Window.ALL));
    }
}
