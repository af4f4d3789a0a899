package dev.ectype.adapter.ldap.contract;

import dev.ectype.adapter.ldap.LdapAdapter;
import dev.ectype.adapter.ldap.mapping.SchemaFinding;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Source;
import dev.ectype.tck.harness.AdapterFixture;
import dev.ectype.tck.profile.AdapterProfile;

/** A directory whose attribute types are defined as the sources of the kit need them, by the adapter's own definitions. */
final class LdapFixture implements AdapterFixture {
    private final TestDirectory directory;
    private final AdapterProfile profile;
    private final LdapAdapter adapter;

    LdapFixture(Server server, AdapterProfile profile) {
        this.directory = server.directory();
        this.profile = profile;
        this.adapter = directory.connect();
    }

    @Override
    public AdapterProfile profile() {
        return profile;
    }

    @Override
    public Adapter adapter() {
        return adapter;
    }

    @Override
    public Source adapt(Source source) {
        return Attributes.adapt(source);
    }

    @Override
    public void create(Source source) {
        if (adapter.storage(source).check().stream()
                .map(SchemaFinding::problem)
                .anyMatch(SchemaFinding.Problem::preventsWriting)) {
            directory.define(adapter.storage(source).definitions(arc(source)));
            adapter.refresh();
        }
        adapter.storage(source).createBase();
        source.indexes().stream()
                .filter(index -> index.unique() && index.fields().size() == 1)
                .forEach(index -> directory.makeUnique(
                        adapter.storage(source).base(), index.fields().get(0).source()));
        directory.clear(adapter.storage(source).base());
    }

    /** Of the arc that is set aside for examples (RFC 5612). */
    private static String arc(Source source) {
        return "1.3.6.1.4.1.32473.2." + (source.name().hashCode() & Integer.MAX_VALUE);
    }

    @Override
    public String prefix(int number) {
        return "ou=tck" + number + "," + TestDirectory.BASE;
    }

    @Override
    public void close() {
        adapter.close();
    }
}
