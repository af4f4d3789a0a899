package dev.ectype.changeset;

import dev.ectype.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a shape declares its fields, until it is first used. */
abstract class Declaring<R> {
    private final Construction<R> construction;
    private final ShapeOptions options;
    private final List<Field<R, ?>> declared = new ArrayList<>();
    private @Nullable Plan<R> plan;

    Declaring(Construction<R> construction, ShapeOptions options) {
        this.construction = construction;
        this.options = options;
    }

    /** Returns the shape itself. */
    abstract Shape<R> self();

    final Construction<R> construction() {
        return construction;
    }

    /** Declares a field. A subclass may narrow the result, making its own tokens with {@link #add}. */
    protected <V> Field<R, V> field(String name, Type<V> type, FieldOption... options) {
        Field<R, V> field = new PlainField<>(define(name, type, options));
        declared.add(field);
        return field;
    }

    /** Declares the fields {@code insertedAt} and {@code updatedAt}, to the second. */
    protected final void timestamps() {
        timestamps(TimestampOptions.DEFAULT);
    }

    /**
     * Declares the fields that tell when a record was inserted and last updated. To compare them in queries, declare them
     * one by one with {@link FieldOptions#insertedAt} and {@link FieldOptions#updatedAt}, which do the same.
     */
    protected final void timestamps(TimestampOptions<?> options) {
        options.declare(this::field);
    }

    /** Declares an embedded record. */
    protected <E> EmbedsOne<R, E> embedsOne(
            String name, Shape<E> shape, ChildChangeset<E> changeset, FieldOption... options) {
        return embedsOne(name, () -> shape, changeset, options);
    }

    /** Declares an embedded record whose casts have to say how it is cast. */
    protected <E> EmbedsOne<R, E> embedsOne(String name, Shape<E> shape, FieldOption... options) {
        return addRelation(name, () -> shape, null, options, Making.embed(PlainEmbeds.One::new));
    }

    /** Declares an embedded record whose shape is supplied late, since it may embed this one. */
    protected <E> EmbedsOne<R, E> embedsOne(
            String name, Supplier<? extends Shape<E>> shape, ChildChangeset<E> changeset, FieldOption... options) {
        return addRelation(name, shape, changeset, options, Making.embed(PlainEmbeds.One::new));
    }

    /** Declares a list of embedded records. */
    protected <E> EmbedsMany<R, E> embedsMany(
            String name, Shape<E> shape, ChildChangeset<E> changeset, FieldOption... options) {
        return embedsMany(name, () -> shape, changeset, options);
    }

    /** Declares a list of embedded records whose casts have to say how each is cast. */
    protected <E> EmbedsMany<R, E> embedsMany(String name, Shape<E> shape, FieldOption... options) {
        return addRelation(name, () -> shape, null, options, Making.embeds(PlainEmbeds.Many::new));
    }

    /** Declares a list of embedded records whose shape is supplied late, since it may embed this one. */
    protected <E> EmbedsMany<R, E> embedsMany(
            String name, Supplier<? extends Shape<E>> shape, ChildChangeset<E> changeset, FieldOption... options) {
        return addRelation(name, shape, changeset, options, Making.embeds(PlainEmbeds.Many::new));
    }

    /** How a subclass makes a relation: the type of the field's value, and the token. */
    protected record Making<R, E, V, F extends Relation<R, E, V>>(
            Function<Supplier<? extends Shape<E>>, Type<V>> type, Function<RelationDefinition<R, E, V>, F> token) {

        /** Returns how the token of a relation of any kind is made. */
        public static <R, E, V, F extends Relation<R, E, V>> Making<R, E, V, F> of(
                Type<V> type, Function<RelationDefinition<R, E, V>, F> token) {
            return new Making<>(related -> type, token);
        }

        /** Returns how an embedded record's token is made. */
        public static <R, E, F extends EmbedsOne<R, E>> Making<R, E, E, F> embed(
                Function<RelationDefinition<R, E, E>, F> token) {
            return new Making<>(Embedding::one, token);
        }

        /** Returns how the token of a list of embedded records is made. */
        public static <R, E, F extends EmbedsMany<R, E>> Making<R, E, List<E>, F> embeds(
                Function<RelationDefinition<R, E, List<E>>, F> token) {
            return new Making<>(Embedding::many, token);
        }
    }

    /** Adds a field whose token {@code making} makes, and returns the token. */
    protected final <V, F extends Field<R, V>> F add(
            String name, Type<V> type, FieldOption[] options, Function<FieldDefinition<R, V>, F> making) {
        F field = making.apply(define(name, type, options));
        declared.add(field);
        return field;
    }

    /** Adds a relation, and returns its token. */
    protected final <E, V, F extends Relation<R, E, V>> F addRelation(
            String name,
            Supplier<? extends Shape<E>> related,
            @Nullable ChildChangeset<E> changeset,
            FieldOption[] options,
            Making<R, E, V, F> making) {
        FieldDefinition<R, V> field = define(name, making.type().apply(related), options);
        F relation = making.token().apply(new RelationDefinition<>(field, related, changeset));
        declared.add(relation);
        return relation;
    }

    private <V> FieldDefinition<R, V> define(String name, Type<V> type, FieldOption[] own) {
        if (plan != null) {
            throw new IllegalStateException(
                    construction.name() + " is in use: declare field '" + name + "' where the shape is constructed");
        }
        for (Field<R, ?> field : declared) {
            if (field.name().equals(name)) {
                throw new IllegalArgumentException("field '" + name + "' is declared twice in " + construction.name());
            }
        }
        FieldSettings settings = FieldSettings.PLAIN;
        for (FieldOption option : own) {
            settings = option.addTo(settings);
        }
        settings = options.applyTo(name, settings);
        FieldChecks.check(name, type, settings);
        return new FieldDefinition<>(self(), name, type, declared.size(), settings);
    }

    /**
     * Makes sure of what was declared and no field can tell alone, when the shape is first used.
     *
     * @throws RuntimeException if something declared could never work
     */
    protected void verify() {
        // a plain shape has nothing of that kind
    }

    private void verifyOrUnseal() {
        boolean verified = false;
        try {
            verify();
            verified = true;
        } finally {
            plan = verified ? plan : null;
        }
    }

    final Plan<R> plan() {
        Plan<R> known = plan;
        if (known == null) {
            known = new Plan<>(self(), construction, declared);
            plan = known;
            verifyOrUnseal();
        }
        return known;
    }
}
