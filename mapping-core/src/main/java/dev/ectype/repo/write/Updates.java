package dev.ectype.repo.write;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.condition.Conditions;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.jooq.ConditionTranslator;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Assignment.Operation;
import dev.ectype.spi.ElementUpdate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * What changes of records that are in the store, computed there. Each change is of another place, none of the primary key.
 * No timestamp changes unless {@link #touching} says so. Immutable.
 *
 * @param <R> the record
 */
public final class Updates<R> {
    private final Schema<R> schema;
    private final List<Update<R>> updates;
    private final boolean touching;
    private final @Nullable Column<R, ?> list;

    /** One change, with the column it is of. */
    record Update<R>(Column<R, ?> column, Assignment assignment) {}

    private Updates(Schema<R> schema, List<Update<R>> updates, boolean touching, @Nullable Column<R, ?> list) {
        this.schema = schema;
        this.updates = updates;
        this.touching = touching;
        this.list = list;
    }

    /** Starts the changes of records of a schema. */
    public static <R> Updates<R> of(Schema<R> schema) {
        return new Updates<>(schema, List.of(), false, null);
    }

    /** Gives a column a value; null removes it. */
    public <V> Updates<R> set(Column<R, V> column, @Nullable V value) {
        return with(column, Operation.SET, value == null ? null : column.type().dump(value));
    }

    /** Removes the value of a column. */
    public Updates<R> unset(Column<R, ?> column) {
        return with(column, Operation.SET, null);
    }

    /** Adds to a number; an absent one counts as zero. */
    public <N extends Number> Updates<R> inc(Column<R, N> column, N by) {
        return with(column, Operation.INCREMENT, column.type().dump(by));
    }

    /** Adds an element at the end of a list; an absent list counts as empty. */
    public <E> Updates<R> push(Column<R, List<E>> list, E element) {
        return with(list, Operation.PUSH, element(list.type().dump(List.of(element))));
    }

    /** Removes every element of a list or set that is equal to this one. */
    public <E, C extends Collection<E>> Updates<R> pull(Column<R, C> collection, E element) {
        return with(collection, Operation.PULL, element(collection, element));
    }

    /** Adds an element to a list or set that does not have it; an absent one counts as empty. */
    public <E, C extends Collection<E>> Updates<R> addToSet(Column<R, C> collection, E element) {
        return with(collection, Operation.ADD_TO_SET, element(collection, element));
    }

    /** Gives a column a value if it is less than the one there is, or there is none. */
    public <V> Updates<R> min(Column<R, V> column, V value) {
        return with(column, Operation.MIN, column.type().dump(value));
    }

    /** Gives a column a value if it is greater than the one there is, or there is none. */
    public <V> Updates<R> max(Column<R, V> column, V value) {
        return with(column, Operation.MAX, column.type().dump(value));
    }

    /**
     * Changes those elements of a list that meet a condition. An element that is null stays, and so do lists without such an
     * element; where there is no list, nothing is changed at all and the call fails, so ask for {@code list.isNotNull()}.
     *
     * @param condition a condition on columns of the element, as in {@link Conditions#anyElement}
     * @param changes says what changes of each, by such columns
     */
    public Updates<R> elements(
            Column<R, ? extends List<?>> list, Condition condition, UnaryOperator<Updates<R>> changes) {
        if (this.list != null) {
            throw refusal(list, "a list in an element of a list changes as a whole");
        }
        Updates<R> inside = changes.apply(new Updates<>(schema, List.of(), false, list));
        if (inside.list == null || inside.updates.isEmpty() || inside.touching) {
            throw refusal(list, "changes of elements name what changes of each, and no more; set times beside them");
        }
        Predicate.AnyElement any = (Predicate.AnyElement)
                new ConditionTranslator(schema).condition(Conditions.anyElement(list, condition));
        return with(list, Operation.UPDATE_ELEMENTS, new ElementUpdate(any.condition(), inside.assignments()));
    }

    /** Sets the time of the update too, in every column declared {@code updatedAt()}. */
    public Updates<R> touching() {
        return new Updates<>(schema, updates, true, list);
    }

    /** The type of a list or set knows how its elements are stored, so that it is asked for one of a single element. */
    @SuppressWarnings("unchecked") // a list or set, as its type's class says
    private static <E, C extends Collection<E>> Object element(Column<?, C> collection, E element) {
        boolean isSet = Set.class.isAssignableFrom(collection.type().valueClass());
        return element(collection.type().dump((C) (isSet ? Set.of(element) : List.of(element))));
    }

    private static Object element(Object dumped) {
        return Objects.requireNonNull(((Collection<?>) dumped).iterator().next(), "an element");
    }

    private Updates<R> with(Column<R, ?> column, Operation operation, @Nullable Object value) {
        check(column);
        List<Update<R>> more = new ArrayList<>(updates);
        more.add(new Update<>(column, new Assignment(column.path(), operation, value)));
        return new Updates<>(schema, List.copyOf(more), touching, list);
    }

    private void check(Column<R, ?> column) {
        if (column.shape() != schema) {
            throw refusal(column, "this is no column of the schema whose records change");
        }
        if (!isOfWhatChanges(column)) {
            throw refusal(
                    column,
                    "this column and what changes are not of the same record or element: a column of an"
                            + " element changes inside elements(list, condition, changes), and no other does there");
        }
        if (list == null && schema.asSource().key().contains(column.path().slot())) {
            throw refusal(column, "a primary key never changes; insert another record and delete this one");
        }
        if (updates.stream().anyMatch(known -> overlap(known.assignment().path(), column.path()))) {
            throw refusal(column, "two changes are of the same place, and none goes before the other; leave one out");
        }
    }

    /** Columns inside embedded records are made anew whenever they are asked for, so that lists are told by their paths. */
    private boolean isOfWhatChanges(Column<R, ?> column) {
        Column<?, ?> of = column.elementOf().orElse(null);
        if (of == null || list == null) {
            return of == null && list == null;
        }
        return of.elementOf().isEmpty() && of.path().equals(list.path());
    }

    private MappingException refusal(Column<R, ?> column, String message) {
        return new MappingException(Kind.USAGE, message, Map.of("column", column, "schema", schema.name()));
    }

    private static boolean overlap(FieldPath one, FieldPath other) {
        int common = Math.min(one.steps().size(), other.steps().size());
        return one.steps().subList(0, common).equals(other.steps().subList(0, common));
    }

    /** Returns the schema. */
    public Schema<R> schema() {
        return schema;
    }

    /** Tells whether the time of the update is set too. */
    public boolean isTouching() {
        return touching;
    }

    /** Returns the columns that change, in order. */
    public List<Column<R, ?>> columns() {
        List<Column<R, ?>> columns = new ArrayList<>();
        updates.forEach(update -> columns.add(update.column()));
        return columns;
    }

    /** Returns the changes as a store is given them, in the order of the columns. */
    public List<Assignment> assignments() {
        return updates.stream().map(Update::assignment).toList();
    }

    /** Names the columns and not the values, which may be secret. */
    @Override
    public String toString() {
        return "Updates" + columns();
    }
}
