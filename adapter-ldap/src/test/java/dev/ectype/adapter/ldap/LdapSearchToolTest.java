package dev.ectype.adapter.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.spi.Source;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Layout.Slot;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import dev.ectype.types.stored.Storage.SetOf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the adapter writes into slapd is what OpenLDAP's own {@code ldapsearch} reads there. */
class LdapSearchToolTest {
    private static final Path TOOL = Path.of("/usr/bin/ldapsearch");
    private static final byte[] PHOTO = {(byte) 0xFF, (byte) 0xD8, 0, 13, 10, ' '};
    private final Source people = new Source(
            "persons",
            Optional.empty(),
            new Layout(List.of(
                    new Slot("user", "uid", Scalar.TEXT),
                    new Slot("name", "cn", Scalar.TEXT),
                    new Slot("surname", "sn", Scalar.TEXT),
                    new Slot("greek", "description;lang-el", Scalar.TEXT),
                    new Slot("mails", "mail", new SetOf(Scalar.TEXT)),
                    new Slot("photo", "jpegPhoto", Scalar.BINARY),
                    new Slot("manager", "manager", Scalar.TEXT))),
            List.of(0),
            List.of(),
            List.of(LdapMapping.of("inetOrgPerson")));
    private TestDirectory directory;

    @BeforeEach
    void start() {
        directory = Server.SLAPD.directory();
        if (System.getenv("ECTYPE_REQUIRE_SLAPD") != null) {
            assertThat(TOOL)
                    .as("ECTYPE_REQUIRE_SLAPD is set: install ldap-utils")
                    .exists();
        }
        assumeTrue(Files.isExecutable(TOOL), "ldapsearch is not installed: Debian's package ldap-utils has it");
        directory.renew("persons");
    }

    private Map<String, Entry> seenByTool() throws IOException, LDIFException, InterruptedException {
        Process tool = new ProcessBuilder(
                        TOOL.toString(),
                        "-x",
                        "-LLL",
                        "-o",
                        "ldif-wrap=no",
                        "-H",
                        directory.url(),
                        "-D",
                        TestDirectory.ADMIN,
                        "-w",
                        TestDirectory.PASSWORD,
                        "-b",
                        "ou=persons," + TestDirectory.BASE,
                        "-s",
                        "one",
                        "(objectClass=inetOrgPerson)")
                .start();
        Map<String, Entry> entries = new HashMap<>();
        try (LDIFReader reader = new LDIFReader(tool.getInputStream())) {
            for (Entry entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
                entries.put(entry.getAttributeValue("uid"), entry);
            }
        }
        assertThat(tool.waitFor()).isZero();
        return entries;
    }

    private Row row(Object... values) {
        return Row.over(people.layout(), values);
    }

    @Test
    void seesTheSameEntries() throws Exception {
        Row ada = row(
                "ada",
                "Ada, Countess #1",
                " Lovelace",
                "Άντα",
                Set.of("a@x.org", "b@x.org"),
                PHOTO,
                "uid=bob,ou=persons," + TestDirectory.BASE);
        Row odd = row("o+d,d \"#<>;\\", "Öd", "d", null, null, null, null);
        try (LdapAdapter adapter = directory.connect()) {
            for (Row row : List.of(ada, odd)) {
                assertThat(Things.insert(adapter, people, row)).isInstanceOf(WriteOutcome.Written.class);
            }
            Map<String, Entry> seen = seenByTool();
            assertThat(seen.keySet()).containsExactlyInAnyOrder("ada", "o+d,d \"#<>;\\");
            assertSeen(seen.get("ada"), ada);
            assertSeen(seen.get("o+d,d \"#<>;\\"), odd);
            assertThat(Things.get(adapter, people, "ada")).isEqualTo(ada);
        }
    }

    private void assertSeen(Entry entry, Row row) {
        for (int slot = 0; slot < people.layout().size(); slot++) {
            String attribute = people.layout().slot(slot).source();
            byte[][] values = entry.getAttributeValueByteArrays(attribute);
            Set<String> seen = new HashSet<>();
            Arrays.stream(values == null ? new byte[0][] : values).forEach(value -> seen.add(latin(value)));
            assertThat(seen).as(attribute).isEqualTo(expected(row.get(slot)));
        }
    }

    private static Set<String> expected(Object value) {
        if (value == null) {
            return Set.of();
        }
        Set<String> texts = new HashSet<>();
        for (Object one : value instanceof Set<?> set ? set : Set.of(value)) {
            texts.add(latin(one instanceof byte[] bytes ? bytes : one.toString().getBytes(StandardCharsets.UTF_8)));
        }
        return texts;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
