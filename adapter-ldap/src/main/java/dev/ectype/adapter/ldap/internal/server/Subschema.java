package dev.ectype.adapter.ldap.internal.server;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassDefinition;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
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

    /** Returns the attributes that entries of these object classes must have, with all names they go by, in lower case. */
    public Set<String> requiredBy(Collection<String> objectClasses) {
        Set<String> names = new HashSet<>();
        for (String name : objectClasses) {
            ObjectClassDefinition type = schema.getObjectClass(name);
            if (type != null) {
                type.getRequiredAttributes(schema, true).forEach(attribute -> addNames(attribute, names));
            }
        }
        return names;
    }

    private static void addNames(AttributeTypeDefinition attribute, Set<String> names) {
        names.add(attribute.getOID());
        for (String name : attribute.getNames()) {
            names.add(name.toLowerCase(Locale.ROOT));
        }
    }
}
