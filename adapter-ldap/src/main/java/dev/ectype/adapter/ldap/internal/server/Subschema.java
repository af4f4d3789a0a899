package dev.ectype.adapter.ldap.internal.server;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassType;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The attribute types and object classes of a directory. Safe for use by several threads. */
public final class Subschema {
    private final Schema schema;
    private final boolean fineTimes;
    private final Map<String, AttributeFacts> facts = new ConcurrentHashMap<>();

    /**
     * Reads facts from a schema.
     *
     * @param fineTimes whether the server compares times to the microsecond
     */
    public Subschema(Schema schema, boolean fineTimes) {
        this.schema = schema;
        this.fineTimes = fineTimes;
    }

    /** Returns the schema itself. */
    public Schema schema() {
        return schema;
    }

    /** Returns the facts of an attribute, whose name may have options. */
    public AttributeFacts attribute(String name) {
        return facts.computeIfAbsent(Attribute.getBaseName(name).toLowerCase(Locale.ROOT), this::read);
    }

    private AttributeFacts read(String name) {
        AttributeTypeDefinition type = schema.getAttributeType(name);
        return type == null ? AttributeFacts.UNKNOWN : AttributeFacts.of(type, schema, fineTimes);
    }

    /** Returns the name of the entry that holds the definitions. */
    public String dn() {
        return schema.getSchemaEntry().getDN();
    }

    /** Returns an attribute's name without its options. */
    public static String baseName(String attribute) {
        return Attribute.getBaseName(attribute);
    }

    /** Tells whether the server has an object class. */
    public boolean hasObjectClass(String name) {
        return schema.getObjectClass(name) != null;
    }

    /** Tells whether an object class that the server has says what an entry is. */
    public boolean isStructural(String name) {
        ObjectClassDefinition type = schema.getObjectClass(name);
        return type != null && type.getObjectClassType(schema) == ObjectClassType.STRUCTURAL;
    }

    /** Returns object classes with all above them, by one name each, in lower case; those that the server lacks as they are. */
    public Set<String> withSuperiors(Collection<String> objectClasses) {
        Set<String> names = new HashSet<>();
        for (String name : objectClasses) {
            ObjectClassDefinition type = schema.getObjectClass(name);
            names.add((type == null ? name : type.getNameOrOID()).toLowerCase(Locale.ROOT));
            if (type != null) {
                type.getSuperiorClasses(schema, true)
                        .forEach(above -> names.add(above.getNameOrOID().toLowerCase(Locale.ROOT)));
            }
        }
        return names;
    }

    /** Tells whether one of the object classes lets an entry have an attribute. */
    public boolean allows(Collection<String> objectClasses, String attribute) {
        AttributeTypeDefinition wanted = schema.getAttributeType(baseName(attribute));
        return wanted != null
                && objectClasses.stream()
                        .map(schema::getObjectClass)
                        .filter(Objects::nonNull)
                        .anyMatch(type -> type.hasNameOrOID("extensibleObject")
                                || type.getRequiredAttributes(schema, true).contains(wanted)
                                || type.getOptionalAttributes(schema, true).contains(wanted));
    }

    /** Returns the attributes that entries of these object classes must have, with all names they go by, in lower case. */
    public Set<String> requiredBy(Collection<String> objectClasses) {
        Set<String> names = new HashSet<>();
        requiredAttributes(objectClasses).forEach(names::addAll);
        return names;
    }

    /** Returns the names of each attribute that entries of these object classes must have, in lower case. */
    public Set<Set<String>> requiredAttributes(Collection<String> objectClasses) {
        Set<Set<String>> required = new HashSet<>();
        for (String name : objectClasses) {
            ObjectClassDefinition type = schema.getObjectClass(name);
            if (type != null) {
                type.getRequiredAttributes(schema, true).forEach(attribute -> required.add(names(attribute)));
            }
        }
        return required;
    }

    /** Returns all names that an attribute goes by, in lower case; the given one if the server does not know it. */
    public Set<String> namesOf(String attribute) {
        AttributeTypeDefinition type = schema.getAttributeType(baseName(attribute));
        return type == null ? Set.of(baseName(attribute).toLowerCase(Locale.ROOT)) : names(type);
    }

    private static Set<String> names(AttributeTypeDefinition attribute) {
        Set<String> names = new HashSet<>();
        for (String name : attribute.getNames()) {
            names.add(name.toLowerCase(Locale.ROOT));
        }
        return names.isEmpty() ? Set.of(attribute.getOID()) : names;
    }
}
