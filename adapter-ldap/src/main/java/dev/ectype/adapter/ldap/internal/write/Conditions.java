package dev.ectype.adapter.ldap.internal.write;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.controls.AssertionRequestControl;
import dev.ectype.adapter.ldap.connection.LdapCapabilities.Offer;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.filter.FilterTranslator;
import dev.ectype.adapter.ldap.internal.filter.Side;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.error.MappingException;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.SlotsUsed;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.CallOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The conditions of a write as an assertion (RFC 4528). What a filter cannot say exactly is tested on the entry as read,
 * and the assertion is then that the entry has not changed since.
 */
final class Conditions {
    private static final String STAMP = "entryCSN";
    private final Directory directory;
    private final EntryMapping mapping;
    private final List<Predicate> conditions;
    private final CallOptions options;

    Conditions(Directory directory, EntryMapping mapping, List<Predicate> conditions, CallOptions options) {
        this.directory = directory;
        this.mapping = mapping;
        this.conditions = conditions;
        this.options = options;
    }

    /**
     * Returns the assertion for an entry; empty if the entry as it stands does not meet the conditions.
     *
     * @throws MappingException if the server cannot hold a write to them
     */
    Optional<List<AssertionRequestControl>> assertion(String dn) {
        requireOwnAttributes();
        if (!directory.has(Offer.ASSERTION)) {
            requireNone();
            return Optional.of(List.of());
        }
        FilterTranslator translator = new FilterTranslator(mapping);
        List<Filter> filters = new ArrayList<>(List.of(mapping.sourceFilter()));
        boolean exact = true;
        for (Predicate condition : conditions) {
            Side side = translator.translate(condition).whenTrue();
            side.filter().ifPresent(filters::add);
            exact &= side.grade() == Side.Grade.EXACT;
        }
        return exact || hold(dn, filters) ? Optional.of(List.of(control(dn, filters))) : Optional.empty();
    }

    private Set<Integer> slots() {
        Set<Integer> slots = new TreeSet<>();
        conditions.forEach(condition -> SlotsUsed.by(condition, slots::add));
        return slots;
    }

    private void requireOwnAttributes() {
        for (int slot : slots()) {
            if (mapping.column(slot).isEntries()) {
                throw new MappingException(
                        MappingException.Kind.UNSUPPORTED,
                        FilterTranslator.inEntries(mapping.column(slot)),
                        Map.of("source", mapping.source()));
            }
        }
    }

    /** Tells whether the conditions hold of the entry as it is, where no request is sent that would carry them. */
    boolean holdIfNothingIsSent(String dn, List<Step> steps) {
        return conditions.isEmpty()
                || !steps.isEmpty()
                || new EntryReader(directory, mapping, options)
                        .row(dn, slots())
                        .filter(Evaluator.ofAll(conditions)::matches)
                        .isPresent();
    }

    private AssertionRequestControl control(String dn, List<Filter> filters) {
        Filter all = filters.size() == 1 ? filters.get(0) : Filter.createANDFilter(filters);
        return new AssertionRequestControl(directory.isOpenLdap() ? ofThisEntry(dn, all) : all, true);
    }

    /**
     * Returns the filter as a condition of one entry only. The overlay that keeps values unique searches for others with the
     * same controls (seen in slapd 2.5.13), and the entry where that search begins must not fail the assertion.
     */
    private static Filter ofThisEntry(String dn, Filter filter) {
        return Filter.createORFilter(Filter.createNOTFilter(Filter.createEqualityFilter("entryDN", dn)), filter);
    }

    private void requireNone() {
        if (!conditions.isEmpty()) {
            throw new MappingException(
                    MappingException.Kind.UNSUPPORTED,
                    "the server has no assertion control (RFC 4528), without which a write has no conditions",
                    Map.of("source", mapping.source()));
        }
    }

    /** Tells whether the conditions hold of the entry now, and adds the filter that it is still the same. */
    private boolean hold(String dn, List<Filter> filters) {
        Set<Integer> slots = slots();
        Optional<Entry> entry = new EntryReader(directory, mapping, options).read(dn, slots, STAMP);
        if (entry.isEmpty() || !Evaluator.ofAll(conditions).matches(mapping.decode(entry.get(), slots))) {
            return false;
        }
        String stamp = entry.get().getAttributeValue(STAMP);
        if (stamp == null) {
            throw new MappingException(
                    MappingException.Kind.UNSUPPORTED,
                    "the server has neither a filter nor a change stamp that would hold a write to these conditions",
                    Map.of("source", mapping.source(), "conditions", conditions));
        }
        filters.add(Filter.createEqualityFilter(STAMP, stamp));
        return true;
    }
}
