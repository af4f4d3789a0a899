package dev.ectype.changeset;

import dev.ectype.changeset.internal.Same;
import dev.ectype.changeset.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a changeset tells.
 *
 * @param <R> the record
 */
public sealed interface Reading<R> permits Changeset {

    private Changeset<R> self() {
        return (Changeset<R>) this;
    }

    /** Returns the shape. */
    default Shape<R> shape() {
        return self().state().plan().shape;
    }

    /** Returns the record that would be changed, if there is one already. */
    default Optional<R> data() {
        return Optional.ofNullable(self().state().data());
    }

    /** Returns the params that were cast, if any were. */
    default Optional<Map<String, ?>> params() {
        return Optional.ofNullable(self().state().params());
    }

    /** Returns what the changeset is for, if it was said. */
    default Optional<Action> action() {
        return Optional.ofNullable(self().state().extras().action());
    }

    /** Tells whether nothing is wrong, neither here nor in the related records. */
    default boolean isValid() {
        return self().state().valid();
    }

    /** Returns the errors of this record and of all related ones, each with its path from here. */
    default List<FieldError> allErrors() {
        return Children.allErrors(self());
    }

    /** Returns the errors of one field, newest first. */
    default List<FieldError> errors(Field<R, ?> field) {
        String name = Errors.param(field);
        return self().errors().stream()
                .filter(error -> error.path().field().equals(name))
                .toList();
    }

    /**
     * Returns what the function makes of each error as a tree: by field the list of its own, newest first; for a related
     * record a tree, and for several a list of trees.
     */
    default <T> Map<String, Object> traverseErrors(Function<? super FieldError, T> function) {
        return Traversal.errors(self(), function);
    }

    /** Returns what the function makes of each rule as a tree, like {@link #traverseErrors}. */
    default <T> Map<String, Object> traverseValidations(Function<? super Validation, T> function) {
        return Traversal.validations(self(), function);
    }

    /** Returns the value that a field would have: the change if there is one, otherwise the data's; null for none. */
    @SuppressWarnings("unchecked") // a slot holds a value of its field's type
    default <V> @Nullable V get(Field<R, V> field) {
        State<R> state = self().state();
        int ordinal = state.plan().ordinal(field);
        Relation<R, ?, ?> relation = state.plan().relation(ordinal);
        return (V) (relation == null ? state.current(ordinal) : Children.value(state, relation));
    }

    /** Returns the value that a field would have, or {@code otherwise} if there is neither change nor data. */
    default <V> @Nullable V get(Field<R, V> field, @Nullable V otherwise) {
        return fetch(field).source() == Found.Source.NOTHING ? otherwise : get(field);
    }

    /** Returns the value that a field would have, and where it comes from. */
    default <V> Found<V> fetch(Field<R, V> field) {
        State<R> state = self().state();
        int ordinal = state.plan().ordinal(field);
        if (state.isChanged(ordinal)) {
            return new Found<>(Found.Source.CHANGES, get(field));
        }
        return state.plan().hasData(state.data(), ordinal)
                ? new Found<>(Found.Source.DATA, get(field))
                : Found.nothing();
    }

    /** Returns what a field would be changed to, if it would; the record of a related one is made for it. */
    default <V> Found<V> fetchChange(Field<R, V> field) {
        return hasChange(field) ? new Found<>(Found.Source.CHANGES, get(field)) : Found.nothing();
    }

    /** Returns what a field would be changed to; null if it would not, or to null. */
    default <V> @Nullable V change(Field<R, V> field) {
        return hasChange(field) ? get(field) : null;
    }

    /** Tells whether there is a change of a field, be it to null. */
    default boolean hasChange(Field<R, ?> field) {
        return self().state().isChanged(self().state().plan().ordinal(field));
    }

