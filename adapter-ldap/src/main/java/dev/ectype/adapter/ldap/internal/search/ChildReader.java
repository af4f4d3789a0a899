package dev.ectype.adapter.ldap.internal.search;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchScope;
import dev.ectype.adapter.ldap.internal.entry.ChildMapping;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.search.LdapPlan.Target;
import dev.ectype.adapter.ldap.internal.search.Sorting.Part;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.error.StoreException;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gathers the entries below records, for all records of a page and all columns in one search. Below several owners, OpenLDAP
 * is asked for those below these; other servers, of which it is not known whether they compare parts of names, for all
 * below the base.
 */
public final class ChildReader {
    private final Directory directory;
    private final EntryMapping owner;
    private final List<ChildMapping> children;
    private final long deadline;

    private ChildReader(Directory directory, EntryMapping owner, List<ChildMapping> children, long deadline) {
        this.directory = directory;
        this.owner = owner;
        this.children = children;
        this.deadline = deadline;
    }

    /** Creates a reader of what the slots need; it asks nothing if they need nothing. */
    static ChildReader of(Directory directory, EntryMapping owner, Collection<Integer> slots, long deadline) {
        return new ChildReader(directory, owner, owner.children(slots), deadline);
    }

    /** Creates a reader for one call. */
    public static ChildReader of(
            Directory directory, EntryMapping owner, Collection<Integer> slots, CallOptions options) {
        return of(directory, owner, slots, directory.deadline(options));
    }

    /**
     * The entries found below owners.
     *
     * @param directory tells which names are the same
     * @param children the columns they are of
     * @param byOwner the entries, by the name of the one above
     */
    public record Gathered(Directory directory, List<ChildMapping> children, Map<DN, List<Entry>> byOwner) {

        /** Returns a row with what stands below its entry. */
        public Row complete(Entry entry, Row row) {
            Row whole = row;
            for (ChildMapping child : children) {
                whole = whole.with(child.slot(), child.value(of(child, entry.getDN())));
            }
            return whole;
        }

        /** Returns the entries of one column below an owner. */
        public List<Entry> of(ChildMapping child, String dn) {
            return byOwner.getOrDefault(directory.name(dn), List.of()).stream()
                    .filter(child::isOne)
                    .toList();
        }

        /** Returns the entries below an owner that are of no column. */
        public List<Entry> others(String dn) {
            return byOwner.getOrDefault(directory.name(dn), List.of()).stream()
                    .filter(entry -> children.stream().noneMatch(child -> child.isOne(entry)))
                    .toList();
        }
    }

    /** Returns what is below these entries. */
    public Gathered below(List<? extends Entry> owners) {
        Map<DN, List<Entry>> byOwner = new HashMap<>();
        if (!children.isEmpty() && !owners.isEmpty()) {
            search(target(owners), filter(owners), byOwner);
        }
        return new Gathered(directory, children, byOwner);
    }

    /** Returns all directly below one entry, whatever it is. */
    public Gathered allBelow(String dn) {
        Map<DN, List<Entry>> byOwner = new HashMap<>();
        Target target = new Target(directory.name(dn), SearchScope.ONE, Access.KEY, false);
        search(target, Filter.createPresenceFilter("objectClass"), byOwner);
        return new Gathered(directory, children, byOwner);
    }

    private void search(Target target, Filter filter, Map<DN, List<Entry>> byOwner) {
        Part part = new Part(Optional.of(filter), List.of());
        LdapPlan plan = new LdapPlan(children.get(0).entries(), target, List.of(part), Window.ALL, false, List.of());
        try (Pages pages = new Pages(directory, plan, part, attributes(), deadline)) {
            while (!pages.isDone()) {
                for (Entry entry : pages.next(directory.options().pageSize(), false)) {
                    DN above = directory.name(entry.getDN()).getParent();
                    byOwner.computeIfAbsent(above, key -> new ArrayList<>()).add(entry);
                }
            }
            requireWhole(pages);
        }
    }

    private void requireWhole(Pages pages) {
        if (pages.isLimited()) {
            throw new StoreException(
                    "a limit of the server cut short what stands below records: ask for fewer",
                    Map.of("source", owner.source()),
                    StoreException.Outcome.NOT_DONE,
                    false,
                    null);
        }
    }

    private String[] attributes() {
        Set<String> names = new TreeSet<>(Set.of("objectClass"));
        children.forEach(child -> names.addAll(List.of(child.entries().attributes(child.slots()))));
        return names.toArray(String[]::new);
    }

    private Target target(List<? extends Entry> owners) {
        return owners.size() == 1
                ? new Target(directory.name(owners.get(0).getDN()), SearchScope.ONE, Access.KEY, false)
                : new Target(owner.naming().base(), SearchScope.SUB, Access.INDEX, false);
    }

    private Filter filter(List<? extends Entry> owners) {
        Filter classes = Filter.createORFilter(
                children.stream().map(child -> child.entries().sourceFilter()).toList());
        if (owners.size() == 1 || !directory.isOpenLdap()) {
            return classes;
        }
        return Filter.createANDFilter(
                classes,
                Filter.createORFilter(owners.stream().map(this::isBelow).toList()));
    }

    /** The first part of an owner's name is a part of the names below it; the server may find others, which are dropped. */
    private Filter isBelow(Entry above) {
        RDN first = directory.name(above.getDN()).getRDN();
        byte[][] values = first.getByteArrayAttributeValues();
        return Filter.createExtensibleMatchFilter(first.getAttributeNames()[0], null, true, values[0]);
    }
}
