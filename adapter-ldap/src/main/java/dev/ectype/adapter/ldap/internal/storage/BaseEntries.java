package dev.ectype.adapter.ldap.internal.storage;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.internal.server.LdapErrors;
import dev.ectype.error.MappingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Adds entries that only hold others. */
public final class BaseEntries {
    private static final Map<String, String> CLASSES =
            Map.of("ou", "organizationalUnit", "o", "organization", "dc", "domain", "l", "locality", "c", "country");
    private final Directory directory;

    /** Creates the maker of entries in a directory. */
    public BaseEntries(Directory directory) {
        this.directory = directory;
    }

    /** Adds an entry and those above it, as far as they are missing, and returns their names, the highest first. */
    public List<String> create(DN base) {
        Deque<DN> missing = new ArrayDeque<>();
        try {
            for (DN dn = base; dn != null && !dn.isNullDN() && !exists(dn); dn = dn.getParent()) {
                missing.push(dn);
            }
            List<String> added = new ArrayList<>();
            for (DN dn : missing) {
                add(dn);
                added.add(dn.toString());
            }
            return added;
        } catch (LDAPException e) {
            throw LdapErrors.writing(base.toString(), e);
        }
    }

    private boolean exists(DN dn) throws LDAPException {
        return directory.pool().getEntry(dn.toString(), "1.1") != null;
    }

    private void add(DN dn) throws LDAPException {
        try {
            directory.pool().add(entry(dn));
        } catch (LDAPException e) {
            // Whoever else prepares the same directory may have been faster.
            if (!e.getResultCode().equals(ResultCode.ENTRY_ALREADY_EXISTS)) {
                throw e;
            }
        }
    }

    private static Entry entry(DN dn) {
        RDN rdn = dn.getRDN();
        String[] names = rdn == null ? new String[0] : rdn.getAttributeNames();
        String objectClass = names.length == 1 ? CLASSES.get(names[0].toLowerCase(Locale.ROOT)) : null;
        if (rdn == null || objectClass == null) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "only entries named by one of ou, o, dc, l and c can be made; add this one yourself",
                    Map.of("entry", dn.toString()));
        }
        Attribute name = new Attribute(names[0], rdn.getByteArrayAttributeValues()[0]);
        return new Entry(dn, List.of(new Attribute("objectClass", objectClass), name));
    }
}