    /** Tells whether a field would be different; a related record that is only looked at is not. */
    default boolean isChanged(Field<R, ?> field) {
        return hasChange(field)
                && (!(field instanceof Relation<R, ?, ?> relation) || Children.isChanged(self().state(), relation));
    }

    /** Tells whether a field would change from that value. */
    default <V> boolean isChangedFrom(Field<R, V> field, @Nullable V from) {
        State<R> state = self().state();
        return hasChange(field) && Same.values(field.type(), state.plan().data(state.data(), field.ordinal()), from);
    }

    /** Tells whether a field would change to that value. */
    default <V> boolean isChangedTo(Field<R, V> field, @Nullable V to) {
        return hasChange(field) && Same.values(field.type(), change(field), to);
    }

    /** Tells whether a field would have no value, or one that counts as empty; never of a relation to many. */
    default boolean isMissing(Field<R, ?> field) {
        return Presence.isMissing(self(), field);
    }

    /** Returns the changes by field name: values, the changesets of related records, and lists of them. */
    default Map<String, Object> changes() {
        return Changes.of(self().state());
    }

    /** Returns what would be different, old and new, of this record and of all related ones. */
    default List<Change> difference() {
        return Changes.difference(self());
    }

    /** Returns the changeset of a related record, if it would change or be made. */
    @SuppressWarnings("unchecked") // a slot of a relation to one holds a changeset of the related record
    default <E> Optional<Changeset<E>> child(Relation<R, E, ?> relation) {
        Object change = self().state().change(self().state().plan().ordinal(relation));
        return Optional.ofNullable((Changeset<E>) change);
    }

    /** Returns the changesets of related records; empty if none would change. */
    default <E> List<Changeset<E>> children(Relation<R, E, ?> relation) {
        return Children.of(self().state(), relation);
    }

    /** Returns the changesets of the related records, empty ones for those that would not change. */
    default <E> List<Changeset<E>> related(Relation<R, E, ?> relation) {
        return Children.related(self().state(), relation);
    }

    /**
     * Returns the changesets of the related records; those that would not change are made by the relation's changeset
     * function of no params, so that they know its rules.
     */
    default <E> List<Changeset<E>> relatedByRules(Relation<R, E, ?> relation) {
        return Asking.related(self(), relation);
    }

    /** Returns the names of all params that were asked for, and those that {@code strict} was told: what it does not report. */
    default Set<String> knownParams() {
        return Collections.unmodifiableSet(Strict.known(self()));
    }

    /** Returns the fields that casts permitted, in their order. */
    default List<Field<R, ?>> permitted() {
        return Asking.permitted(self());
    }

    /** Returns the relations that were cast, in their order. */
    default List<Relation<R, ?, ?>> castRelations() {
        return Asking.relations(self());
    }

    /**
     * Returns what a cast relation's changeset function makes of no params, by the tag of each kind of record; of one kind
     * under an empty text. It knows the rules for a related record before there is one; where one is there that any params
     * would update ({@link OnReplace#UPDATE}), it is on that.
     */
    default <E> Map<String, Changeset<E>> blank(Relation<R, E, ?> relation) {
        return Asking.blank(self(), relation);
    }

    /** Returns the fields that were required, newest first. */
    @SuppressWarnings("unchecked") // only fields of this shape can be required
    default List<Field<R, ?>> required() {
        List<Field<R, ?>> fields = new ArrayList<>();
        self().requiredFields().forEach(field -> fields.add((Field<R, ?>) field));
        return fields;
    }

    /** Returns the rules that were applied, newest first, whether there was a value to look at or not. */
    default List<Validation> validations() {
        return self().rules();
    }

    /** Returns the rules that were applied to one field, newest first. */
    default List<Rule<?>> validations(Field<R, ?> field) {
        List<Rule<?>> rules = new ArrayList<>();
        for (Validation validation : validations()) {
            if (validation.field().equals(field.name())) {
                rules.add(validation.rule());
            }
        }
        return rules;
    }
}
