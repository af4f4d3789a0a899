package dev.ectype.adapter.ldap.internal.write;

import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.controls.AssertionRequestControl;
import dev.ectype.adapter.ldap.internal.entry.ChildMapping;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.search.ChildReader.Gathered;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Update;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Turns updates into requests. What must be known of the entry for that is read first. */
final class UpdateSteps {
    private final Directory directory;
    private final EntryMapping mapping;
    private final Steps common;

    UpdateSteps(Directory directory, EntryMapping mapping, Steps common) {
        this.directory = directory;
        this.mapping = mapping;
        this.common = common;
    }

    /**
     * Returns the requests that change a record: its attributes, the entries below, its name; no request if it is as wanted,
     * empty if it is gone or does not meet the conditions.
     *
     * @param knowing whether the entry is to be read first, because a change blind to it was refused
     */
    Optional<List<Step>> of(Update update, String dn, boolean knowing) {
        Conditions conditions = new Conditions(directory, mapping, update.conditions(), update.options());
        Optional<List<AssertionRequestControl>> assertion = conditions.assertion(dn);
        if (assertion.isEmpty()) {
            return Optional.empty();
        }
        Parts parts = Parts.of(mapping, update);
        Modifications modifications = new Modifications(directory, mapping, update.before());
        boolean read = knowing || parts.others().stream().anyMatch(modifications::needsCurrent);
        boolean needsRow = read || !parts.names().isEmpty() || !parts.below().isEmpty();
        Optional<Row> current = needsRow ? current(update, dn) : Optional.empty();
        if (needsRow && current.isEmpty()) {
            return Optional.empty();
        }
        List<Modification> changes = read
                ? modifications.knowing(current.orElseThrow(), parts.others())
                : modifications.blind(parts.others());
        List<Step> steps = new ArrayList<>();
        if (!changes.isEmpty()) {
            steps.add(new Step(dn, new ModifyRequest(dn, changes)));
        }
        steps.addAll(below(parts.below(), update, dn));
        if (!parts.names().isEmpty()) {
            steps.add(new Renaming(mapping).step(dn, current.orElseThrow(), parts.names()));
        }
        return finished(steps, update, assertion.get(), conditions.holdIfNothingIsSent(dn, steps));
    }

    /** The requests of one update on its own entry carry its time, its conditions, and what is to be told. */
    private Optional<List<Step>> finished(
            List<Step> steps, Update update, List<AssertionRequestControl> assertion, boolean holds) {
        if (!holds) {
            return Optional.empty();
        }
        if (steps.isEmpty()) {
            return Optional.of(steps);
        }
        Step first = steps.get(0);
        if (first.column().isPresent() && !update.conditions().isEmpty()) {
            throw common.unsupported(
                    "a condition on a record cannot hold a change of the entries below it alone: change one of"
                            + " the record's own attributes too");
        }
        for (Step step : steps) {
            if (step.column().isEmpty()) {
                directory.prepare(step.request(), update.options());
            }
        }
        if (first.column().isEmpty()) {
            // Only the first: what it changes may be what the condition is about.
            assertion.forEach(first.request()::addControl);
        }
        if (steps.size() == 1 && first.column().isEmpty()) {
            common.askAfter(first.request(), update.returning());
        }
        return Optional.of(steps);
    }

    /**
     * The assignments of an update, by what they change.
     *
     * @param names those that change the entry's name
     * @param below those of columns that stand as entries below
     * @param others those of the entry's attributes
     */
    private record Parts(List<Assignment> names, List<Assignment> below, List<Assignment> others) {
        static Parts of(EntryMapping mapping, Update update) {
            List<Assignment> names = new Renaming(mapping).of(update);
            List<Assignment> others = new ArrayList<>(update.assignments());
            others.removeAll(names);
            List<Assignment> below = others.stream()
                    .filter(one -> mapping.column(one.path().slot()).isEntries())
                    .toList();
            others.removeAll(below);
            return new Parts(names, below, others);
        }
    }

    private List<Step> below(List<Assignment> assignments, Update update, String dn) {
        if (assignments.isEmpty()) {
            return List.of();
        }
        Gathered found = common.childReader(update.options()).allBelow(dn);
        List<Step> steps = new ArrayList<>();
        for (Assignment assignment : assignments) {
            if (assignment.operation() != Assignment.Operation.SET
                    || !assignment.path().isTopLevel()) {
                throw common.unsupported(
                        "a part of what stands in entries below cannot be changed alone: set the whole value");
            }
            ChildMapping child =
                    mapping.children(List.of(assignment.path().slot())).get(0);
            steps.addAll(common.below(child, dn, update.options()).changing(found.of(child, dn), assignment.value()));
        }
        return steps;
    }

    /** Tells whether an update may be refused only because the entry is not as its request takes for granted. */
    boolean isBlind(Update update) {
        Modifications modifications = new Modifications(directory, mapping, update.before());
        return update.assignments().stream()
                .anyMatch(a -> a.operation() != Assignment.Operation.SET || modifications.isDifference(a));
    }

    private Optional<Row> current(Update update, String dn) {
        TreeSet<Integer> slots = new TreeSet<>(mapping.naming().slots());
        slots.addAll(mapping.source().key());
        update.assignments().forEach(assignment -> slots.add(assignment.path().slot()));
        slots.removeIf(slot -> mapping.column(slot).isEntries());
        return new EntryReader(directory, mapping, update.options()).row(dn, slots);
    }
}
