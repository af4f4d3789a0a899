package dev.ectype.adapter.ldap.internal.write;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.filter.FilterTranslator;
import dev.ectype.adapter.ldap.internal.search.ChildReader;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.internal.server.LdapErrors;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds and reads one entry. */
public final class EntryReader {
    private final Directory directory;
    private final EntryMapping mapping;
    private final CallOptions options;

    /** Creates a reader of the entries of one source. */
    public EntryReader(Directory directory, EntryMapping mapping, CallOptions options) {
        this.directory = directory;
        this.mapping = mapping;
        this.options = options;
    }

    /** Returns the entry with a name, if it is one of the source. */
    public Optional<Entry> read(String dn, Collection<Integer> slots, String... more) {
        List<String> attributes = new ArrayList<>(Arrays.asList(mapping.attributes(slots)));
        attributes.addAll(Arrays.asList(more));
        SearchRequest request =
                new SearchRequest(dn, SearchScope.BASE, mapping.sourceFilter(), attributes.toArray(String[]::new));
        return search(request).stream().findFirst().map(entry -> entry);
    }

    /** Returns the row of the entry with a name, with at least the given slots, if it is one of the source. */
    public Optional<Row> row(String dn, Collection<Integer> slots) {
        return read(dn, slots).map(entry -> row(entry, slots));
    }

    /** Returns the row of an entry that was read, with what stands below it. */
    Row row(Entry entry, Collection<Integer> slots) {
        return ChildReader.of(directory, mapping, slots, options)
                .below(List.of(entry))
                .complete(entry, mapping.decode(entry, slots));
    }

    /** Returns the name of the entry with a key, searching for it if it does not follow from the key. */
    public Optional<String> locate(List<Object> key) {
        if (mapping.naming().followsFromKey()) {
            return mapping.nameOfKey(key).map(Object::toString);
        }
        List<Predicate> wanted = equal(key);
        FilterTranslator translator = new FilterTranslator(mapping);
        List<Filter> filters = new ArrayList<>(List.of(mapping.sourceFilter()));
        wanted.forEach(one -> translator.translate(one).whenTrue().filter().ifPresent(filters::add));
        SearchScope scope = mapping.scope() == LdapMapping.Scope.CHILDREN ? SearchScope.ONE : SearchScope.SUB;
        SearchRequest request = new SearchRequest(
                mapping.naming().base().toString(),
                scope,
                Filter.createANDFilter(filters),
                mapping.attributes(mapping.source().key()));
        Evaluator exactly = Evaluator.ofAll(wanted);
        return search(request).stream()
                .filter(entry ->
                        exactly.matches(mapping.decode(entry, mapping.source().key())))
                .map(Entry::getDN)
                .findFirst();
    }

    private List<Predicate> equal(List<Object> key) {
        Source source = mapping.source();
        List<Predicate> all = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            int index = source.key().get(i);
            all.add(equal(source.layout().slot(index), index, key.get(i)));
        }
        return all;
    }

    static Predicate equal(Layout.Slot slot, int index, Object value) {
        FieldPath path =
                new FieldPath(List.of(new FieldPath.Slot(slot.name(), slot.source(), index)), slot.storage(), false);
        return new Predicate.Compare(path, Comparison.EQ, new Value(value, slot.storage(), false));
    }

    /** Returns whether another entry has these values in these slots. */
    boolean isTaken(List<Integer> slots, List<Object> values, String exceptDn) {
        FilterTranslator translator = new FilterTranslator(mapping);
        List<Filter> filters = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Layout.Slot slot = mapping.source().layout().slot(slots.get(i));
            translator
                    .translate(equal(slot, slots.get(i), values.get(i)))
                    .whenTrue()
                    .filter()
                    .ifPresent(filters::add);
        }
        SearchRequest request = new SearchRequest(
                mapping.naming().base().toString(), SearchScope.SUB, Filter.createANDFilter(filters), "1.1");
        return search(request).stream().anyMatch(entry -> !directory.isSameName(entry.getDN(), exceptDn));
    }

    private List<SearchResultEntry> search(SearchRequest request) {
        try {
            return directory.pool().search(directory.prepare(request, options)).getSearchEntries();
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return List.of();
            }
            throw LdapErrors.reading(mapping.source().toString(), e);
        }
    }
}
