package dev.ectype.changeset;

import dev.ectype.types.Type;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How related records are cast, and what cast looks at beside the fields.
 *
 * @param <R> the record
 */
public sealed interface Casting<R> permits Changeset {

    private Changeset<R> self() {
        return (Changeset<R>) this;
    }

    /**
     * Casts the param of one field by another type of the same values: for a value whose reading depends on others, such as a
     * phone number, which is written differently in each country.
     */
    default <V> Changeset<R> castAs(Map<String, ?> params, Field<R, V> field, Type<V> type) {
        return Caster.cast(self(), params, CastOptions.DEFAULT.as(type), new Field<?, ?>[] {field});
    }

    /**
     * Casts the params of an embed, each record by the embed's own changeset function. Records are matched with those that
     * are there by primary key; one that is left out is replaced, as the embed's {@link OnReplace} says.
     */
    default <E> Changeset<R> castEmbed(EmbedsOne<R, E> embed) {
        return castRelation(embed, RelationOptions.usual());
    }

    /** Casts the params of an embed, by options. */
    default <E> Changeset<R> castEmbed(EmbedsOne<R, E> embed, UnaryOperator<RelationOptions<E>> options) {
        return castRelation(embed, options.apply(RelationOptions.usual()));
    }

    /** Casts the params of an embed, each record by the embed's own changeset function. */
    default <E> Changeset<R> castEmbed(EmbedsMany<R, E> embed) {
        return castRelation(embed, RelationOptions.usual());
    }

    /** Casts the params of an embed, by options. */
    default <E> Changeset<R> castEmbed(EmbedsMany<R, E> embed, UnaryOperator<RelationOptions<E>> options) {
        return castRelation(embed, options.apply(RelationOptions.usual()));
    }

    /**
     * Casts the params of an association, each record by the association's own changeset function. The owner must have been
     * read with its related records, unless it is new.
     */
    default <E> Changeset<R> castAssoc(Association<R, E, ?> association) {
        return castRelation(association, RelationOptions.usual());
    }

    /** Casts the params of an association, by options. */
    default <E> Changeset<R> castAssoc(Association<R, E, ?> association, UnaryOperator<RelationOptions<E>> options) {
        return castRelation(association, options.apply(RelationOptions.usual()));
    }

    /** Casts the params of any relation, by options. */
    default <E> Changeset<R> castRelation(Relation<R, E, ?> relation, UnaryOperator<RelationOptions<E>> options) {
        return castRelation(relation, options.apply(RelationOptions.usual()));
    }

    /** Casts the params of any relation, by options. */
    default <E> Changeset<R> castRelation(Relation<R, E, ?> relation, RelationOptions<E> options) {
        return RelationCast.cast(self(), relation, options);
    }

    /**
     * Reports each param that nothing has asked for so far: call it last. A param is known if it was permitted, is a cast
     * relation's, belongs to a confirmation or an acceptance, or is named here.
     */
    default Changeset<R> strict(String... alsoKnown) {
        return Strict.check(self(), alsoKnown);
    }
}
