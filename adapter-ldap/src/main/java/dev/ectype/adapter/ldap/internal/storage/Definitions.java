package dev.ectype.adapter.ldap.internal.storage;

import dev.ectype.adapter.ldap.internal.entry.AttributeColumn;
import dev.ectype.adapter.ldap.internal.entry.ChildMapping;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.internal.server.Subschema;
import dev.ectype.adapter.ldap.mapping.LdapColumn.Comparison;
import dev.ectype.error.MappingException;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Definitions (RFC 4512, 4.1) of what a source needs and a server does not have. */
public final class Definitions {
    private static final String OCTETS = "EQUALITY octetStringMatch ORDERING octetStringOrderingMatch"
            + " SUBSTR octetStringSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.40";
    private static final String FOLDED = "EQUALITY caseIgnoreMatch ORDERING caseIgnoreOrderingMatch"
            + " SUBSTR caseIgnoreSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15";
    private static final String PRINTED = "EQUALITY caseExactMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15";
    private static final String INTEGERS =
            "EQUALITY integerMatch ORDERING integerOrderingMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.27";
    private static final String TIMES = "EQUALITY generalizedTimeMatch ORDERING generalizedTimeOrderingMatch"
            + " SYNTAX 1.3.6.1.4.1.1466.115.121.1.24";
    private static final String UUIDS = "EQUALITY UUIDMatch ORDERING UUIDOrderingMatch SYNTAX 1.3.6.1.1.16.1";
    private static final String BOOLEANS = "EQUALITY booleanMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.7";

    private final Directory directory;
    private final EntryMapping mapping;
    private final String arc;

    /** Creates the maker of definitions numbered below an object identifier. */
    public Definitions(Directory directory, EntryMapping mapping, String arc) {
        this.directory = directory;
        this.mapping = mapping;
        this.arc = checked(arc);
    }

