package dev.ectype.adapter.ldap.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.ectype.adapter.ldap.LdapAdapter;
import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.connection.LdapServers;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.Slapd;
import dev.ectype.adapter.ldap.server.StallingProxy;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.error.StoreException;
import dev.ectype.error.StoreException.Outcome;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Layout.Slot;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server of its own is stopped, started, cut off and stalled under a pool. */
@Timeout(60)
class OutageTest {
    private static final Duration SHORT = Duration.ofSeconds(2);
    private final Source source = new Source(
            "things",
            Optional.empty(),
            new Layout(List.of(new Slot("key", "etKey", Scalar.TEXT), new Slot("number", "etNumber", Scalar.INT32))),
            List.of(0),
            List.of(),
            List.of(LdapMapping.of("etThing")));
    private Slapd slapd;
    private StallingProxy proxy;
    private LdapAdapter adapter;

    @BeforeEach
    void start() {
        Server.requireSlapd();
        slapd = Slapd.start();
        slapd.renew("things");
        proxy = new StallingProxy(slapd.port());
        LdapServers servers = LdapServers.at("ldap://localhost:" + proxy.port())
                .bind(TestDirectory.ADMIN, TestDirectory.PASSWORD)
                .withPoolOf(3)
                .withConnectTimeout(SHORT);
        LdapOptions options = LdapOptions.DEFAULTS
                .withBase(TestDirectory.BASE)
                .withTimeout(SHORT)
                .withPageSize(2);
        adapter = LdapAdapter.connect(servers, options);
        for (int i = 0; i < 7; i++) {
            insert("k" + i);
        }
    }

    @AfterEach
    void stop() {
        if (slapd != null) {
            adapter.close();
            proxy.close();
            slapd.close();
        }
    }

    private WriteOutcome insert(String key) {
        Row row = Row.over(source.layout(), new Object[] {key, 1});
        return adapter.insert(new Insert(source, row, OnConflict.raise(), List.of(), CallOptions.NONE));
    }

    private RowCursor scan() {
        NativePlan plan = adapter.plan(new QueryRequest(source, List.of(), List.of(), Window.ALL))
                .plan();
        return adapter.scan(plan, new ScanSpec(List.of(0, 1), OptionalLong.empty(), CallOptions.NONE));
    }

    private int count() {
        int rows = 0;
        try (RowCursor cursor = scan()) {
            while (cursor.next() != null) {
                rows++;
            }
            assertThat(cursor.end()).isEqualTo(RowCursor.End.EXHAUSTED);
        }
        return rows;
    }

    private static StoreException failure(Runnable call) {
        return catchThrowableOfType(StoreException.class, call::run);
    }

    @Test
    void readsAgainAfterARestart() {
        slapd.stop();
        assertThat(failure(this::count).retryable()).isTrue();
        slapd.restart();
        assertThat(count()).isEqualTo(7);
    }

    @Test
    void readsOnWhereEveryConnectionOfThePoolIsDead() {
        for (int i = 0; i < 3; i++) {
            proxy.cut();
            assertThat(count()).isEqualTo(7);
        }
    }

    @Test
    void saysThatAWriteLostWithItsConnectionMayHaveTakenPlace() {
        proxy.stall();
        StoreException lost = failure(() -> insert("lost"));
        assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(lost.retryable()).isFalse();
        proxy.resume();
        proxy.cut();
        assertThat(count()).isEqualTo(7);
        assertThat(insert("later")).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    void endsACallOnAStalledConnectionInItsTime() {
        proxy.stall();
        long began = System.nanoTime();
        StoreException stalled = failure(this::count);
        assertThat(((LDAPException) stalled.getCause()).getResultCode()).isEqualTo(ResultCode.TIMEOUT);
        assertThat(stalled.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SHORT.multipliedBy(5));
    }

    @Test
    void doesNotPassAPartForTheWholeWhenThePagesEnd() {
        try (RowCursor cursor = scan()) {
            assertThat(cursor.next()).isNotNull();
            proxy.cut();
            assertThatThrownBy(() -> {
                        while (cursor.next() != null) {
                            // Reads what was there before the cut.
                        }
                    })
                    .isInstanceOf(StoreException.class);
        }
        assertThat(count()).isEqualTo(7);
    }

    @Test
    void doesNotHangWhereAllConnectionsAreInUse() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Integer>> counts = threads.invokeAll(
                    List.of(this::count, this::count, this::count, this::count, this::count, this::count));
            for (Future<Integer> one : counts) {
                assertThat(one.get()).isEqualTo(7);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void saysSoWhereThePoolIsUsedUp() {
        try (RowCursor one = scan();
                RowCursor two = scan();
                RowCursor three = scan()) {
            for (RowCursor cursor : List.of(one, two, three)) {
                assertThat(cursor.next()).isNotNull();
            }
            StoreException none = failure(this::count);
            assertThat(none).hasMessageContaining("did not answer");
            assertThat(none.outcome()).isEqualTo(Outcome.NOT_DONE);
        }
        assertThat(count()).isEqualTo(7);
    }

    @Test
    void goesToAnotherServerWhereTheFirstIsGone() {
        LdapServers two = LdapServers.at("ldap://localhost:" + proxy.port(), slapd.url())
                .bind(TestDirectory.ADMIN, TestDirectory.PASSWORD)
                .withConnectTimeout(SHORT);
        LdapOptions options = LdapOptions.DEFAULTS.withBase(TestDirectory.BASE);
        try (LdapAdapter both = LdapAdapter.connect(two, options)) {
            proxy.close();
            NativePlan plan = both.plan(new QueryRequest(source, List.of(), List.of(), Window.ALL))
                    .plan();
            try (RowCursor cursor = both.scan(plan, new ScanSpec(List.of(0), OptionalLong.empty(), CallOptions.NONE))) {
                assertThat(cursor.next()).isNotNull();
            }
        }
    }
}
