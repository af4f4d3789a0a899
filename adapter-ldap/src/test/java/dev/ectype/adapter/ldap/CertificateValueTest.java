package dev.ectype.adapter.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.adapter.ldap.server.Certificates;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Layout.Slot;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Certificates, which are transferred in binary only (RFC 4523, 2.1), and pictures, which no rule compares. */
@ParameterizedClass
@EnumSource(Server.class)
class CertificateValueTest {
    private final TestDirectory directory;
    private final Source source = new Source(
            "certified",
            Optional.empty(),
            new Layout(List.of(
                    new Slot("user", "uid", Scalar.TEXT),
                    new Slot("name", "cn", Scalar.TEXT),
                    new Slot("surname", "sn", Scalar.TEXT),
                    new Slot("certificate", "userCertificate;binary", Scalar.BINARY),
                    new Slot("picture", "jpegPhoto", Scalar.BINARY))),
            List.of(0),
            List.of(),
            List.of(LdapMapping.of("inetOrgPerson")));

    @TempDir
    private Path folder;

    private LdapAdapter adapter;

    CertificateValueTest(Server server) {
        this.directory = server.directory();
    }

    @BeforeEach
    void open() {
        directory.renew("certified");
        adapter = directory.connect();
    }

    @AfterEach
    void close() {
        adapter.close();
    }

    private X509Certificate made(String host, int days) throws Exception {
        try (var pem =
                Files.newInputStream(Certificates.make(folder, host, days).certificate())) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    private Row person(byte @Nullable [] certificate, byte @Nullable [] picture) {
        return Row.over(source.layout(), new @Nullable Object[] {"ada", "Ada", "L", certificate, picture});
    }

    private Assignment set(int slot, byte @Nullable [] value) {
        return Assignment.set(Things.path(source.layout(), slot), value);
    }

    @Test
    void keepsARealCertificateInBinary() throws Exception {
        X509Certificate first = made("first.example.org", 2);
        Things.insert(adapter, source, person(first.getEncoded(), null));
        byte[] read = (byte[]) Things.get(adapter, source, "ada").get(3);
        assertThat(CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(read)))
                .isEqualTo(first);
        try (LDAPConnection bare = directory.bare()) {
            assertThat(bare.getEntry("uid=ada,ou=certified," + TestDirectory.BASE)
                            .getAttributeValueBytes("userCertificate;binary"))
                    .isEqualTo(first.getEncoded());
        }
        X509Certificate second = made("second.example.org", 3);
        Things.update(adapter, source, "ada", List.of(), set(3, second.getEncoded()));
        assertThat(Things.get(adapter, source, "ada")).isEqualTo(person(second.getEncoded(), null));
        Things.update(adapter, source, "ada", List.of(), set(3, null));
        Predicate none = new Predicate.IsNull(Things.path(source.layout(), 3));
        assertThat(Things.rows(adapter, source, Things.plan(adapter, source, none)))
                .containsExactly(person(null, null));
    }

    @Test
    void keepsAPicture() {
        byte[] one = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1};
        byte[] other = one.clone();
        other[11] = 2;
        Things.insert(adapter, source, person(null, one));
        assertThat(Things.get(adapter, source, "ada")).isEqualTo(person(null, one));
        Things.update(adapter, source, "ada", List.of(), set(4, other));
        assertThat(Things.get(adapter, source, "ada")).isEqualTo(person(null, other));
    }
}
