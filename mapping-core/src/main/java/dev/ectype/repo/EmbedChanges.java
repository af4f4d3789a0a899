package dev.ectype.repo;

import dev.ectype.changeset.Field;
import dev.ectype.changeset.Relation;
import dev.ectype.changeset.Shape;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.spi.Assignment;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What changed inside the embedded records of a row, as assignments of the changed fields alone, so that a change that
 * another program made beside them stays. Conditions say that the embedded records are still the ones that were read: the
 * record is there, and the element of a list at a position has the key it had. A list without keys, or with elements
 * added, removed or moved, is written whole.
 */
final class EmbedChanges {
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<Predicate> conditions = new ArrayList<>();

    List<Assignment> assignments() {
        return assignments;
    }

    List<Predicate> conditions() {
        return conditions;
    }

    /** Adds the change of one column. */
    void add(Field<?, ?> column, FieldPath path, @Nullable Object before, @Nullable Object after) {
        if (column instanceof Relation<?, ?, ?> embed && before != null && after != null) {
            inside(embed.related(), path, before, after);
        } else {
            assignments.add(Assignment.set(path, after));
        }
    }

    private void inside(Shape<?> shape, FieldPath path, Object before, Object after) {
        if (before instanceof Row old && after instanceof Row changed && old.layout() == changed.layout()) {
            conditions.add(new Predicate.Not(new Predicate.IsNull(path)));
            fields(shape, path, old, changed);
        } else if (before instanceof List<?> old
                && after instanceof List<?> changed
                && isInPlace(shape, old, changed)) {
            IntStream.range(0, old.size())
                    .filter(i -> !Objects.equals(old.get(i), changed.get(i)))
                    .forEach(i -> element(shape, path, i, (Row) old.get(i), (Row) changed.get(i)));
        } else {
            assignments.add(Assignment.set(path, after));
        }
    }

    private void fields(Shape<?> shape, FieldPath path, Row before, Row after) {
        Layout layout = before.layout();
        for (int slot = 0; slot < layout.size(); slot++) {
            Object old = before.get(slot);
            Object changed = after.get(slot);
            if (!Objects.deepEquals(old, changed)) {
                add(shape.require(layout.slot(slot).name()), step(shape, path, layout, slot), old, changed);
            }
        }
    }

    private void element(Shape<?> shape, FieldPath list, int position, Row before, Row after) {
        FieldPath path = extended(list, new FieldPath.Position(position), element(list.storage()), list.redacted());
        for (int slot : keySlots(shape, before.layout())) {
            FieldPath key = step(shape, path, before.layout(), slot);
            Value known = new Value(Objects.requireNonNull(before.get(slot)), key.storage(), key.redacted());
            conditions.add(new Predicate.Compare(key, Comparison.EQ, known));
        }
        fields(shape, path, before, after);
    }

    private static boolean isInPlace(Shape<?> shape, List<?> before, List<?> after) {
        return !shape.keyFields().isEmpty()
                && before.size() == after.size()
                && IntStream.range(0, before.size()).allMatch(i -> isSame(shape, before.get(i), after.get(i)));
    }

    private static boolean isSame(Shape<?> shape, @Nullable Object before, @Nullable Object after) {
        return before instanceof Row old
                && after instanceof Row changed
                && old.layout() == changed.layout()
                && keySlots(shape, old.layout()).stream()
                        .allMatch(
                                slot -> old.get(slot) != null && Objects.deepEquals(old.get(slot), changed.get(slot)));
    }

    private static List<Integer> keySlots(Shape<?> shape, Layout layout) {
        List<String> keys = shape.keyFields().stream().map(Field::name).toList();
        return IntStream.range(0, layout.size())
                .filter(slot -> keys.contains(layout.slot(slot).name()))
                .boxed()
                .toList();
    }

    private static FieldPath step(Shape<?> shape, FieldPath path, Layout layout, int slot) {
        Layout.Slot field = layout.slot(slot);
        boolean redacted =
                path.redacted() || shape.require(field.name()).settings().isRedacted();
        return extended(path, new FieldPath.Slot(field.name(), field.source(), slot), field.storage(), redacted);
    }

    private static FieldPath extended(FieldPath path, FieldPath.Step step, Storage storage, boolean redacted) {
        List<FieldPath.Step> steps = new ArrayList<>(path.steps());
        steps.add(step);
        return new FieldPath(steps, storage, redacted);
    }

    private static Storage element(Storage list) {
        return list instanceof Storage.ListOf of ? of.element() : list;
    }
}
