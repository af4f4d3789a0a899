package dev.ectype.adapter.ldap.internal.search;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import dev.ectype.adapter.ldap.connection.LdapCapabilities.Offer;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.filter.FilterTranslator;
import dev.ectype.adapter.ldap.internal.filter.Side;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.spi.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides what of one query the server does. */
public final class Planner {
    private final EntryMapping mapping;
    private final QueryRequest query;
    private final FilterTranslator translator;
    private final List<Filter> filters = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<Predicate> rechecks = new ArrayList<>();
    private boolean leads;
    private boolean nothing;

    private Planner(EntryMapping mapping, QueryRequest query) {
        this.mapping = mapping;
        this.query = query;
        this.translator = new FilterTranslator(mapping);
        filters.add(mapping.sourceFilter());
    }

    /** Returns the plan of a query, with a verdict for each part. */
    public static PushDown plan(Directory directory, EntryMapping mapping, QueryRequest query) {
        return new Planner(mapping, query).plan(directory);
    }

    private PushDown plan(Directory directory) {
        Set<Integer> indexed = indexed(mapping.source());
        List<List<Object>> keys = query.askedKeys();
        boolean oneName = mapping.naming().keyIsName() && keys.size() == 1;
        for (Predicate conjunct : query.conjuncts()) {
            if (oneName && Pinned.isOn(conjunct, mapping.source().key())) {
                verdicts.add(Verdict.exact());
            } else {
                take(conjunct, indexed);
            }
        }
        Sorting sorting = Sorting.of(directory, mapping, query);
        boolean whole = verdicts.stream().allMatch(Verdict::isExact)
                && sorting.verdict().isExact();
        Verdict window = window(whole);
        Filter filter = filters.size() == 1 ? filters.get(0) : Filter.createANDFilter(filters);
        LdapPlan plan = new LdapPlan(
                mapping,
                target(keys),
                sorting.parts().stream().map(part -> part.among(filter)).toList(),
                window.isExact() ? query.window() : Window.ALL,
                window.isExact() && canTellPositions(directory, sorting),
                List.copyOf(rechecks));
        return new PushDown(plan, verdicts, sorting.verdict(), window);
    }

    private static Set<Integer> indexed(Source source) {
        Set<Integer> slots = new HashSet<>(source.key());
        source.indexes().forEach(index -> {
            if (index.fields().get(0).isTopLevel()) {
                slots.add(index.fields().get(0).slot());
            }
        });
        return slots;
    }

    private void take(Predicate conjunct, Set<Integer> indexed) {
        Side side = translator.translate(conjunct).whenTrue();
        side.filter().ifPresent(filters::add);
        nothing |= side.isNothing();
        if (side.grade() == Side.Grade.LOOSE) {
            verdicts.add(side.filter().isPresent() ? Verdict.superset(side.why()) : Verdict.refused(side.why()));
            return;
        }
        leads |= Pinned.leads(conjunct, indexed);
        if (side.grade() == Side.Grade.NEAR) {
            rechecks.add(conjunct);
        }
        verdicts.add(Verdict.exact());
    }

    private Verdict window(boolean whole) {
        if (query.window().isAll()) {
            return Verdict.exact();
        }
        if (query.window().after().isPresent()) {
            return Verdict.refused("a directory does not go on behind a row");
        }
        return whole ? Verdict.exact() : Verdict.refused("the rows are not known before the rest is done");
    }

    /**
     * Tells whether the server can begin at the offset (virtual list view). OpenLDAP could, but keeps each list for as long
     * as its connection lives, and only a few.
     */
    private boolean canTellPositions(Directory directory, Sorting sorting) {
        Window window = query.window();
        return directory.has(Offer.LIST_VIEW)
                && !directory.isOpenLdap()
                && sorting.parts().size() == 1
                && !sorting.parts().get(0).keys().isEmpty()
                && rechecks.isEmpty()
                && window.offset() > 0
                && window.offset() < Integer.MAX_VALUE
                && window.limit().orElse(0) > 0
                && window.limit().orElse(0) <= directory.options().pageSize();
    }

    private LdapPlan.Target target(List<List<Object>> keys) {
        DN base = mapping.naming().base();
        SearchScope scope = mapping.scope() == LdapMapping.Scope.CHILDREN ? SearchScope.ONE : SearchScope.SUB;
        if (nothing || keys.isEmpty()) {
            return new LdapPlan.Target(base, scope, leads || nothing ? Access.INDEX : Access.SCAN, nothing);
        }
        if (keys.size() > 1) {
            return new LdapPlan.Target(base, scope, Access.KEY, false);
        }
        return mapping.nameOfKey(keys.get(0))
                .map(name -> new LdapPlan.Target(name, SearchScope.BASE, Access.KEY, !isBelow(name, base, scope)))
                .orElseGet(() -> new LdapPlan.Target(
                        base, scope, Access.KEY, mapping.naming().followsFromKey()));
    }

    private static boolean isBelow(DN name, DN base, SearchScope scope) {
        return scope.equals(SearchScope.ONE) ? base.equals(name.getParent()) : name.isDescendantOf(base, false);
    }
}
