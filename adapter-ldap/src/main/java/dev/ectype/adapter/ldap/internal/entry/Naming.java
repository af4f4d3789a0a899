package dev.ectype.adapter.ldap.internal.entry;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.error.MappingException;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How entries of a source are named, and how a key leads to a name. Names are built by the driver's own escaping.
 */
public final class Naming {
    private final DN base;
    private final String baseText;
    private final List<AttributeColumn> columns;
    private final List<Integer> slots;
    private final List<Integer> key;
    private final boolean keyIsName;
    private final boolean direct;

    private Naming(Source source, List<AttributeColumn> columns, List<Integer> slots, DN base, boolean direct) {
        this.base = base;
        this.baseText = base.toString();
        this.columns = columns;
        this.slots = slots;
        this.key = source.key();
        this.keyIsName = key.size() == 1 && columns.get(key.get(0)).isName();
        this.direct = direct;
    }

    static Naming of(Source source, LdapMapping mapping, List<AttributeColumn> columns, DN base) {
        List<Integer> slots = mapping.naming().isEmpty()
                ? source.key()
                : mapping.naming().stream().map(name -> slotOf(name, columns)).toList();
        return new Naming(source, columns, slots, base, mapping.scope() == LdapMapping.Scope.CHILDREN);
    }

    private static int slotOf(String attribute, List<AttributeColumn> columns) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).attribute().equalsIgnoreCase(attribute))
                .findFirst()
                .orElseThrow(() -> new MappingException(
                        MappingException.Kind.USAGE,
                        "entries can only be named by an attribute that is the source of a field",
                        Map.of("attribute", attribute)));
    }

    /** Returns the entry below which the others stand. */
    public DN base() {
        return base;
    }

    /** Tells whether the key is the entry's whole name. */
    public boolean keyIsName() {
        return keyIsName;
    }

    /** Tells whether a column is a part of the name. */
    public boolean isNaming(AttributeColumn column) {
        return slots.stream().anyMatch(slot -> columns.get(slot).equals(column));
    }

    /** Returns the slots of the naming attributes. */
    public List<Integer> slots() {
        return slots;
    }

    /** Tells whether a name follows from a key. */
    public boolean followsFromKey() {
        return keyIsName || (direct && !slots.isEmpty() && key.containsAll(slots));
    }

    /** Returns the name for a row, if each naming attribute has a value. */
    public Optional<DN> of(Row row) {
        if (keyIsName) {
            return Optional.ofNullable(row.get(key.get(0))).map(name -> Bases.parse((String) name));
        }
        return below(slots.stream().map(row::get).toArray());
    }

    /** Returns the same as a text. */
    Optional<String> textOf(Row row) {
        if (keyIsName) {
            return of(row).map(DN::toString);
        }
        return relative(slots.stream().map(row::get).toArray())
                .map(rdn -> baseText.isEmpty() ? rdn.toString() : rdn + "," + baseText);
    }

    /** Returns the name for a key, if it follows from it. */
    public Optional<DN> ofKey(List<Object> values) {
        if (keyIsName) {
            return Optional.of(Bases.parse((String) values.get(0)));
        }
        if (!followsFromKey()) {
            return Optional.empty();
        }
        return below(slots.stream().map(slot -> values.get(key.indexOf(slot))).toArray());
    }

    private Optional<DN> below(@Nullable Object[] values) {
        return relative(values).map(rdn -> new DN(rdn, base));
    }

    /** Returns the first part of a name, from the values of the naming attributes. */
    public Optional<RDN> relative(@Nullable Object[] values) {
        String[] names = new String[values.length];
        byte[][] encoded = new byte[values.length][];
        for (int i = 0; i < values.length; i++) {
            AttributeColumn column = columns.get(slots.get(i));
            Object value = values[i];
            if (value == null || AttributeColumn.isAbsent(value)) {
                return Optional.empty();
            }
            ASN1OctetString octets = column.codec().encode(value);
            names[i] = column.attribute();
            encoded[i] = octets.getValue();
        }
        return names.length == 0 ? Optional.empty() : Optional.of(new RDN(names, encoded));
    }
}
