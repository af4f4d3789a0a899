package dev.ectype.examples.directory.stores;

import static dev.ectype.examples.directory.people.People.PEOPLE;

import dev.ectype.adapter.ldap.LdapAdapter;
import dev.ectype.adapter.ldap.LdapStorage;
import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.connection.LdapServers;
import dev.ectype.error.MappingException;
import dev.ectype.repo.Repo;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** An LDAP directory: by its URL with an account and a base, or one inside this process, which ends with it. */
final class LdapStore implements StoreKind {
    /** Of the arc that is set aside for documentation (RFC 5612). */
    private static final String ARC = "1.3.6.1.4.1.32473.1";

    @Override
    public String values() {
        return "ldap, ldap://DN:PASSWORD@HOST/BASE, ldaps://DN:PASSWORD@HOST/BASE";
    }

    @Override
    public Optional<Repo> open(String value) {
        if (value.equals("ldap")) {
            return Optional.of(embedded());
        }
        return value.startsWith("ldap://") || value.startsWith("ldaps://")
                ? Optional.of(connect(URI.create(value)))
                : Optional.empty();
    }

    private static Repo embedded() {
        EmbeddedDirectory directory = EmbeddedDirectory.start();
        LdapAdapter adapter = connect(directory.servers(), EmbeddedDirectory.BASE);
        directory.define(adapter.storage(PEOPLE.asSource()).definitions(ARC));
        adapter.refresh();
        return Repo.over(new WithServer(ready(adapter), directory::close));
    }

    private static Repo connect(URI url) {
        String address = url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
        String base = url.getPath().replaceFirst("/", "");
        String[] account = Optional.ofNullable(url.getUserInfo()).orElse("").split(":", 2);
        if (base.isEmpty() || account.length < 2) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "a directory's URL must name an account, its password and the base, as in"
                            + " ldap://DN:PASSWORD@HOST/BASE",
                    Map.of("server", address));
        }
        return Repo.over(ready(connect(LdapServers.at(address).bind(account[0], account[1]), base)));
    }

    private static LdapAdapter connect(LdapServers servers, String base) {
        return LdapAdapter.connect(servers, LdapOptions.DEFAULTS.withBase(base));
    }

    private static LdapAdapter ready(LdapAdapter adapter) {
        try {
            LdapStorage storage = adapter.storage(PEOPLE.asSource());
            requireFit(storage);
            storage.createBase();
            return adapter;
        } catch (RuntimeException failure) {
            adapter.close();
            throw failure;
        }
    }

    private static void requireFit(LdapStorage storage) {
        if (storage.check().stream().anyMatch(finding -> finding.problem().preventsWriting())) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "the directory cannot keep people yet; give these definitions to whoever runs it",
                    Map.of("report", storage.report(), "definitions", storage.definitions(ARC)));
        }
    }
}
