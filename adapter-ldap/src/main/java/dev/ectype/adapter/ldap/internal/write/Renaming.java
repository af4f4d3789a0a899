package dev.ectype.adapter.ldap.internal.write;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.RDN;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.error.MappingException;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Update;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes of names: one operation of the directory, which also changes the naming attributes, never a new entry. */
final class Renaming {
    private final EntryMapping mapping;

    Renaming(EntryMapping mapping) {
        this.mapping = mapping;
    }

    /** Returns the assignments that change the entry's name. */
    List<Assignment> of(Update update) {
        Set<Integer> naming = new HashSet<>(mapping.naming().slots());
        if (mapping.naming().keyIsName()) {
            naming.addAll(mapping.source().key());
        }
        return update.assignments().stream()
                .filter(assignment -> naming.contains(assignment.path().slot()))
                .toList();
    }

    /**
     * Returns the request that renames an entry.
     *
     * @param current the entry's row, with at least the naming slots
     */
    Step step(String dn, Row current, List<Assignment> assignments) {
        ModifyDNRequest request = request(dn, current, assignments);
        return new Step(newName(dn, request), request);
    }

    private ModifyDNRequest request(String dn, Row current, List<Assignment> assignments) {
        Row wanted = current;
        for (Assignment assignment : assignments) {
            if (assignment.operation() != Assignment.Operation.SET) {
                throw refused("a part of an entry's name can only be set");
            }
            requireNoCopies(mapping.column(assignment.path().slot()).attribute());
            wanted = wanted.with(assignment.path().slot(), assignment.value());
        }
        return mapping.naming().keyIsName() ? moved(dn, wanted) : renamed(dn, wanted);
    }

    private void requireNoCopies(String attribute) {
        if (!mapping.copiesOf(attribute).isEmpty()) {
            throw refused("an attribute that is copied to others cannot change with an entry's name");
        }
    }

    private ModifyDNRequest renamed(String dn, Row wanted) {
        List<@Nullable Object> values = new ArrayList<>();
        mapping.naming().slots().forEach(slot -> values.add(wanted.get(slot)));
        RDN rdn = mapping.naming()
                .relative(values.toArray())
                .orElseThrow(() -> refused("an entry is named by attributes that must have a value"));
        return new ModifyDNRequest(dn, rdn.toString(), true);
    }

    private ModifyDNRequest moved(String dn, Row wanted) {
        DN name = mapping.naming().of(wanted).orElseThrow(() -> refused("an entry must have a name"));
        RDN rdn = name.getRDN();
        if (rdn == null) {
            throw refused("the empty name is the server's own");
        }
        boolean stays = isSameParent(dn, name);
        return new ModifyDNRequest(dn, rdn.toString(), true, stays ? null : name.getParentString());
    }

    private static boolean isSameParent(String dn, DN name) {
        try {
            DN parent = new DN(dn).getParent();
            return parent != null && parent.equals(name.getParent());
        } catch (LDAPException e) {
            throw new IllegalStateException("a name that led to an entry", e);
        }
    }

    private MappingException refused(String why) {
        return new MappingException(MappingException.Kind.UNSUPPORTED, why, Map.of("source", mapping.source()));
    }

    private static String newName(String dn, ModifyDNRequest request) {
        String superior = request.getNewSuperiorDN();
        String parent = superior != null ? superior : parentOf(dn);
        return parent.isEmpty() ? request.getNewRDN() : request.getNewRDN() + "," + parent;
    }

    private static String parentOf(String dn) {
        try {
            String parent = DN.getParentString(dn);
            return parent == null ? "" : parent;
        } catch (LDAPException e) {
            throw new IllegalStateException("a name that led to an entry", e);
        }
    }
}
