package dev.ectype.query.ir;

import dev.ectype.types.stored.Storage;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way from a row to one of its values: through slots, and inside them through embedded rows, list positions and map
 * keys. An empty path is the value itself, such as the element below an {@link Predicate.AnyElement}.
 *
 * @param steps the steps, outermost first
 * @param storage the neutral kind of the value at the end
 * @param redacted whether the value must not be shown in explanations, logs and messages
 */
public record FieldPath(List<Step> steps, Storage storage, boolean redacted) implements Operand {

    /** One step of a path. */
    public sealed interface Step {}

    /**
     * A slot of a row.
     *
     * @param name the field's name
     * @param source the name in the store
     * @param index the slot's index in its layout
     */
    public record Slot(String name, String source, int index) implements Step {}

    /** A position in a list, from zero; beyond the end stands nothing. */
    public record Position(int index) implements Step {}

    /** A key of a map; where it is missing stands nothing. */
    public record Key(String key) implements Step {}

    /** Copies the steps. */
    public FieldPath {
        steps = List.copyOf(steps);
    }

    /** Returns the value itself, of an element that is no row. */
    public static FieldPath self(Storage storage, boolean redacted) {
        return new FieldPath(List.of(), storage, redacted);
    }

    /** Tells whether the path is one slot of the row itself. */
    public boolean isTopLevel() {
        return steps.size() == 1;
    }

    /** Tells whether the path has these steps and no others. */
    @SuppressWarnings("ReferenceEquality") // paths of one column share their steps, which are compared otherwise
    public boolean leadsBy(List<Step> others) {
        return steps == others || steps.equals(others);
    }

    /** Returns the index of the first slot. */
    public int slot() {
        return ((Slot) steps.get(0)).index();
    }

    /** Returns the names in the store joined by dots, with positions and keys as they are. */
    public String source() {
        return steps.stream().map(FieldPath::sourceOf).collect(Collectors.joining("."));
    }

    private static String sourceOf(Step step) {
        if (step instanceof Slot slot) {
            return slot.source();
        }
        return step instanceof Position position ? Integer.toString(position.index()) : ((Key) step).key();
    }

    /** Returns the names that users know, joined by dots. */
    @Override
    public String toString() {
        return steps.isEmpty()
                ? "element"
                : steps.stream()
                        .map(step -> step instanceof Slot slot ? slot.name() : sourceOf(step))
                        .collect(Collectors.joining("."));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.field(this);
    }
}
