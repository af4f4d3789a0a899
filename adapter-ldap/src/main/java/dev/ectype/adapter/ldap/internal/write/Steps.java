package dev.ectype.adapter.ldap.internal.write;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.UpdatableLDAPRequest;
import com.unboundid.ldap.sdk.controls.AssertionRequestControl;
import com.unboundid.ldap.sdk.controls.PostReadRequestControl;
import com.unboundid.ldap.sdk.controls.PreReadRequestControl;
import com.unboundid.ldap.sdk.controls.SubtreeDeleteRequestControl;
import dev.ectype.adapter.ldap.connection.LdapCapabilities.Offer;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.mapping.LdapDelete;
import dev.ectype.error.MappingException;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.Update;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Turns the writes of one source into requests. What must be known of the entry for that is read first. */
final class Steps {
    private final Directory directory;
    private final EntryMapping mapping;
    private final boolean telling;

    /**
     * Makes requests for one source.
     *
     * @param telling whether the answers are to tell the entries; slapd refuses that in a transaction
     */
    Steps(Directory directory, EntryMapping mapping, boolean telling) {
        this.directory = directory;
        this.mapping = mapping;
        this.telling = telling;
    }

    Step insert(Insert insert) {
        Entry entry = mapping.encode(insert.row());
        AddRequest request = directory.prepare(new AddRequest(entry), insert.options());
        askAfter(request, insert.returning());
        return new Step(entry.getDN(), request);
    }

    private void askAfter(UpdatableLDAPRequest request, List<Integer> returning) {
        if (telling && !returning.isEmpty() && directory.has(Offer.POST_READ)) {
            request.addControl(new PostReadRequestControl(false, mapping.attributes(returning)));
        }
    }

    /** Returns the request that removes an entry; empty if the entry does not meet the conditions. */
    Optional<Step> delete(Delete delete, String dn) {
        DeleteRequest request = directory.prepare(new DeleteRequest(dn), delete.options());
        if (telling && !delete.returning().isEmpty() && directory.has(Offer.PRE_READ)) {
            request.addControl(new PreReadRequestControl(false, mapping.attributes(delete.returning())));
        }
        if (delete.options().hint(LdapDelete.class).isPresent()) {
            request.addControl(subtree());
        }
        return new Conditions(directory, mapping, delete.conditions(), delete.options())
                .assertion(dn)
                .map(assertion -> {
                    assertion.forEach(request::addControl);
                    return new Step(dn, request);
                });
    }

    private Control subtree() {
        if (!directory.has(Offer.SUBTREE_DELETE)) {
            throw new MappingException(
                    MappingException.Kind.UNSUPPORTED,
                    "the server has no operation that removes an entry with all below it: remove those below first",
                    Map.of("source", mapping.source()));
        }
        return new SubtreeDeleteRequestControl(true);
    }

    /**
     * Returns the requests that change an entry; no request if it is as wanted, empty if it is gone or does not meet the
     * conditions.
     *
     * @param knowing whether the entry is to be read first, because a change blind to it was refused
     */
    Optional<List<Step>> update(Update update, String dn, boolean knowing) {
        Optional<List<AssertionRequestControl>> assertion =
                new Conditions(directory, mapping, update.conditions(), update.options()).assertion(dn);
        if (assertion.isEmpty()) {
            return Optional.empty();
        }
        Renaming renaming = new Renaming(mapping);
        List<Assignment> names = renaming.of(update);
        List<Assignment> others = new ArrayList<>(update.assignments());
        others.removeAll(names);
        Modifications modifications = new Modifications(directory, mapping, update.before());
        boolean read = knowing || others.stream().anyMatch(modifications::needsCurrent);
        Optional<Row> current = read || !names.isEmpty() ? current(update, dn) : Optional.empty();
        if (current.isEmpty() && (read || !names.isEmpty())) {
            return Optional.empty();
        }
        List<Modification> changes =
                read ? modifications.knowing(current.orElseThrow(), others) : modifications.blind(others);
        boolean alone = changes.isEmpty() || names.isEmpty();
        List<Step> steps = new ArrayList<>();
        if (!changes.isEmpty()) {
            steps.add(new Step(dn, finished(new ModifyRequest(dn, changes), update, assertion.get(), alone)));
        }
        if (!names.isEmpty()) {
            ModifyDNRequest request = renaming.request(dn, current.orElseThrow(), names);
            steps.add(new Step(newName(dn, request), finished(request, update, assertion.get(), alone)));
        }
        return Optional.of(steps);
    }

    /** Tells whether an update may be refused only because the entry is not as its request takes for granted. */
    boolean isBlind(Update update) {
        Modifications modifications = new Modifications(directory, mapping, update.before());
        return update.assignments().stream()
                .anyMatch(a -> a.operation() != Assignment.Operation.SET || modifications.isDifference(a));
    }

    private <R extends UpdatableLDAPRequest> R finished(
            R request, Update update, List<AssertionRequestControl> assertion, boolean alone) {
        directory.prepare(request, update.options());
        assertion.forEach(request::addControl);
        if (alone) {
            askAfter(request, update.returning());
        }
        return request;
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

    private Optional<Row> current(Update update, String dn) {
        TreeSet<Integer> slots = new TreeSet<>(mapping.naming().slots());
        slots.addAll(mapping.source().key());
        update.assignments().forEach(assignment -> slots.add(assignment.path().slot()));
        return new EntryReader(directory, mapping, update.options())
                .read(dn, slots)
                .map(entry -> mapping.decode(entry, slots));
    }
}