    private static String checked(String arc) {
        if (!arc.matches("[0-2](\\.(0|[1-9]\\d*))+")) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "an object identifier is numbers with dots between them, such as 1.3.6.1.4.1.32473.1",
                    Map.of("arc", arc));
        }
        return arc;
    }

    /** Returns the definitions as a change of the server; empty if it has everything. */
    public String ldif() {
        Map<String, String> attributes = attributeTypes();
        List<String> classes = new ArrayList<>(objectClasses());
        for (ChildMapping child : mapping.children()) {
            Definitions below = new Definitions(directory, child.entries(), arc + ".3." + (child.slot() + 1));
            below.attributeTypes().forEach(attributes::putIfAbsent);
            classes.addAll(below.objectClasses());
        }
        return ldif(List.copyOf(attributes.values()), classes);
    }

    private String ldif(List<String> attributes, List<String> classes) {
        if (attributes.isEmpty() && classes.isEmpty()) {
            return "";
        }
        return directory.isOpenLdap() ? configuration(attributes, classes) : change(attributes, classes);
    }

    private String configuration(List<String> attributes, List<String> classes) {
        String name = mapping.source().name().replaceAll("[^A-Za-z0-9-]", "-");
        StringBuilder text =
                new StringBuilder("dn: cn=" + name + ",cn=schema,cn=config\nobjectClass: olcSchemaConfig\n");
        text.append("cn: ").append(name).append('\n');
        attributes.forEach(one -> text.append("olcAttributeTypes: ").append(one).append('\n'));
        classes.forEach(one -> text.append("olcObjectClasses: ").append(one).append('\n'));
        return text.toString();
    }

    private String change(List<String> attributes, List<String> classes) {
        StringBuilder text = new StringBuilder("dn: " + directory.subschema().dn() + "\nchangetype: modify\n");
        add(text, "attributeTypes", attributes);
        add(text, "objectClasses", classes);
        return text.toString();
    }

    private static void add(StringBuilder text, String attribute, List<String> values) {
        if (!values.isEmpty()) {
            text.append("add: ").append(attribute).append('\n');
            values.forEach(
                    value -> text.append(attribute).append(": ").append(value).append('\n'));
            text.append("-\n");
        }
    }

    /** Returns the definitions by the lower-case names of what they define. */
    private Map<String, String> attributeTypes() {
        Map<String, String> types = new LinkedHashMap<>();
        for (int slot = 0; slot < mapping.source().layout().size(); slot++) {
            AttributeColumn column = mapping.column(slot);
            if (!column.isName() && !column.isEntries() && !column.facts().known()) {
                String name = Subschema.baseName(column.attribute());
                types.putIfAbsent(name.toLowerCase(Locale.ROOT), attributeType(slot, name));
            }
        }
        return types;
    }

    private String attributeType(int slot, String name) {
        AttributeColumn column = mapping.column(slot);
        boolean single = column.values() == AttributeColumn.Values.ONE;
        return "( " + arc + ".1." + (slot + 1) + " NAME '" + requireName(name) + "' " + rules(column, slot)
                + (single ? " SINGLE-VALUE )" : " )");
    }

    private String rules(AttributeColumn column, int slot) {
        if (column.isJson()) {
            return OCTETS;
        }
        Storage storage = mapping.source().layout().slot(slot).storage();
        Storage element = storage instanceof Storage.SetOf set
                ? set.element()
                : storage instanceof Storage.ListOf list ? list.element() : storage;
        return rules(column.column().comparison(), (Storage.Scalar) element);
    }

    private static String rules(Comparison comparison, Storage.Scalar scalar) {
        return switch (scalar) {
            case TEXT -> comparison == Comparison.BY_DIRECTORY ? FOLDED : OCTETS;
            case INT32, INT64, INTEGER -> INTEGERS;
            case BOOLEAN -> BOOLEANS;
            case DATE, DATE_TIME, INSTANT -> TIMES;
            case UUID -> UUIDS;
            case BINARY, ANY -> OCTETS;
            case FLOAT64, DECIMAL, TIME, DURATION -> PRINTED;
        };
    }

    private static String requireName(String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "an attribute or object class has a name of letters, digits and hyphens that begins with a letter",
                    Map.of("name", name));
        }
        return name;
    }

    /** The first class that is missing is what an entry is, unless another says it already; further ones only add to it. */
    private List<String> objectClasses() {
        Subschema subschema = directory.subschema();
        List<String> missing = mapping.objectClasses().stream()
                .filter(name -> !subschema.hasObjectClass(name))
                .toList();
        boolean structural = mapping.objectClasses().stream().noneMatch(subschema::isStructural);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < missing.size(); i++) {
            String kind = structural && i == 0 ? "STRUCTURAL" : "AUXILIARY";
            String parts = i == 0 ? must() + may() : "";
            texts.add("( " + arc + ".2." + (i + 1) + " NAME '" + requireName(missing.get(i)) + "' SUP top " + kind
                    + parts + " )");
        }
        return texts;
    }

    private String must() {
        return clause("MUST", mapping.naming()::isNaming);
    }

    private String may() {
        return clause("MAY", column -> !mapping.naming().isNaming(column));
    }

    private String clause(String word, Predicate<AttributeColumn> wanted) {
        List<String> names = new ArrayList<>();
        for (int slot = 0; slot < mapping.source().layout().size(); slot++) {
            AttributeColumn column = mapping.column(slot);
            if (!column.isName()
                    && !column.isEntries()
                    && !column.facts().readOnly()
                    && isNew(column)
                    && wanted.test(column)) {
                names.add(requireName(Subschema.baseName(column.attribute())));
            }
        }
        List<String> distinct = names.stream().distinct().toList();
        return distinct.isEmpty()
                ? ""
                : " " + word + " ( " + distinct.stream().collect(Collectors.joining(" $ ")) + " )";
    }

    private boolean isNew(AttributeColumn column) {
        return !directory.subschema().allows(mapping.objectClasses(), column.attribute());
    }
}
