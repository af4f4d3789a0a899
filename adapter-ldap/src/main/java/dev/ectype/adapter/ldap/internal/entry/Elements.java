package dev.ectype.adapter.ldap.internal.entry;

import com.unboundid.asn1.ASN1OctetString;
import dev.ectype.query.eval.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The values of an attribute as a set, or as a list in ascending order. */
final class Elements {
    private Elements() {}

    static Object decode(AttributeColumn column, ASN1OctetString[] raw) {
        if (column.values() == AttributeColumn.Values.LIST) {
            List<Object> list = new ArrayList<>(raw.length);
            for (ASN1OctetString value : raw) {
                list.add(column.codec().decode(value));
            }
            list.sort(Values::compareNullLowest);
            return list;
        }
        Set<Object> set = new LinkedHashSet<>();
        for (ASN1OctetString value : raw) {
            set.add(column.codec().decode(value));
        }
        return set;
    }
}
