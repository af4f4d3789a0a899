package dev.ectype.query;

import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.query.jooq.ConditionTranslator.Translated;
import dev.ectype.query.jooq.GroupTranslator;
import dev.ectype.query.jooq.Parameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is asked of the groups of a query. Immutable: whoever translates more copies the translator. */
record GroupParts(
        GroupTranslator translator, List<Predicate> having, Set<String> parameters, List<Order> order, Window window) {

    static GroupParts by(GroupTranslator translator) {
        return new GroupParts(translator, List.of(), Set.of(), List.of(), Window.ALL);
    }

    GroupParts having(GroupTranslator further, Translated condition) {
        List<Predicate> all = new ArrayList<>(having);
        all.addAll(Parts.conjuncts(condition.predicate()));
        Set<String> names = new HashSet<>(parameters);
        names.addAll(condition.parameters());
        return new GroupParts(further, all, names, order, window);
    }

    GroupParts order(GroupTranslator further, List<Order> changed) {
        return new GroupParts(further, having, parameters, changed, window);
    }

    GroupParts with(GroupTranslator further) {
        return new GroupParts(further, having, parameters, order, window);
    }

    GroupParts with(Window changed) {
        return new GroupParts(translator, having, parameters, order, changed);
    }

    GroupParts bind(Map<String, ?> values) {
        Set<String> names = new HashSet<>(parameters);
        names.removeAll(values.keySet());
        return new GroupParts(translator, Parameters.bind(having, values), names, order, window);
    }

    Grouping grouping() {
        return translator.grouping(having, order, window);
    }

    @Override
    public String toString() {
        return "group by " + translator.keys()
                + (having.isEmpty() ? "" : " having " + having)
                + (order.isEmpty() ? "" : " order by " + order)
                + (window.isAll() ? "" : " " + window);
    }
}
