package dev.ectype.adapter.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import dev.ectype.adapter.ldap.mapping.LdapColumn;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.adapter.ldap.mapping.SchemaFinding;
import dev.ectype.adapter.ldap.mapping.SchemaFinding.Problem;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Layout.Slot;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class StorageTest {
    private final TestDirectory directory;
    private LdapAdapter adapter;

    StorageTest(Server server) {
        this.directory = server.directory();
    }

    @BeforeEach
    void open() {
        adapter = directory.connect();
    }

    @AfterEach
    void close() {
        adapter.close();
    }

    private static Source source(String name, LdapMapping mapping, Slot... slots) {
        return new Source(name, Optional.empty(), new Layout(List.of(slots)), List.of(0), List.of(), List.of(mapping));
    }

    private static Slot slot(String attribute, Storage storage) {
        return new Slot(attribute + "Field", attribute, storage);
    }

    @Test
    void findsNothingWhereEverythingFits() {
        Source fitting = source(
                "fitting",
                LdapMapping.of("etThing").column("etTags", LdapColumn.PLAIN.inSortedValues()),
                slot("etKey", Scalar.TEXT),
                slot("etNumber", Scalar.INT32),
                slot("etTags", new Storage.ListOf(Scalar.TEXT)));
        assertThat(adapter.storage(fitting).check()).isEmpty();
        assertThat(adapter.storage(fitting).report()).contains("everything fits");
        assertThat(adapter.storage(fitting).definitions("1.2.3")).isEmpty();
    }

    @Test
    void findsEverythingThatDoesNotFit() {
        Source people = source(
                "people",
                LdapMapping.of("inetOrgPerson", "noSuchClass"),
                slot("uid", Scalar.TEXT),
                slot("etNumber", Scalar.INT32),
                slot("noSuchType", Scalar.TEXT),
                slot("preferredLanguage", new Storage.SetOf(Scalar.TEXT)),
                slot("createTimestamp", Scalar.INSTANT),
                slot("employeeNumber", Scalar.INT32),
                slot("cn;lang-el", Scalar.TEXT));
        List<SchemaFinding> found = adapter.storage(people).check();
        assertThat(found.stream().map(finding -> finding.problem() + " " + finding.name()))
                .contains(
                        "UNKNOWN_OBJECT_CLASS noSuchClass",
                        "NOT_ALLOWED etNumber",
                        "UNKNOWN_ATTRIBUTE noSuchType",
                        "SINGLE_VALUED preferredLanguage",
                        "READ_ONLY createTimestamp",
                        "OTHER_SYNTAX employeeNumber",
                        "MULTI_VALUED uid",
                        "OTHER_COMPARISON cn;lang-el")
                .anyMatch(finding -> finding.startsWith("REQUIRED_BUT_NOT_MAPPED sn"))
                .noneMatch(finding -> finding.startsWith("REQUIRED_BUT_NOT_MAPPED cn"));
        assertThat(found.stream().map(finding -> finding.problem().preventsWriting()))
                .isSortedAccordingTo((left, right) -> Boolean.compare(right, left));
        assertThat(adapter.storage(people).report())
                .startsWith("people as [inetOrgPerson, noSuchClass] below ou=people," + TestDirectory.BASE)
                .contains("ERROR UNKNOWN_ATTRIBUTE noSuchType (field noSuchTypeField): add its definition");
    }

    @Test
    void saysThatUniqueIndexesAreTheServersAffair() {
        FieldPath text = Things.path("text");
        Source unique = new Source(
                "unique",
                Optional.empty(),
                Things.LAYOUT,
                List.of(0),
                List.of(new Source.Index("unique_text", List.of(text), true)),
                List.of(Things.MAPPING));
        assertThat(adapter.storage(unique).check())
                .extracting(SchemaFinding::problem)
                .contains(Problem.UNIQUE_BY_SERVER);
    }

    @Test
    void addsTheBaseAndWhatIsMissingAboveIt() throws Exception {
        Source deep = source(
                "deep",
                LdapMapping.of("etThing").below("ou=deep,o=A\\, B,l=Athens,ou=made," + TestDirectory.BASE),
                slot("etKey", Scalar.TEXT));
        directory.renew("made");
        assertThat(adapter.storage(deep).createBase())
                .hasSize(3)
                .first()
                .isEqualTo("l=Athens,ou=made," + TestDirectory.BASE);
        assertThat(adapter.storage(deep).createBase()).isEmpty();
        try (LDAPConnection bare = directory.bare()) {
            assertThat(bare.getEntry(adapter.storage(deep).base()).getObjectClassValues())
                    .contains("organizationalUnit");
        }
    }

    @Test
    void refusesToGuessWhatABaseIs() {
        Source odd = source(
                "odd", LdapMapping.of("etThing").below("cn=odd," + TestDirectory.BASE), slot("etKey", Scalar.TEXT));
        assertThatThrownBy(() -> adapter.storage(odd).createBase())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("add this one yourself");
    }

    @Test
    void definesWhatIsMissingSoThatTheServerTakesIt() {
        Source defined = source(
                "defined",
                LdapMapping.of("inetOrgPerson", "definedExtras")
                        .namedBy("uid")
                        .column("definedNick", LdapColumn.PLAIN.comparedByDirectory()),
                slot("uid", Scalar.TEXT),
                slot("cn", Scalar.TEXT),
                slot("sn", Scalar.TEXT),
                slot("definedAge", Scalar.INT32),
                slot("definedNick", Scalar.TEXT),
                slot("definedCodes", new Storage.SetOf(Scalar.UUID)));
        if (!adapter.storage(defined).definitions("1.3.6.1.4.1.32473.3").isEmpty()) {
            String ldif = adapter.storage(defined).definitions("1.3.6.1.4.1.32473.3");
            assertThat(ldif)
                    .contains("( 1.3.6.1.4.1.32473.3.1.4 NAME 'definedAge' EQUALITY integerMatch")
                    .contains("'definedNick' EQUALITY caseIgnoreMatch")
                    .contains("'definedExtras' SUP top AUXILIARY MAY ( definedAge $ definedNick $ definedCodes ) )");
            directory.define(ldif);
        }
        adapter.refresh();
        assertThat(adapter.storage(defined).check())
                .noneMatch(finding -> finding.problem().preventsWriting());
    }

    @Test
    void refusesAnArcThatIsNone() {
        assertThatThrownBy(() -> adapter.storage(Things.source()).definitions("1.3.x"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("numbers with dots");
    }

    @Test
    void refusesIndexesOfSomeEntriesOnly() {
        Predicate some = new Predicate.Not(new Predicate.IsNull(Things.path("text")));
        Source partial = new Source(
                "things",
                Optional.empty(),
                Things.LAYOUT,
                List.of(0),
                List.of(new Source.Index("some_numbers", List.of(Things.path("number")), true, List.of(some))),
                List.of(Things.MAPPING));
        assertThatThrownBy(() -> adapter.storage(partial))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("a directory has no indexes of some entries only; leave the condition out")
                .hasMessageContaining("some_numbers");
        assertThatThrownBy(() -> Things.insert(adapter, partial, Things.row("k")))
                .isInstanceOf(MappingException.class);
    }
}
