package dev.ectype.adapter.ldap.internal.entry;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import dev.ectype.adapter.ldap.internal.server.AttributeFacts;
import dev.ectype.adapter.ldap.internal.value.JsonCodec;
import dev.ectype.adapter.ldap.internal.value.UnreadableValueException;
import dev.ectype.adapter.ldap.internal.value.ValueCodec;
import dev.ectype.adapter.ldap.mapping.LdapColumn;
import dev.ectype.error.MappingException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One slot of a row as an attribute of an entry. An empty text, list or set is an absent attribute, unless it is written as
 * JSON: a directory has no other way to say it.
 *
 * @param field the field's name
 * @param attribute the attribute, with its options
 * @param facts what the server says of its type
 * @param column what the schema says of it
 * @param codec writes and reads one value of it
 * @param values how many there are
 */
public record AttributeColumn(
        String field, String attribute, AttributeFacts facts, LdapColumn column, ValueCodec codec, Values values) {
    /** The source by which a field is the name of the entry. */
    public static final String DN = "dn";

    /** How many values an attribute has, and what they make together. */
    public enum Values {
        /** One. */
        ONE,
        /** The elements of a set. */
        SET,
        /** The elements of a list, whose order is not kept. */
        LIST,
        /** None: what the column holds stands in entries below. */
        ENTRIES
    }

    /** Tells whether the slot is the entry's name and no attribute. */
    public boolean isName() {
        return attribute.equalsIgnoreCase(DN);
    }

    /** Tells whether what the column holds stands in entries below, and in no attribute. */
    public boolean isEntries() {
        return values == Values.ENTRIES;
    }

    /** Tells whether the value is written as JSON. */
    public boolean isJson() {
        return codec instanceof JsonCodec;
    }

    /** Tells whether an entry has at most one value of the attribute, as far as records can show. */
    public boolean isScalar() {
        return values == Values.ONE && (facts.singleValued() || !column.firstOfMany());
    }

    /** Tells whether a value is written as an absent attribute. */
    public static boolean isAbsent(@Nullable Object value) {
        return value == null
                || (value instanceof String text && text.isEmpty())
                || (value instanceof Collection<?> elements && elements.isEmpty());
    }

    /** Returns the attribute for a value, or nothing for one that is written as an absent attribute. */
    public Optional<Attribute> encode(@Nullable Object value) {
        return value == null || isEntries() || (!isJson() && isAbsent(value))
                ? Optional.empty()
                : Optional.of(new Attribute(attribute, encodeAll(value)));
    }

    private ASN1OctetString[] encodeAll(Object value) {
        if (values == Values.ONE) {
            return new ASN1OctetString[] {codec.encode(value)};
        }
        Collection<?> elements = (Collection<?>) value;
        Set<ASN1OctetString> encoded = new LinkedHashSet<>();
        elements.forEach(element -> encoded.add(encodeElement(element)));
        if (encoded.size() < elements.size()) {
            throw refused("an attribute has no value twice: leave equal elements out, or write the column as JSON");
        }
        return encoded.toArray(ASN1OctetString[]::new);
    }

    private MappingException refused(String why) {
        return new MappingException(MappingException.Kind.DATA, why, Map.of("field", field, "attribute", attribute));
    }

    /** Returns one value of the attribute. */
    public ASN1OctetString encodeElement(@Nullable Object element) {
        if (element == null || (element instanceof String text && text.isEmpty())) {
            throw refused("an attribute has no empty values: leave such elements out, or write the column as JSON");
        }
        return codec.encode(element);
    }

    /**
     * Returns the value that an entry has, or null.
     *
     * @throws MappingException if it is none that the column can show
     */
    public @Nullable Object decode(Entry entry) {
        if (isName()) {
            return entry.getDN();
        }
        if (isEntries()) {
            return null;
        }
        Attribute found = entry.getAttribute(attribute);
        ASN1OctetString[] raw = found == null ? new ASN1OctetString[0] : found.getRawValues();
        return raw.length == 0 ? null : decode(raw);
    }

    private Object decode(ASN1OctetString[] raw) {
        try {
            if (values != Values.ONE) {
                return Elements.decode(this, raw);
            }
            if (raw.length > 1 && !column.firstOfMany()) {
                throw new UnreadableValueException(
                        "one value but there are several: make the column a set, or say showingFirst() of it");
            }
            return codec.decode(raw[0]);
        } catch (UnreadableValueException e) {
            throw new MappingException(
                    MappingException.Kind.DATA,
                    "an entry holds what its column cannot show",
                    Map.of("attribute", attribute, "expected", String.valueOf(e.getMessage())),
                    false,
                    e);
        }
    }
}
