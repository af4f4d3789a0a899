package dev.ectype.adapter.ldap.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How the records of one schema stand as entries: a hint of a schema to this adapter. Attribute names are the sources of
 * its fields; a source {@code dn} is the entry's name itself. Immutable.
 *
 * @param base the entry below which the records live; empty for {@code ou=<source>} below the adapter's own base
 * @param scope how far below
 * @param objectClasses the object classes of an entry; a query finds those that have all of them
 * @param naming the attributes that make the first part of the name; empty for the primary key's
 * @param columns what is said of single attributes, by their lower-case name
 */
public record LdapMapping(
        Optional<String> base,
        Scope scope,
        List<String> objectClasses,
        List<String> naming,
        Map<String, LdapColumn> columns) {

    /** How far below their base records live. */
    public enum Scope {
        /** Directly below: the name of an entry follows from its naming attributes, so that reading by key is cheap. */
        CHILDREN,
        /** At any depth; new entries are added directly below. */
        SUBTREE
    }

    /** Copies the collections. */
    public LdapMapping {
        objectClasses = List.copyOf(objectClasses);
        naming = List.copyOf(naming);
        columns = Map.copyOf(columns);
    }

    /** Returns the mapping to entries of these object classes, directly below {@code ou=<source>}. */
    public static LdapMapping of(String... objectClasses) {
        return new LdapMapping(Optional.empty(), Scope.CHILDREN, List.of(objectClasses), List.of(), Map.of());
    }

    /** Returns the same below an entry with this name. */
    public LdapMapping below(String baseDn) {
        return new LdapMapping(Optional.of(baseDn), scope, objectClasses, naming, columns);
    }

    /** Returns the same at any depth below the base. */
    public LdapMapping atAnyDepth() {
        return new LdapMapping(base, Scope.SUBTREE, objectClasses, naming, columns);
    }

    /** Returns the same, with names made of these attributes. */
    public LdapMapping namedBy(String... attributes) {
        return new LdapMapping(base, scope, objectClasses, List.of(attributes), columns);
    }

    /** Returns the same, with more said of one attribute. */
    public LdapMapping column(String attribute, LdapColumn column) {
        Map<String, LdapColumn> all = new LinkedHashMap<>(columns);
        all.put(attribute.toLowerCase(Locale.ROOT), Objects.requireNonNull(column, "column"));
        return new LdapMapping(base, scope, objectClasses, naming, all);
    }

    /** Returns what is said of an attribute. */
    public LdapColumn columnOf(String attribute) {
        return columns.getOrDefault(attribute.toLowerCase(Locale.ROOT), LdapColumn.PLAIN);
    }
}
