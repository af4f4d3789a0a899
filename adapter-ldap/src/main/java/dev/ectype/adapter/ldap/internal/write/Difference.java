package dev.ectype.adapter.ldap.internal.write;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.ectype.adapter.ldap.internal.entry.AttributeColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What makes the values of an attribute others, by name, so that values which nobody here knows of stay.
 *
 * @param attribute the attribute
 * @param gone the values that go
 * @param come the values that come
 */
record Difference(String attribute, Set<ASN1OctetString> gone, Set<ASN1OctetString> come) {

    static Difference of(AttributeColumn column, @Nullable Object before, Collection<?> after) {
        Set<ASN1OctetString> gone = encoded(column, before);
        Set<ASN1OctetString> come = encoded(column, after);
        Set<ASN1OctetString> common = new LinkedHashSet<>(gone);
        common.retainAll(come);
        gone.removeAll(common);
        come.removeAll(common);
        return new Difference(column.attribute(), gone, come);
    }

    /** Returns the values of a set or list; what a directory has no value for was never among them. */
    private static Set<ASN1OctetString> encoded(AttributeColumn column, @Nullable Object elements) {
        Set<ASN1OctetString> values = new LinkedHashSet<>();
        if (elements instanceof Collection<?> collection) {
            collection.stream()
                    .filter(element -> !AttributeColumn.isAbsent(element))
                    .forEach(element -> values.add(column.encodeElement(element)));
        }
        return values;
    }

    /** Returns what is left to do where the attribute has these values now. */
    Difference from(AttributeColumn column, @Nullable Object now) {
        Set<ASN1OctetString> there = encoded(column, now);
        Set<ASN1OctetString> stillGone = new LinkedHashSet<>(gone);
        stillGone.retainAll(there);
        Set<ASN1OctetString> stillCome = new LinkedHashSet<>(come);
        stillCome.removeAll(there);
        return new Difference(attribute, stillGone, stillCome);
    }

    boolean isNothing() {
        return gone.isEmpty() && come.isEmpty();
    }

    /** Returns the removal first: the server may take a value that goes and one that comes for the same. */
    List<Modification> modifications() {
        List<Modification> all = new ArrayList<>();
        add(ModificationType.DELETE, gone, all);
        add(ModificationType.ADD, come, all);
        return all;
    }

    private void add(ModificationType type, Set<ASN1OctetString> values, List<Modification> all) {
        if (!values.isEmpty()) {
            all.add(new Modification(type, attribute, values.toArray(ASN1OctetString[]::new)));
        }
    }
}
