package dev.ectype.adapter.ldap.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How the records of one schema stand as entries: a hint of a schema to this adapter. Attribute names are the sources of
 * its fields, unless {@link #attribute} says another; a source {@code dn} is the entry's name itself. Immutable.
 *
 * @param base the entry below which the records live; empty for {@code ou=<source>} below the adapter's own base
 * @param scope how far below
 * @param objectClasses the object classes of an entry; a query finds those that have all of them
 * @param naming the attributes that make the first part of the name; empty for the primary key's
 * @param columns what is said of single attributes, by their lower-case name
 * @param attributes the attributes of sources that are called otherwise
 * @param copies further attributes that get the value of another, by their name
 */
public record LdapMapping(
        Optional<String> base,
        Scope scope,
        List<String> objectClasses,
        List<String> naming,
        Map<String, LdapColumn> columns,
        Map<String, String> attributes,
        Map<String, String> copies) {

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
        attributes = Map.copyOf(attributes);
        copies = Map.copyOf(copies);
    }

    /** Returns the mapping to entries of these object classes, directly below {@code ou=<source>}. */
    public static LdapMapping of(String... objectClasses) {
        return new LdapMapping(
                Optional.empty(), Scope.CHILDREN, List.of(objectClasses), List.of(), Map.of(), Map.of(), Map.of());
    }

    /** Returns the same below an entry with this name. */
    public LdapMapping below(String baseDn) {
        return new LdapMapping(Optional.of(baseDn), scope, objectClasses, naming, columns, attributes, copies);
    }

    /** Returns the same at any depth below the base. */
    public LdapMapping atAnyDepth() {
        return new LdapMapping(base, Scope.SUBTREE, objectClasses, naming, columns, attributes, copies);
    }

    /** Returns the same, with names made of these attributes. */
    public LdapMapping namedBy(String... names) {
        return new LdapMapping(base, scope, objectClasses, List.of(names), columns, attributes, copies);
    }

    /** Returns the same, with more said of one attribute. */
    public LdapMapping column(String attribute, LdapColumn column) {
        Map<String, LdapColumn> all = new LinkedHashMap<>(columns);
        all.put(attribute.toLowerCase(Locale.ROOT), Objects.requireNonNull(column, "column"));
        return new LdapMapping(base, scope, objectClasses, naming, all, attributes, copies);
    }

    /** Returns what is said of an attribute. */
    public LdapColumn columnOf(String attribute) {
        return columns.getOrDefault(attribute.toLowerCase(Locale.ROOT), LdapColumn.PLAIN);
    }

    /** Returns the same, with an attribute for the field of a source, where the two have different names. */
    public LdapMapping attribute(String source, String attribute) {
        return new LdapMapping(
                base, scope, objectClasses, naming, columns, with(attributes, source, attribute), copies);
    }

    /**
     * Returns the same, with the value of an attribute written to another one as well, such as one that an object class
     * requires and no field has; it is never read.
     */
    public LdapMapping alsoAs(String attribute, String copy) {
        return new LdapMapping(base, scope, objectClasses, naming, columns, attributes, with(copies, copy, attribute));
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    /** Returns the attribute of a source. */
    public String attributeOf(String source) {
        return attributes.getOrDefault(source, source);
    }

    /** Returns the attributes that get the value of another. */
    public List<String> copiesOf(String attribute) {
        if (copies.isEmpty()) {
            return List.of();
        }
        return copies.entrySet().stream()
                .filter(copy -> copy.getValue().equalsIgnoreCase(attribute))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
