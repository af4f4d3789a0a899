package dev.ectype.query;

import dev.ectype.plan.Consents;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import java.util.List;
import java.util.Optional;

/** What a query says of its records beside their schema. Immutable. */
record Parts(
        List<Predicate> conjuncts,
        List<Order> order,
        Window window,
        Consents consents,
        Optional<String> prefix,
        List<Preload<?, ?>> preloads) {
    static final Parts NONE = new Parts(List.of(), List.of(), Window.ALL, Consents.NONE, Optional.empty(), List.of());

    Parts {
        conjuncts = List.copyOf(conjuncts);
        order = List.copyOf(order);
        preloads = List.copyOf(preloads);
    }

    Parts withConjuncts(List<Predicate> changed) {
        return new Parts(changed, order, window, consents, prefix, preloads);
    }

    Parts withOrder(List<Order> changed) {
        return new Parts(conjuncts, changed, window, consents, prefix, preloads);
    }

    Parts withWindow(Window changed) {
        return new Parts(conjuncts, order, changed, consents, prefix, preloads);
    }

    Parts withConsents(Consents changed) {
        return new Parts(conjuncts, order, window, changed, prefix, preloads);
    }

    Parts withPrefix(Optional<String> changed) {
        return new Parts(conjuncts, order, window, consents, changed, preloads);
    }

    Parts withPreloads(List<Preload<?, ?>> changed) {
        return new Parts(conjuncts, order, window, consents, prefix, changed);
    }
}
