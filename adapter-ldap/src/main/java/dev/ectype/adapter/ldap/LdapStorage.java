package dev.ectype.adapter.ldap;

import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.internal.storage.BaseEntries;
import dev.ectype.adapter.ldap.internal.storage.Definitions;
import dev.ectype.adapter.ldap.internal.storage.SchemaCheck;
import dev.ectype.adapter.ldap.mapping.SchemaFinding;
import java.util.List;

/**
 * What one source needs of the directory: attribute types, object classes and a base entry. Nothing is changed unless it is
 * asked for, and attribute types never are: who runs the directory adds the {@linkplain #definitions definitions}.
 */
public final class LdapStorage {
    private final Directory directory;
    private final EntryMapping mapping;

    LdapStorage(Directory directory, EntryMapping mapping) {
        this.directory = directory;
        this.mapping = mapping;
    }

    /** Returns the name of the entry below which the records live. */
    public String base() {
        return mapping.naming().base().toString();
    }

    /** Returns what does not fit between the source and the subschema, errors first; empty if everything does. */
    public List<SchemaFinding> check() {
        return SchemaCheck.of(directory.subschema(), mapping);
    }

    /** Returns what {@link #check} found, for people: a line for each finding. */
    public String report() {
        List<SchemaFinding> findings = check();
        StringBuilder text = new StringBuilder(mapping.source() + " as " + mapping.objectClasses() + " below " + base()
                + ": " + (findings.isEmpty() ? "everything fits" : ""));
        findings.forEach(finding -> text.append("\n  ").append(finding));
        return text.toString();
    }

    /**
     * Adds the entry below which the records live, and those above it that are missing.
     *
     * @return the names of the added entries, the highest first; empty if all were there
     * @throws dev.ectype.error.MappingException if one of them is named by an attribute other than {@code ou}, {@code o},
     *     {@code dc}, {@code l} and {@code c}, of which nobody knows what entry it would be
     * @throws dev.ectype.error.StoreException if the directory refuses
     */
    public List<String> createBase() {
        return new BaseEntries(directory).create(mapping.naming().base());
    }

    /**
     * Returns definitions of the attribute types and object classes that the server does not have, as LDIF that
     * {@code ldapmodify -a} takes: an entry below {@code cn=schema,cn=config} for OpenLDAP, a change of the subschema entry
     * for others. A text is defined to be compared as elsewhere, octet by octet, unless its column says
     * {@code comparedByDirectory()}; then case is ignored.
     *
     * @param arc the object identifier of your own under which the new ones are numbered
     * @return the text; empty if nothing is missing
     */
    public String definitions(String arc) {
        return new Definitions(directory, mapping, arc).ldif();
    }
}
