package dev.ectype.adapter.ldap.internal.entry;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.error.MappingException;
import dev.ectype.spi.Source;
import java.util.Map;

/** Finds the entry below which a source lives: the one it names, or {@code ou=<name>} below the prefix or the adapter's. */
final class Bases {
    private Bases() {}

    static DN of(Source source, LdapMapping mapping, LdapOptions options) {
        if (mapping.base().isPresent()) {
            return parse(mapping.base().get());
        }
        String above = source.prefix().or(options::base).orElseThrow(() -> unknown(source));
        return new DN(new RDN("ou", source.name()), parse(above));
    }

    private static MappingException unknown(Source source) {
        return new MappingException(
                MappingException.Kind.USAGE,
                "nothing says below which entry the records live: LdapMapping.below(...), or a base in the adapter's options",
                Map.of("source", source));
    }

    static DN parse(String text) {
        try {
            return new DN(text);
        } catch (LDAPException e) {
            throw new MappingException(
                    MappingException.Kind.USAGE, "not a distinguished name", Map.of("text", text), false, e);
        }
    }
}
