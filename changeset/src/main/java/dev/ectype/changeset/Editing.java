package dev.ectype.changeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a program changes fields itself, without casting.
 *
 * @param <R> the record
 */
public sealed interface Editing<R> permits Changeset {

    private Changeset<R> self() {
        return (Changeset<R>) this;
    }

    /**
     * Puts a value, which must be one of the field's type. One that is equal to the data's is no change, and takes back the
     * one there was. Into a relation it puts records, as {@link #putRelated} does.
     */
    default <V> Changeset<R> put(Field<R, V> field, @Nullable V value) {
        State<R> state = self().state();
        int ordinal = state.plan().ordinal(field);
        if (field instanceof Relation<R, ?, ?>) {
            return Edits.putRelation(self(), field, value);
        }
        return self().with(Edits.put(state, ordinal, value));
    }

    /** Puts a value even if it is equal to the data's. */
    default <V> Changeset<R> force(Field<R, V> field, @Nullable V value) {
        int ordinal = self().state().plan().ordinal(field);
        if (field instanceof Relation<R, ?, ?> relation) {
            throw new IllegalArgumentException(
                    "'" + field.name() + "' is an " + relation.kind() + ", which cannot be forced: put it instead");
        }
        return self().with(self().state().with(ordinal, State.slot(value)));
    }

    /**
     * Puts what the function makes of the change of a field, if there is a change; it may be one to null.
     *
     * @throws IllegalArgumentException if the field is a relation, whose changes are changesets: see {@link #updateRelated}
     */
    default <V> Changeset<R> update(Field<R, V> field, Function<@Nullable V, @Nullable V> function) {
        Changeset<R> changeset = self();
        if (field instanceof Relation<?, ?, ?>) {
            throw new IllegalArgumentException("'" + field.name() + "' of "
                    + changeset.shape().name() + " holds records: updateRelated(...) updates their changesets");
        }
        return changeset.hasChange(field) ? changeset.put(field, function.apply(changeset.get(field))) : changeset;
    }

    /**
     * Puts what the function makes of the changesets of related records, if the relation changes; of a relation to one there
     * is at most one.
     *
     * @throws IllegalStateException if one is given again that replaces or deletes a record
     */
    default <E> Changeset<R> updateRelated(Relation<R, E, ?> relation, UnaryOperator<List<Changeset<E>>> function) {
        return Edits.updateRelated(self(), relation, function);
    }

    /** Takes back the change of a field. */
    default Changeset<R> delete(Field<R, ?> field) {
        return self().with(self().state().with(self().state().plan().ordinal(field), null));
    }

    /** Puts values by field name, in the order of the map. */
    default Changeset<R> change(Map<String, ?> values) {
        Changeset<R> changeset = self();
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            changeset = Edits.putUntyped(changeset, changeset.shape().require(entry.getKey()), entry.getValue());
        }
        return changeset;
    }

    /** Puts an embedded record. What differs in its fields from the one there is, is not looked at. */
    default <E> Changeset<R> putEmbed(EmbedsOne<R, E> embed, @Nullable E value) {
        return putRelated(embed, value == null ? null : Related.record(value));
    }

    /** Puts a list of embedded records. */
    default <E> Changeset<R> putEmbed(EmbedsMany<R, E> embed, List<E> values) {
        List<Related<E>> given = new ArrayList<>();
        values.forEach(value -> given.add(Related.record(value)));
        return putRelated(embed, given);
    }

    /**
     * Puts the record of an association to one. One that exists already is only related: what differs in its fields is not
     * looked at.
     */
    default <E> Changeset<R> putAssoc(Association<R, E, ?> association, E record) {
        return putRelated(association, Related.record(record));
    }

    /** Puts the records of an association to many, all of them: the ones not given are replaced. */
    default <E> Changeset<R> putAssoc(Association<R, E, ?> association, List<E> records) {
        return putRelated(association, records.stream().map(Related::record).toList());
    }

    /** Puts what is to become a record of an association to one: a changeset, or values. */
    default <E> Changeset<R> putAssoc(Association<R, E, ?> association, Related<E> given) {
        return putRelated(association, given);
    }

    /**
     * Puts related records: all of them, since the ones not given are replaced.
     *
     * @param given null, a {@link Related} or a list of them, as the relation is to one or many
     * @throws IllegalArgumentException if a list with records is put into a relation to one
     */
    default <E> Changeset<R> putRelated(Relation<R, E, ?> relation, @Nullable Object given) {
        return Edits.putRelated(self(), relation, given);
    }

    /**
     * Returns this changeset with what another on the same data says; where both say something, the other does.
     *
     * @throws IllegalArgumentException if the two are on different data, or differ in action or in what counts as empty
     */
    default Changeset<R> merge(Changeset<R> other) {
        return Edits.merge(self(), Objects.requireNonNull(other, "there is no changeset to merge"));
    }
}
