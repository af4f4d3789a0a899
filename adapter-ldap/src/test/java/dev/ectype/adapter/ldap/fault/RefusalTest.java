package dev.ectype.adapter.ldap.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.ManageDsaITRequestControl;
import com.unboundid.ldif.LDIFException;
import dev.ectype.adapter.ldap.LdapAdapter;
import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.connection.LdapOptions.Referrals;
import dev.ectype.adapter.ldap.connection.LdapServers;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.error.StoreException;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Layout.Slot;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An OpenLDAP server that answers less than was asked, or sends elsewhere. */
@Timeout(60)
class RefusalTest {
    private static final String BASE = "ou=refusals," + TestDirectory.BASE;
    private static final String REFERRAL = "ou=elsewhere," + BASE;
    private static final String READER = "cn=reader," + TestDirectory.BASE;
    private static final int ENTRIES = 12;
    private final Source source = new Source(
            "refusals",
            Optional.empty(),
            new Layout(List.of(new Slot("key", "etKey", Scalar.TEXT))),
            List.of(0),
            List.of(),
            List.of(LdapMapping.of("etThing").atAnyDepth()));
    private TestDirectory directory;

    @BeforeEach
    void fill() throws LDAPException, LDIFException {
        directory = Server.SLAPD.directory();
        directory.renew("refusals");
        try (LDAPConnection bare = directory.bare()) {
            for (int i = 0; i < ENTRIES; i++) {
                bare.add(new Entry("dn: etKey=k" + i + "," + BASE, "objectClass: etThing", "etKey: k" + i));
            }
            if (bare.getEntry(READER) == null) {
                bare.add(new Entry(
                        "dn: " + READER, "objectClass: person", "cn: reader", "sn: reader", "userPassword: secret"));
            }
        }
    }

    @AfterEach
    void removeReferral() throws LDAPException {
        DeleteRequest request = new DeleteRequest(REFERRAL);
        request.addControl(new ManageDsaITRequestControl());
        try (LDAPConnection bare = directory.bare()) {
            bare.delete(request);
        } catch (LDAPException e) {
            if (!e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                throw e;
            }
        }
    }

    private LdapAdapter connect(String dn, String password, Referrals referrals) {
        return LdapAdapter.connect(
                LdapServers.at(directory.url()).bind(dn, password),
                LdapOptions.DEFAULTS.withBase(TestDirectory.BASE).withReferrals(referrals));
    }

    private RowCursor scan(LdapAdapter adapter, Window window) {
        return adapter.scan(
                adapter.plan(new QueryRequest(source, List.of(), List.of(), window))
                        .plan(),
                new ScanSpec(List.of(0), OptionalLong.empty(), CallOptions.NONE));
    }

    private static int drain(RowCursor cursor) {
        int rows = 0;
        while (cursor.next() != null) {
            rows++;
        }
        return rows;
    }

    @Test
    void endsByTheServersLimitAndNotAsIfThatWereAll() {
        try (LdapAdapter reader = connect(READER, "secret", Referrals.REPORT);
                RowCursor cursor = scan(reader, Window.first(10))) {
            assertThat(drain(cursor)).isEqualTo(7);
            assertThat(cursor.end()).isEqualTo(RowCursor.End.STORE_LIMIT);
        }
    }

    @Test
    void endsAsWantedWhereTheServersLimitIsNotReached() {
        try (LdapAdapter reader = connect(READER, "secret", Referrals.REPORT);
                RowCursor cursor = scan(reader, Window.first(5))) {
            assertThat(drain(cursor)).isEqualTo(5);
            assertThat(cursor.end()).isEqualTo(RowCursor.End.WINDOW);
        }
    }

    private void refer() throws LDAPException, LDIFException {
        TestDirectory other = Server.IN_MEMORY.directory();
        other.renew("other");
        try (LDAPConnection bare = other.bare()) {
            bare.add(new Entry("dn: etKey=far,ou=other," + TestDirectory.BASE, "objectClass: etThing", "etKey: far"));
        }
        try (LDAPConnection bare = directory.bare()) {
            bare.add(new Entry(
                    "dn: " + REFERRAL,
                    "objectClass: referral",
                    "objectClass: extensibleObject",
                    "ou: elsewhere",
                    "ref: ldap://localhost:" + other.port() + "/ou=other," + TestDirectory.BASE + "??sub"));
        }
    }

    @Test
    void reportsThatAnotherServerHasTheRest() throws Exception {
        refer();
        try (LdapAdapter admin = connect(TestDirectory.ADMIN, TestDirectory.PASSWORD, Referrals.REPORT);
                RowCursor cursor = scan(admin, Window.ALL)) {
            StoreException elsewhere = catchThrowableOfType(StoreException.class, () -> drain(cursor));
            assertThat(elsewhere).hasMessageContaining("other servers have a part of the answer");
        }
    }

    @Test
    void followsToAnotherServer() throws Exception {
        refer();
        try (LdapAdapter admin = connect(TestDirectory.ADMIN, TestDirectory.PASSWORD, Referrals.FOLLOW);
                RowCursor cursor = scan(admin, Window.ALL)) {
            assertThat(drain(cursor)).isEqualTo(ENTRIES + 1);
        }
    }
}
