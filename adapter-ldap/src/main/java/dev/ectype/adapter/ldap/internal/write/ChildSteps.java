package dev.ectype.adapter.ldap.internal.write;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.UpdatableLDAPRequest;
import dev.ectype.adapter.ldap.internal.entry.ChildMapping;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.error.MappingException;
import dev.ectype.query.eval.Values;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests on the entries of one column below one record's: what is to go first, what is to come last. */
final class ChildSteps {
    private final Directory directory;
    private final ChildMapping child;
    private final String column;
    private final String owner;
    private final CallOptions options;
    private final List<Step> changed = new ArrayList<>();
    private final List<Step> added = new ArrayList<>();

    ChildSteps(Directory directory, EntryMapping mapping, ChildMapping child, String owner, CallOptions options) {
        this.directory = directory;
        this.child = child;
        this.column = child.source(mapping);
        this.owner = owner;
        this.options = options;
    }

    private Step step(String dn, UpdatableLDAPRequest request) {
        return new Step(dn, directory.prepare(request, options), Optional.of(column));
    }

    /** Returns the requests that add a value where nothing is. */
    List<Step> adding(@Nullable Object value) {
        requireNames(child.rows(value));
        return child.rows(value).stream().map(this::added).toList();
    }

    private void requireNames(List<Row> rows) {
        long names = rows.stream()
                .map(row -> directory.name(child.encode(row, owner).getDN()))
                .distinct()
                .count();
        if (names < rows.size()) {
            throw new MappingException(
                    MappingException.Kind.DATA,
                    "two embedded records of a list have the same name, and their entries must differ in it",
                    Map.of("column", column));
        }
    }

    private Step added(Row row) {
        Entry entry = child.encode(row, owner);
        return step(entry.getDN(), new AddRequest(entry));
    }

    /** Returns the requests that remove entries. */
    List<Step> removing(List<Entry> entries) {
        return entries.stream()
                .map(Entry::getDN)
                .map(dn -> step(dn, new DeleteRequest(dn)))
                .toList();
    }

    /** Returns the requests that make of the entries that are there the ones of a value. */
    List<Step> changing(List<Entry> found, @Nullable Object value) {
        Map<DN, Entry> there = new LinkedHashMap<>();
        found.forEach(entry -> there.put(directory.name(entry.getDN()), entry));
        List<Row> wanted = child.rows(value);
        requireNames(wanted);
        if (!child.many() && there.size() == 1 && wanted.size() == 1) {
            change(found.get(0), wanted.get(0));
            return changed;
        }
        for (Row row : wanted) {
            Entry same = there.remove(directory.name(child.encode(row, owner).getDN()));
            if (same == null) {
                added.add(added(row));
            } else {
                change(same, row);
            }
        }
        List<Step> all = new ArrayList<>(removing(List.copyOf(there.values())));
        all.addAll(changed);
        all.addAll(added);
        return all;
    }

    private void change(Entry entry, Row wanted) {
        Row now = child.decode(entry);
        String dn = renamed(entry.getDN(), now, wanted);
        List<Assignment> assignments = new ArrayList<>();
        for (int slot : child.slots()) {
            if (!isNaming(slot) && !Values.equal(now.get(slot), wanted.get(slot))) {
                assignments.add(Assignment.set(path(slot), wanted.get(slot)));
            }
        }
        List<Modification> modifications =
                new Modifications(directory, child.entries(), Optional.of(now)).blind(assignments);
        if (!modifications.isEmpty()) {
            changed.add(step(dn, new ModifyRequest(dn, modifications)));
        }
    }

    private boolean isNaming(int slot) {
        return child.entries().naming().slots().contains(slot);
    }

    /** Adds a request for another name, or for the same one written otherwise, and returns the name. */
    private String renamed(String dn, Row now, Row wanted) {
        if (child.slots().stream().allMatch(slot -> !isNaming(slot) || Values.equal(now.get(slot), wanted.get(slot)))) {
            return dn;
        }
        String name = child.encode(wanted, owner).getDN();
        ModifyDNRequest request =
                new ModifyDNRequest(dn, String.valueOf(directory.name(name).getRDN()), /* deleteOldRDN= */ true);
        changed.add(step(name, request));
        return name;
    }

    private FieldPath path(int slot) {
        Layout.Slot field = child.entries().source().layout().slot(slot);
        return new FieldPath(List.of(new FieldPath.Slot(field.name(), field.source(), slot)), field.storage(), false);
    }
}
