package dev.ectype.tck.self;

import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.ElementUpdate;
import dev.ectype.spi.NativePlan;
import java.util.List;
import java.util.function.UnaryOperator;

/** Adapters that update other elements of a list than they were told. */
final class ElementMutants {
    private ElementMutants() {}

    static List<Mutant> all() {
        return List.of(
                updating("updates all elements", "EU1", update -> given(new Predicate.Constant(true), update)),
                updating(
                        "updates elements that meet a part", "EU2", update -> given(first(update.condition()), update)),
                updating("makes one change of an element", "EU3", ElementMutants::oneChange),
                Mutant.of("passes over rows without a list", "EU4", "UpdatingElements", PassingOver::new));
    }

    private static Mutant updating(String fault, String rule, UnaryOperator<ElementUpdate> change) {
        return Mutant.of(fault, rule, "UpdatingElements", () -> new Changing(change));
    }

    private static ElementUpdate given(Predicate condition, ElementUpdate update) {
        return new ElementUpdate(condition, update.assignments());
    }

    private static Predicate first(Predicate condition) {
        return condition instanceof Predicate.And and ? and.terms().get(0) : condition;
    }

    private static ElementUpdate oneChange(ElementUpdate update) {
        return new ElementUpdate(update.condition(), update.assignments().subList(0, 1));
    }

    /** Makes something else of the updates of elements. */
    private static final class Changing extends MapAdapter {
        private final UnaryOperator<ElementUpdate> change;

        Changing(UnaryOperator<ElementUpdate> change) {
            this.change = change;
        }

        @Override
        public long updateAll(NativePlan plan, List<Assignment> assignments, CallOptions options) {
            return super.updateAll(plan, assignments.stream().map(this::changed).toList(), options);
        }

        private Assignment changed(Assignment assignment) {
            return assignment.value() instanceof ElementUpdate update
                    ? new Assignment(assignment.path(), assignment.operation(), change.apply(update))
                    : assignment;
        }
    }

    /** Makes the other changes where there is no list. */
    private static final class PassingOver extends MapAdapter {
        @Override
        public long updateAll(NativePlan plan, List<Assignment> assignments, CallOptions options) {
            try {
                return super.updateAll(plan, assignments, options);
            } catch (MappingException noList) {
                return super.updateAll(
                        plan,
                        assignments.stream()
                                .filter(each -> !(each.value() instanceof ElementUpdate))
                                .toList(),
                        options);
            }
        }
    }
}
