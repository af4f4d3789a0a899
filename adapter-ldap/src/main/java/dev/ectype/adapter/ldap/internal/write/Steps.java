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
import dev.ectype.adapter.ldap.internal.entry.ChildMapping;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.search.ChildReader;
import dev.ectype.adapter.ldap.internal.search.ChildReader.Gathered;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.mapping.LdapDelete;
import dev.ectype.error.MappingException;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
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

    private ChildSteps below(ChildMapping child, String dn, CallOptions options) {
        return new ChildSteps(directory, mapping, child, dn, options);
    }

    private void askAfter(UpdatableLDAPRequest request, List<Integer> returning) {
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

    private ChildReader childReader(CallOptions options) {
        List<Integer> slots =
                mapping.children().stream().map(ChildMapping::slot).toList();
        return ChildReader.of(directory, mapping, slots, options);
    }

    private MappingException unsupported(String why) {
        return new MappingException(MappingException.Kind.UNSUPPORTED, why, Map.of("source", mapping.source()));
    }

    private Control subtree() {
        if (!directory.has(Offer.SUBTREE_DELETE)) {
            throw unsupported(
                    "the server has no operation that removes an entry with all below it: remove those below first");
        }
        return new SubtreeDeleteRequestControl(true);
    }

    /**
     * Returns the requests that change a record: its attributes, the entries below, its name; no request if it is as wanted,
     * empty if it is gone or does not meet the conditions.
     *
     * @param knowing whether the entry is to be read first, because a change blind to it was refused
     */
    Optional<List<Step>> update(Update update, String dn, boolean knowing) {
        Conditions conditions = new Conditions(directory, mapping, update.conditions(), update.options());
        Optional<List<AssertionRequestControl>> assertion = conditions.assertion(dn);
        if (assertion.isEmpty()) {
            return Optional.empty();
        }
        Parts parts = Parts.of(mapping, update);
        Modifications modifications = new Modifications(directory, mapping, update.before());
        boolean read = knowing || parts.others().stream().anyMatch(modifications::needsCurrent);
        boolean needsRow = read || !parts.names().isEmpty() || !parts.below().isEmpty();
        Optional<Row> current = needsRow ? current(update, dn) : Optional.empty();
        if (needsRow && current.isEmpty()) {
            return Optional.empty();
        }
        List<Modification> changes = read
                ? modifications.knowing(current.orElseThrow(), parts.others())
                : modifications.blind(parts.others());
        List<Step> steps = new ArrayList<>();
        if (!changes.isEmpty()) {
            steps.add(new Step(dn, new ModifyRequest(dn, changes)));
        }
        steps.addAll(below(parts.below(), update, dn));
        if (!parts.names().isEmpty()) {
            ModifyDNRequest request = new Renaming(mapping).request(dn, current.orElseThrow(), parts.names());
            steps.add(new Step(newName(dn, request), request));
        }
        return finished(steps, update, assertion.get(), conditions.holdIfNothingIsSent(dn, steps));
    }

    /** The requests of one update on its own entry carry its time, its conditions, and what is to be told. */
    private Optional<List<Step>> finished(
            List<Step> steps, Update update, List<AssertionRequestControl> assertion, boolean holds) {
        if (!holds) {
            return Optional.empty();
        }
        if (steps.isEmpty()) {
            return Optional.of(steps);
        }
        Step first = steps.get(0);
        if (first.column().isPresent() && !update.conditions().isEmpty()) {
            throw unsupported(
                    "a condition on a record cannot hold a change of the entries below it alone: change one of"
                            + " the record's own attributes too");
        }
        for (Step step : steps) {
            if (step.column().isEmpty()) {
                directory.prepare(step.request(), update.options());
            }
        }
        if (first.column().isEmpty()) {
            // Only the first: what it changes may be what the condition is about.
            assertion.forEach(first.request()::addControl);
        }
        if (steps.size() == 1 && first.column().isEmpty()) {
            askAfter(first.request(), update.returning());
        }
        return Optional.of(steps);
    }

    /**
     * The assignments of an update, by what they change.
     *
     * @param names those that change the entry's name
     * @param below those of columns that stand as entries below
     * @param others those of the entry's attributes
     */
    private record Parts(List<Assignment> names, List<Assignment> below, List<Assignment> others) {
        static Parts of(EntryMapping mapping, Update update) {
            List<Assignment> names = new Renaming(mapping).of(update);
            List<Assignment> others = new ArrayList<>(update.assignments());
            others.removeAll(names);
            List<Assignment> below = others.stream()
                    .filter(one -> mapping.column(one.path().slot()).isEntries())
                    .toList();
            others.removeAll(below);
            return new Parts(names, below, others);
        }
    }

    private List<Step> below(List<Assignment> assignments, Update update, String dn) {
        if (assignments.isEmpty()) {
            return List.of();
        }
        Gathered found = childReader(update.options()).allBelow(dn);
        List<Step> steps = new ArrayList<>();
        for (Assignment assignment : assignments) {
            if (assignment.operation() != Assignment.Operation.SET
                    || !assignment.path().isTopLevel()) {
                throw unsupported(
                        "a part of what stands in entries below cannot be changed alone: set the whole value");
            }
            ChildMapping child =
                    mapping.children(List.of(assignment.path().slot())).get(0);
            steps.addAll(below(child, dn, update.options()).changing(found.of(child, dn), assignment.value()));
        }
        return steps;
    }

    /** Tells whether an update may be refused only because the entry is not as its request takes for granted. */
    boolean isBlind(Update update) {
        Modifications modifications = new Modifications(directory, mapping, update.before());
        return update.assignments().stream()
                .anyMatch(a -> a.operation() != Assignment.Operation.SET || modifications.isDifference(a));
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
        slots.removeIf(slot -> mapping.column(slot).isEntries());
        return new EntryReader(directory, mapping, update.options()).row(dn, slots);
    }
}
