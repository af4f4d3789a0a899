package dev.ectype.adapter.ldap.internal.storage;

import dev.ectype.adapter.ldap.internal.entry.AttributeColumn;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.filter.FilterTranslator;
import dev.ectype.adapter.ldap.internal.server.AttributeFacts;
import dev.ectype.adapter.ldap.internal.server.Subschema;
import dev.ectype.adapter.ldap.mapping.SchemaFinding;
import dev.ectype.adapter.ldap.mapping.SchemaFinding.Problem;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares a source with a subschema. */
public final class SchemaCheck {
    private final Subschema subschema;
    private final EntryMapping mapping;
    private final List<SchemaFinding> findings = new ArrayList<>();

    private SchemaCheck(Subschema subschema, EntryMapping mapping) {
        this.subschema = subschema;
        this.mapping = mapping;
    }

    /** Returns what does not fit, what prevents writing first. */
    public static List<SchemaFinding> of(Subschema subschema, EntryMapping mapping) {
        SchemaCheck check = new SchemaCheck(subschema, mapping);
        check.classes();
        check.columns();
        check.required();
        check.indexes();
        mapping.children().forEach(child -> check.findings.addAll(of(subschema, child.entries())));
        return check.findings.stream()
                .sorted(Comparator.comparing(finding -> !finding.problem().preventsWriting()))
                .toList();
    }

    private void add(Problem problem, String field, String name, String advice) {
        findings.add(new SchemaFinding(problem, field, name, advice));
    }

    private void classes() {
        mapping.objectClasses().stream()
                .filter(name -> !subschema.hasObjectClass(name))
                .forEach(name -> add(Problem.UNKNOWN_OBJECT_CLASS, "", name, "add its definition to the server"));
    }

    private void columns() {
        for (int slot = 0; slot < mapping.source().layout().size(); slot++) {
            AttributeColumn column = mapping.column(slot);
            if (!column.isName() && !column.isEntries()) {
                column(column, mapping.source().layout().slot(slot).storage());
            }
        }
    }

    private void column(AttributeColumn column, Storage storage) {
        if (!column.facts().known()) {
            report(Problem.UNKNOWN_ATTRIBUTE, column, "add its definition to the server, or name another attribute");
            return;
        }
        if (column.facts().readOnly()) {
            report(Problem.READ_ONLY, column, "the server sets it; let the field be read after writes and not written");
        } else if (!subschema.allows(mapping.objectClasses(), column.attribute())) {
            report(Problem.NOT_ALLOWED, column, "name an object class that allows it");
        }
        counts(column);
        comparison(column, storage);
    }

    private void report(Problem problem, AttributeColumn column, String advice) {
        add(problem, column.field(), column.attribute(), advice);
    }

    private void counts(AttributeColumn column) {
        boolean one = column.values() == AttributeColumn.Values.ONE;
        if (!one && column.facts().singleValued()) {
            report(Problem.SINGLE_VALUED, column, "make the field one value, or say inJson() of it");
        } else if (one && !column.facts().singleValued() && !column.column().firstOfMany()) {
            report(
                    Problem.MULTI_VALUED,
                    column,
                    "an entry with several values is an error; make it a set where there are");
        }
    }

    private void comparison(AttributeColumn column, Storage storage) {
        if (column.isJson() || !(element(storage) instanceof Storage.Scalar scalar)) {
            return;
        }
        if (!FilterTranslator.isComparable(column, scalar)) {
            report(Problem.OTHER_SYNTAX, column, "conditions beyond isNull() are refused: " + syntax(column.facts()));
        } else if (!FilterTranslator.isExact(column, scalar)) {
            report(
                    Problem.OTHER_COMPARISON,
                    column,
                    "ranges and orders are refused; say comparedByDirectory() to take the directory's: "
                            + column.facts().match());
        }
    }

    private static String syntax(AttributeFacts facts) {
        return facts.syntax().isEmpty() ? "no syntax is known" : "its syntax is " + facts.syntax();
    }

    private static Storage element(Storage storage) {
        if (storage instanceof Storage.SetOf set) {
            return set.element();
        }
        return storage instanceof Storage.ListOf list ? list.element() : storage;
    }

    private void required() {
        Set<String> mapped = new TreeSet<>();
        for (int slot = 0; slot < mapping.source().layout().size(); slot++) {
            String attribute = mapping.column(slot).attribute();
            mapped.addAll(subschema.namesOf(attribute));
            mapping.copiesOf(attribute).forEach(copy -> mapped.addAll(subschema.namesOf(copy)));
        }
        mapped.addAll(subschema.namesOf("objectClass"));
        subschema.requiredAttributes(mapping.objectClasses()).stream()
                .filter(names -> names.stream().noneMatch(name -> mapped.contains(name.toLowerCase(Locale.ROOT))))
                .map(names -> names.stream().sorted().collect(Collectors.joining(" or ")))
                .sorted()
                .forEach(name ->
                        add(Problem.REQUIRED_BUT_NOT_MAPPED, "", name, "give it a field, or entries cannot be added"));
    }

    private void indexes() {
        mapping.source().indexes().stream()
                .filter(index -> index.unique() && !isName(index))
                .forEach(index -> add(
                        Problem.UNIQUE_BY_SERVER,
                        "",
                        index.name(),
                        "it is unique only if the server is set up so for "
                                + index.fields().stream().map(FieldPath::source).toList()));
    }

    /** The names of entries are unique on every server. */
    private boolean isName(Source.Index index) {
        return index.fields().stream()
                .map(FieldPath::slot)
                .toList()
                .equals(mapping.naming().slots());
    }
}
