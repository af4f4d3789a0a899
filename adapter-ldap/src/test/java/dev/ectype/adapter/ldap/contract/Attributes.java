package dev.ectype.adapter.ldap.contract;

import dev.ectype.adapter.ldap.mapping.LdapColumn;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Layout.Slot;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;

/** Gives the sources of the kit attributes of their own, since a directory has one attribute type of a name and not many. */
final class Attributes {
    private Attributes() {}

    static Source adapt(Source source) {
        List<Slot> slots = new ArrayList<>();
        LdapMapping mapping = LdapMapping.of(name(source.name()));
        for (Slot slot : source.layout().slots()) {
            String attribute = name(source.name() + "-" + slot.name());
            slots.add(new Slot(slot.name(), attribute, slot.storage()));
            if (hasParts(slot.storage())) {
                mapping = mapping.column(attribute, LdapColumn.PLAIN.inJson());
            }
        }
        Layout layout = new Layout(slots);
        List<Source.Index> indexes = source.indexes().stream()
                .map(index -> new Source.Index(index.name(), renamed(index.fields(), layout), index.unique()))
                .toList();
        return new Source(source.name(), source.prefix(), layout, source.key(), indexes, List.of(mapping));
    }

    private static String name(String text) {
        return "tck-" + text.replaceAll("[^A-Za-z0-9]+", "-");
    }

    private static boolean hasParts(Storage storage) {
        return !(storage instanceof Storage.Scalar || storage instanceof Storage.SetOf)
                || storage == Storage.Scalar.ANY;
    }

    private static List<FieldPath> renamed(List<FieldPath> fields, Layout layout) {
        return fields.stream()
                .map(path -> {
                    Slot slot = layout.slot(path.slot());
                    return new FieldPath(
                            List.of(new FieldPath.Slot(slot.name(), slot.source(), path.slot())),
                            slot.storage(),
                            false);
                })
                .toList();
    }
}
