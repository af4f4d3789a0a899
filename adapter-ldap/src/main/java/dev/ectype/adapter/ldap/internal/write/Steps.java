package dev.ectype.adapter.ldap.internal.write;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.UpdatableLDAPRequest;
import com.unboundid.ldap.sdk.controls.PostReadRequestControl;
import com.unboundid.ldap.sdk.controls.PreReadRequestControl;
import com.unboundid.ldap.sdk.controls.SubtreeDeleteRequestControl;
import dev.ectype.adapter.ldap.connection.LdapCapabilities.Offer;
import dev.ectype.adapter.ldap.internal.entry.ChildMapping;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.search.ChildReader;
import dev.ectype.adapter.ldap.internal.search.ChildReader.Gathered;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.mapping.LdapDelete;
import dev.ectype.error.MappingException;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns insertions and removals of one source into requests, and has what {@link UpdateSteps} shares with them. */
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

    /** Returns what makes the requests of updates. */
    UpdateSteps updates() {
        return new UpdateSteps(directory, mapping, this);
    }

    /** Returns the requests that add a record: its entry, then those below. */
    List<Step> insert(Insert insert) {
        Entry entry = mapping.encode(insert.row());
        AddRequest request = directory.prepare(new AddRequest(entry), insert.options());
        List<Step> steps = new ArrayList<>(List.of(new Step(entry.getDN(), request)));
        for (ChildMapping child : mapping.children()) {
            steps.addAll(below(child, entry.getDN(), insert.options())
                    .adding(insert.row().get(child.slot())));
        }
        if (steps.size() == 1) {
            askAfter(request, insert.returning());
        }
        return steps;
    }

    ChildSteps below(ChildMapping child, String dn, CallOptions options) {
        return new ChildSteps(directory, mapping, child, dn, options);
    }

    void askAfter(UpdatableLDAPRequest request, List<Integer> returning) {
        if (telling && !returning.isEmpty() && directory.has(Offer.POST_READ)) {
            request.addControl(new PostReadRequestControl(false, mapping.attributes(returning)));
        }
    }

    /**
     * Returns the requests that remove a record: the entries below, then its own; empty if the entry does not meet the
     * conditions.
     */
    Optional<List<Step>> delete(Delete delete, String dn) {
        DeleteRequest request = directory.prepare(new DeleteRequest(dn), delete.options());
        List<Step> steps = new ArrayList<>();
        if (delete.options().hint(LdapDelete.class).isPresent()) {
            request.addControl(subtree());
        } else if (!mapping.children().isEmpty()) {
            steps.addAll(removingBelow(delete, dn));
        }
        if (telling && steps.isEmpty() && !delete.returning().isEmpty() && directory.has(Offer.PRE_READ)) {
            request.addControl(new PreReadRequestControl(false, mapping.attributes(delete.returning())));
        }
        return new Conditions(directory, mapping, delete.conditions(), delete.options())
                .assertion(dn)
                .map(assertion -> {
                    assertion.forEach(request::addControl);
                    steps.add(new Step(dn, request));
                    return steps;
                });
    }

    private List<Step> removingBelow(Delete delete, String dn) {
        Gathered found = childReader(delete.options()).allBelow(dn);
        if (!found.others(dn).isEmpty()) {
            // The server refuses that at the record's own entry, which is the first request then.
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        for (ChildMapping child : mapping.children()) {
            steps.addAll(below(child, dn, delete.options()).removing(found.of(child, dn)));
        }
        if (!steps.isEmpty() && !delete.conditions().isEmpty() && !directory.has(Offer.TRANSACTIONS)) {
            throw unsupported(
                    "entries below a record are removed before it, and without transactions nothing holds that"
                            + " to conditions on the record: remove it without them");
        }
        return steps;
    }

    ChildReader childReader(CallOptions options) {
        List<Integer> slots =
                mapping.children().stream().map(ChildMapping::slot).toList();
        return ChildReader.of(directory, mapping, slots, options);
    }

    MappingException unsupported(String why) {
        return new MappingException(MappingException.Kind.UNSUPPORTED, why, Map.of("source", mapping.source()));
    }

    private Control subtree() {
        if (!directory.has(Offer.SUBTREE_DELETE)) {
            throw unsupported(
                    "the server has no operation that removes an entry with all below it: remove those below first");
        }
        return new SubtreeDeleteRequestControl(true);
    }
}
