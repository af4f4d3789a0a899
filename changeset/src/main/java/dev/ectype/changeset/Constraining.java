package dev.ectype.changeset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What only a store looks at: rules that it checks, conditions on a write, steps before it.
 *
 * @param <R> the record
 */
public sealed interface Constraining<R> permits Changeset {

    private Changeset<R> self() {
        return (Changeset<R>) this;
    }

    /** Declares that the store refuses a second record with the same value, by options. */
    default Changeset<R> uniqueConstraint(Field<R, ?> field, UnaryOperator<ConstraintOptions> options) {
        return self().constraint(options.apply(ConstraintOptions.unique()), field);
    }

    /** Declares that the store refuses a reference to nothing. */
    default Changeset<R> foreignKeyConstraint(Field<R, ?> field) {
        return self().constraint(ConstraintOptions.foreignKey(), field);
    }

    /** Declares that the store refuses a reference to nothing, by options. */
    default Changeset<R> foreignKeyConstraint(Field<R, ?> field, UnaryOperator<ConstraintOptions> options) {
        return self().constraint(options.apply(ConstraintOptions.foreignKey()), field);
    }

    /**
     * Declares that the record exists to which an association refers. A store that knows references checks it itself; for
     * any other a repo looks for the record in the transaction of the write, whenever the reference changes.
     *
     * @throws IllegalArgumentException if the association's owner does not refer to the related record
     */
    default Changeset<R> assocConstraint(Association<R, ?, ?> association) {
        return assocConstraint(association, UnaryOperator.identity());
    }

    /** Declares that the record exists to which an association refers, by options. */
    default Changeset<R> assocConstraint(Association<R, ?, ?> association, UnaryOperator<ConstraintOptions> options) {
        return self().constraint(options.apply(ConstraintOptions.assoc(association)), association);
    }

    /**
     * Declares that a record is only deleted when no other is related to it by an association. A store that knows references
     * checks it itself; for any other a repo looks for related records in the transaction of the deletion, after what the
     * association's {@code onDelete} has done.
     *
     * @throws IllegalArgumentException if it is the owner that refers to the related record
     */
    default Changeset<R> noAssocConstraint(Association<R, ?, ?> association) {
        return noAssocConstraint(association, UnaryOperator.identity());
    }

    /** Declares that a record is only deleted when no other is related to it by an association, by options. */
    default Changeset<R> noAssocConstraint(Association<R, ?, ?> association, UnaryOperator<ConstraintOptions> options) {
        return self().constraint(options.apply(ConstraintOptions.noAssoc(association)), association);
    }

    /** Declares a condition of that name that the store checks. */
    default Changeset<R> checkConstraint(Field<R, ?> field, String name) {
        return self().constraint(ConstraintOptions.check(name), field);
    }

    /** Declares a condition of that name that the store checks, by options. */
    default Changeset<R> checkConstraint(Field<R, ?> field, String name, UnaryOperator<ConstraintOptions> options) {
        return self().constraint(options.apply(ConstraintOptions.check(name)), field);
    }

    /** Declares that the store refuses records that exclude each other. */
    default Changeset<R> exclusionConstraint(Field<R, ?> field) {
        return self().constraint(ConstraintOptions.exclusion(), field);
    }

    /** Declares that the store refuses records that exclude each other, by options. */
    default Changeset<R> exclusionConstraint(Field<R, ?> field, UnaryOperator<ConstraintOptions> options) {
        return self().constraint(options.apply(ConstraintOptions.exclusion()), field);
    }

    /** Returns the declared rules of the store, oldest first. */
    default List<Constraint> constraints() {
        return self().state().extras().store().constraints();
    }

    /**
     * Returns the changeset with the error of the constraint that a store reports: the latest declared one that matches, of
     * several with the reported name one about the reported fields; nothing if none does.
     */
    default Optional<Changeset<R>> violated(Constraint.Kind kind, String name, List<String> fields) {
        return Constraints.violated(self(), kind, name, fields);
    }

    /**
     * Lets a write happen only if a field is still what was read, and counts it up by one; beyond the greatest 32-bit
     * number it starts again at 1.
     */
    default Changeset<R> optimisticLock(Field<R, Integer> field) {
        return optimisticLock(field, Constraints::next);
    }

    /** Lets a write happen only if a field is still what was read, and puts what the function makes of it. */
    default <V> Changeset<R> optimisticLock(Field<R, V> field, UnaryOperator<@Nullable V> next) {
        return Constraints.lock(self(), field, next);
    }

    /** Returns the values that fields must still have in the store for a write to happen. */
    default Map<Field<R, ?>, Object> filters() {
        return self().state().extras().store().filters();
    }

    /** Returns the steps to take just before a write, in order. */
    default List<UnaryOperator<Changeset<R>>> prepares() {
        return self().state().extras().store().prepares();
    }

    /**
     * Returns what the steps before a write make of the changeset, and then of the changesets of its embedded records, as
     * long as it is valid.
     */
    default Changeset<R> prepared() {
        Changeset<R> changeset = self();
        for (UnaryOperator<Changeset<R>> step : prepares()) {
            if (changeset.isValid()) {
                changeset = step.apply(changeset);
            }
        }
        return Children.prepared(changeset);
    }

    /**
     * Returns the changeset with the changesets of related records as a store left them, which makes it invalid if one of
     * them is.
     */
    default <E> Changeset<R> withChildren(Relation<R, E, ?> relation, List<Changeset<E>> children) {
        return Children.replaced(self(), relation, children);
    }

    /** Tells whether an update counts as one although no field of this record itself changes. */
    default boolean forcesUpdate() {
        return self().state().extras().store().forcesUpdate();
    }
}
