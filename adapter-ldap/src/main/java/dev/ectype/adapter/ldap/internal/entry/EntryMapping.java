package dev.ectype.adapter.ldap.internal.entry;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.error.MappingException;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one source stand as entries of one directory. Immutable; made once for each source.
 */
public final class EntryMapping {
    private final Source source;
    private final LdapMapping mapping;
    private final List<AttributeColumn> columns;
    private final Naming naming;
    private final Filter sourceFilter;
    private final Set<String> required;
    private final List<ChildMapping> children;

    private EntryMapping(Source source, LdapMapping mapping, Directory directory) {
        this.source = source;
        this.mapping = mapping;
        ColumnFactory factory = new ColumnFactory(mapping, directory.subschema());
        this.columns = source.layout().slots().stream().map(factory::column).toList();
        this.naming = Naming.of(source, mapping, columns, Bases.of(source, mapping, directory.options()));
        this.sourceFilter = classes(mapping.objectClasses());
        this.required = directory.subschema().requiredBy(mapping.objectClasses());
        this.children = children(directory);
    }

    private List<ChildMapping> children(Directory directory) {
        List<ChildMapping> all = new ArrayList<>();
        for (int slot = 0; slot < columns.size(); slot++) {
            Optional<LdapMapping> said = columns.get(slot).column().entries();
            if (said.isPresent()) {
                all.add(ChildMapping.of(source, slot, said.get(), directory));
            }
        }
        if (!all.isEmpty() && mapping.scope() == LdapMapping.Scope.SUBTREE) {
            throw untold("records at any depth cannot have entries below them: nothing would tell the two apart");
        }
        for (ChildMapping one : all) {
            if (all.stream().anyMatch(other -> other.slot() != one.slot() && one.isMistakenFor(other))) {
                throw untold(
                        "two columns stand as entries with the same object classes: nothing would tell them apart");
            }
        }
        return List.copyOf(all);
    }

    private MappingException untold(String why) {
        return new MappingException(MappingException.Kind.USAGE, why, Map.of("source", source));
    }

    /**
     * Returns the mapping of a source.
     *
     * @throws MappingException if a field cannot stand as an attribute, or the place is not known
     */
    public static EntryMapping of(Source source, Directory directory) {
        source.indexes().stream().filter(Source.Index::isPartial).findFirst().ifPresent(index -> {
            throw new MappingException(
                    MappingException.Kind.UNSUPPORTED,
                    "a directory has no indexes of some entries only; leave the condition out",
                    Map.of("source", source, "index", index.name()));
        });
        LdapMapping said = source.hint(LdapMapping.class).orElseGet(LdapMapping::of);
        return new EntryMapping(source, said, directory);
    }

    private static Filter classes(List<String> objectClasses) {
        List<Filter> all = objectClasses.stream()
                .filter(name -> !name.equalsIgnoreCase("top"))
                .map(name -> Filter.createEqualityFilter("objectClass", name))
                .toList();
        if (all.isEmpty()) {
            return Filter.createPresenceFilter("objectClass");
        }
        return all.size() == 1 ? all.get(0) : Filter.createANDFilter(all);
    }

    /** Returns the columns that stand as entries below. */
    public List<ChildMapping> children() {
        return children;
    }

    /** Returns those of these slots that stand as entries below. */
    public List<ChildMapping> children(Collection<Integer> slots) {
        return children.isEmpty()
                ? List.of()
                : children.stream()
                        .filter(child -> slots.contains(child.slot()))
                        .toList();
    }

    /** Returns the source. */
    public Source source() {
        return source;
    }

    /** Returns the object classes of an entry. */
    public List<String> objectClasses() {
        return mapping.objectClasses();
    }

    /** Returns how entries are named. */
    public Naming naming() {
        return naming;
    }

    /** Returns the filter that tells the entries of the source from others below the same base. */
    public Filter sourceFilter() {
        return sourceFilter;
    }

    /** Returns the scope of a search for all entries. */
    public LdapMapping.Scope scope() {
        return mapping.scope();
    }

    /** Returns how one slot stands. */
    public AttributeColumn column(int slot) {
        return columns.get(slot);
    }

    /** Tells whether every entry of the source has a value in a slot. */
    public boolean isAlwaysThere(int slot) {
        AttributeColumn column = columns.get(slot);
        String name = column.attribute().toLowerCase(Locale.ROOT);
        return required.contains(name) || naming.isNaming(column) || column.isName();
    }

    /** Returns the names of the attributes to ask for. */
    public String[] attributes(Collection<Integer> slots) {
        Set<String> names = new TreeSet<>();
        for (int slot : slots) {
            if (!columns.get(slot).isName() && !columns.get(slot).isEntries()) {
                names.add(columns.get(slot).attribute());
            }
        }
        return names.isEmpty() ? new String[] {"1.1"} : names.toArray(String[]::new);
    }

    /** Returns the row of an entry, with at least the given slots. */
    public Row decode(Entry entry, Collection<Integer> slots) {
        Layout layout = source.layout();
        @Nullable Object[] values = new @Nullable Object[layout.size()];
        for (int slot : slots) {
            values[slot] = columns.get(slot).decode(entry);
        }
        return Row.over(layout, values);
    }

    /** Returns the entry for a row: its name, its object classes and its attributes. */
    public Entry encode(Row row) {
        String name = naming.textOf(row).orElseThrow(() -> unnamed(source));
        List<Attribute> attributes = new ArrayList<>(columns.size() + 1);
        attributes.add(new Attribute("objectClass", requireClasses()));
        for (int slot = 0; slot < columns.size(); slot++) {
            AttributeColumn column = columns.get(slot);
            if (!column.isName()) {
                column.encode(row.get(slot)).ifPresent(attribute -> addWithCopies(attribute, attributes));
            }
        }
        return new Entry(name, attributes);
    }

    private void addWithCopies(Attribute attribute, List<Attribute> attributes) {
        attributes.add(attribute);
        copiesOf(attribute.getName()).forEach(copy -> attributes.add(new Attribute(copy, attribute.getRawValues())));
    }

    /** Returns the attributes that get the value of another as well. */
    public List<String> copiesOf(String attribute) {
        return mapping.copiesOf(attribute);
    }

    private List<String> requireClasses() {
        if (mapping.objectClasses().isEmpty()) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "an entry needs object classes: give the schema an LdapMapping that names them",
                    Map.of("source", source));
        }
        return mapping.objectClasses();
    }

    private static MappingException unnamed(Source source) {
        return new MappingException(
                MappingException.Kind.DATA,
                "an entry is named by attributes that must have a value",
                Map.of("source", source));
    }

    /** Returns the sources of required attributes that a row has no value for. */
    public List<String> missingFrom(Row row) {
        List<String> missing = new ArrayList<>();
        for (int slot = 0; slot < columns.size(); slot++) {
            AttributeColumn column = columns.get(slot);
            if (required.contains(column.attribute().toLowerCase(Locale.ROOT))
                    && AttributeColumn.isAbsent(row.get(slot))) {
                missing.add(source.layout().slot(slot).source());
            }
        }
        return missing;
    }

    /** Returns the name of the entry with a key, if it follows from the key. */
    public Optional<DN> nameOfKey(List<Object> key) {
        return naming.ofKey(key);
    }
}
