package dev.ectype.adapter.ldap.internal.entry;

import dev.ectype.adapter.ldap.internal.entry.AttributeColumn.Values;
import dev.ectype.adapter.ldap.internal.server.AttributeFacts;
import dev.ectype.adapter.ldap.internal.server.Subschema;
import dev.ectype.adapter.ldap.internal.value.Codecs;
import dev.ectype.adapter.ldap.internal.value.JsonCodec;
import dev.ectype.adapter.ldap.mapping.LdapColumn;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.error.MappingException;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Storage;
import java.util.Map;

/** Decides how each slot of a layout stands as an attribute, and refuses those that need to be told how. */
final class ColumnFactory {
    private final LdapMapping mapping;
    private final Subschema subschema;

    ColumnFactory(LdapMapping mapping, Subschema subschema) {
        this.mapping = mapping;
        this.subschema = subschema;
    }

    AttributeColumn column(Layout.Slot slot) {
        String attribute = mapping.attributeOf(slot.source());
        LdapColumn said = mapping.columnOf(attribute);
        AttributeFacts facts = subschema.attribute(attribute);
        if (said.encoding() == LdapColumn.Encoding.JSON) {
            return new AttributeColumn(slot.name(), attribute, facts, said, new JsonCodec(slot.storage()), Values.ONE);
        }
        if (said.encoding() == LdapColumn.Encoding.ENTRIES) {
            return new AttributeColumn(slot.name(), attribute, facts, said, Codecs.NONE, Values.ENTRIES);
        }
        Storage element = element(slot, said);
        if (!(element instanceof Storage.Scalar scalar) || scalar == Storage.Scalar.ANY) {
            throw refused(
                    slot,
                    "its value has parts, and an attribute value has none: say inJson() or inEntries() of the column");
        }
        return new AttributeColumn(
                slot.name(), attribute, facts, said, Codecs.of(scalar, facts.isTime()), values(slot));
    }

    private static Storage element(Layout.Slot slot, LdapColumn said) {
        if (slot.storage() instanceof Storage.SetOf set) {
            return set.element();
        }
        if (!(slot.storage() instanceof Storage.ListOf list)) {
            return slot.storage();
        }
        if (said.encoding() != LdapColumn.Encoding.SORTED_VALUES) {
            throw refused(
                    slot,
                    "a directory keeps no order of values: make it a set, or say inSortedValues() or inJson() of the"
                            + " column");
        }
        return list.element();
    }

    private static Values values(Layout.Slot slot) {
        if (slot.storage() instanceof Storage.SetOf) {
            return Values.SET;
        }
        return slot.storage() instanceof Storage.ListOf ? Values.LIST : Values.ONE;
    }

    private static MappingException refused(Layout.Slot slot, String why) {
        return new MappingException(
                MappingException.Kind.USAGE,
                "a field cannot stand as an attribute; " + why,
                Map.of("field", slot.name(), "attribute", slot.source()));
    }
}
