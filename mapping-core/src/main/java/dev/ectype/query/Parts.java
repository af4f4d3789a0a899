package dev.ectype.query;

import dev.ectype.plan.Consents;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.schema.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a query says of its records beside their schema. Immutable. */
record Parts(
        List<Predicate> conjuncts,
        Set<String> parameters,
        List<Order> order,
        Window window,
        Consents consents,
        Location location,
        List<Preload<?, ?>> preloads) {
    static final Parts NONE =
            new Parts(List.of(), Set.of(), List.of(), Window.ALL, Consents.NONE, Location.DECLARED, List.of());

    Parts {
        conjuncts = List.copyOf(conjuncts);
        parameters = Set.copyOf(parameters);
        order = List.copyOf(order);
        preloads = List.copyOf(preloads);
    }

    /** Returns the terms of a conjunction, however it is nested. */
    static List<Predicate> conjuncts(Predicate term) {
        if (!(term instanceof Predicate.And and)) {
            return List.of(term);
        }
        List<Predicate> flat = new ArrayList<>(and.terms().size());
        and.terms().forEach(inner -> flat.addAll(conjuncts(inner)));
        return flat;
    }

    List<Predicate> conjunctsAnd(Predicate more) {
        if (conjuncts.isEmpty()) {
            return conjuncts(more);
        }
        List<Predicate> all = new ArrayList<>(conjuncts);
        all.addAll(conjuncts(more));
        return all;
    }

    Parts withConjuncts(List<Predicate> changed, Set<String> names) {
        return new Parts(changed, names, order, window, consents, location, preloads);
    }

    Parts withOrder(List<Order> changed) {
        return new Parts(conjuncts, parameters, changed, window, consents, location, preloads);
    }

    Parts withWindow(Window changed) {
        return new Parts(conjuncts, parameters, order, changed, consents, location, preloads);
    }

    Parts withConsents(Consents changed) {
        return new Parts(conjuncts, parameters, order, window, changed, location, preloads);
    }

    Parts at(Location changed) {
        return new Parts(conjuncts, parameters, order, window, consents, changed, preloads);
    }

    Parts withPreloads(List<Preload<?, ?>> changed) {
        return new Parts(conjuncts, parameters, order, window, consents, location, changed);
    }

    Parts without(Part part) {
        return switch (part) {
            case WHERE -> withConjuncts(List.of(), Set.of());
            case ORDER -> withOrder(List.of());
            case LIMIT -> withWindow(new Window(window.after(), window.offset(), OptionalLong.empty()));
            case OFFSET -> withWindow(window.withOffset(0));
            case PREFIX -> at(location.withPrefix(Optional.empty()));
            case SOURCE -> at(location.withSource(Optional.empty()));
            case CONSENTS -> withConsents(Consents.NONE);
            case PRELOADS -> withPreloads(List.of());
        };
    }
}
