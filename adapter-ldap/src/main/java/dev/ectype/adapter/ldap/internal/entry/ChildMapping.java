package dev.ectype.adapter.ldap.internal.entry;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.internal.server.Subschema;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.adapter.ldap.mapping.LdapMapping.Scope;
import dev.ectype.error.MappingException;
import dev.ectype.query.eval.Values;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the embedded records of one column stand as entries below their owner's.
 *
 * @param slot the column's slot in the owner's rows
 * @param many whether it is a list of records
 * @param entries how one of them stands; its names are relative to the owner's
 * @param subschema tells which object classes imply others
 */
public record ChildMapping(int slot, boolean many, EntryMapping entries, Subschema subschema) {

    static ChildMapping of(Source owner, int slot, LdapMapping said, Directory directory) {
        Layout.Slot field = owner.layout().slot(slot);
        boolean many = field.storage() instanceof Storage.ListOf;
        Storage element = field.storage() instanceof Storage.ListOf list ? list.element() : field.storage();
        if (!(element instanceof Storage.Embedded embedded)) {
            throw refused(field, "only embedded records of one kind, and lists of them, stand as entries");
        }
        if (said.base().isPresent()
                || said.scope() == Scope.SUBTREE
                || said.objectClasses().isEmpty()) {
            throw refused(field, "such entries stand directly below their owner's, told apart by their object classes");
        }
        if (said.naming().isEmpty()) {
            throw refused(
                    field, "something must name the entries: say namedBy(...) an attribute of the embedded record");
        }
        Source source = new Source(
                owner.name() + "." + field.name(),
                Optional.empty(),
                embedded.layout().get(),
                List.of(),
                List.of(),
                List.of(said.below("")));
        return new ChildMapping(slot, many, entries(field, EntryMapping.of(source, directory)), directory.subschema());
    }

    private static EntryMapping entries(Layout.Slot field, EntryMapping entries) {
        if (!entries.children().isEmpty()) {
            throw refused(
                    field, "entries below an owner's have none below them: say inJson() of what is embedded in them");
        }
        return entries;
    }

    private static MappingException refused(Layout.Slot field, String why) {
        return new MappingException(
                MappingException.Kind.USAGE,
                "a field cannot stand as entries below; " + why,
                Map.of("field", field.name()));
    }

    /** Returns the source of the column, by which violations name it. */
    public String source(EntryMapping owner) {
        return owner.source().layout().slot(slot).source();
    }

    /** Tells whether an entry below an owner's is one of this column. */
    public boolean isOne(Entry entry) {
        return hasClasses(List.of(entry.getObjectClassValues()));
    }

    /** Tells whether entries of another column would be taken for ones of this. */
    boolean isMistakenFor(ChildMapping other) {
        return hasClasses(other.entries.objectClasses());
    }

    private boolean hasClasses(List<String> objectClasses) {
        return subschema.withSuperiors(objectClasses).containsAll(subschema.withSuperiors(entries.objectClasses()));
    }

    /** Returns the rows in a value of the column. */
    public List<Row> rows(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return many
                ? ((List<?>) value)
                        .stream()
                                .map(row -> (Row) Objects.requireNonNull(row, "an embedded record"))
                                .toList()
                : List.of((Row) value);
    }

    /** Returns the entry of one row below an owner. */
    public Entry encode(Row row, String owner) {
        Entry relative = entries.encode(row);
        List<Attribute> attributes = new ArrayList<>(relative.getAttributes());
        return new Entry(relative.getDN() + "," + owner, attributes);
    }

    /** Returns the slots of one embedded record. */
    public List<Integer> slots() {
        return IntStream.range(0, entries.source().layout().size()).boxed().toList();
    }

    /** Returns the row of an entry. */
    public Row decode(Entry entry) {
        return entries.decode(entry, slots());
    }

    /**
     * Returns the value of the column for the entries below one owner.
     *
     * @throws MappingException if there are several and the column shows one
     */
    public @Nullable Object value(List<Entry> found) {
        if (many) {
            return found.stream().map(this::decode).sorted(byName()).toList();
        }
        if (found.size() > 1) {
            throw new MappingException(
                    MappingException.Kind.DATA,
                    "several entries stand where a record has one: make the column a list",
                    Map.of("column", entries.source()));
        }
        return found.isEmpty() ? null : decode(found.get(0));
    }

    private Comparator<Row> byName() {
        return (left, right) -> entries.naming().slots().stream()
                .mapToInt(name -> Values.compareNullLowest(left.get(name), right.get(name)))
                .filter(order -> order != 0)
                .findFirst()
                .orElse(0);
    }
}
