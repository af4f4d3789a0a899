package dev.ectype.schema;

import dev.ectype.association.ToMany;
import dev.ectype.association.ToOne;
import dev.ectype.changeset.Construction;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldOption;
import dev.ectype.changeset.FieldOptions;
import dev.ectype.changeset.RelationDefinition;
import dev.ectype.changeset.Shape;
import dev.ectype.changeset.ShapeOptions;
import dev.ectype.types.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a schema declares its associations. Related schemas and their columns are supplied late: they may refer back. */
abstract class Associating<R> extends Shape<R> {
    private final List<Association<R, ?, ?>> associations = new ArrayList<>();

    Associating(Construction<R> construction, ShapeOptions options) {
        super(construction, options);
    }

    /** Declares the record that a column of this schema refers to. */
    protected final <E> BelongsTo<R, E> belongsTo(
            String name, Supplier<? extends Schema<E>> related, Column<R, ?> foreignKey) {
        return belongsTo(name, related, foreignKey, UnaryOperator.identity());
    }

    /** Declares the record that a column of this schema refers to, by options. */
    protected final <E> BelongsTo<R, E> belongsTo(
            String name,
            Supplier<? extends Schema<E>> related,
            Column<R, ?> foreignKey,
            UnaryOperator<AssociationOptions<R, E>> options) {
        AssociationOptions<R, E> chosen = options.apply(new AssociationOptions<>());
        return addOne(name, related, chosen, definition -> new BelongsTo<>(definition, chosen, foreignKey));
    }

    /** Declares the record that refers to one of this schema. */
    protected final <E> HasOne<R, E> hasOne(
            String name, Supplier<? extends Schema<E>> related, Supplier<? extends Column<E, ?>> foreignKey) {
        return hasOne(name, related, foreignKey, UnaryOperator.identity());
    }

    /** Declares the record that refers to one of this schema, by options. */
    protected final <E> HasOne<R, E> hasOne(
            String name,
            Supplier<? extends Schema<E>> related,
            Supplier<? extends Column<E, ?>> foreignKey,
            UnaryOperator<AssociationOptions<R, E>> options) {
        AssociationOptions<R, E> chosen = options.apply(new AssociationOptions<>());
        return addOne(name, related, chosen, definition -> new HasOne<>(definition, chosen, foreignKey));
    }

    /** Declares the records that refer to one of this schema. */
    protected final <E> HasMany<R, E> hasMany(
            String name, Supplier<? extends Schema<E>> related, Supplier<? extends Column<E, ?>> foreignKey) {
        return hasMany(name, related, foreignKey, UnaryOperator.identity());
    }

    /** Declares the records that refer to one of this schema, by options. */
    protected final <E> HasMany<R, E> hasMany(
            String name,
            Supplier<? extends Schema<E>> related,
            Supplier<? extends Column<E, ?>> foreignKey,
            UnaryOperator<AssociationOptions<R, E>> options) {
        AssociationOptions<R, E> chosen = options.apply(new AssociationOptions<>());
        return addMany(name, related, chosen, definition -> new HasMany<>(definition, chosen, foreignKey));
    }

    /** Declares records that rows of their own relate to one of this schema. */
    protected final <E> ManyToMany<R, E> manyToMany(
            String name, Supplier<? extends Schema<E>> related, JoinThrough<?> join) {
        return manyToMany(name, related, join, UnaryOperator.identity());
    }

    /** Declares records that rows of their own relate to one of this schema, by options. */
    protected final <E> ManyToMany<R, E> manyToMany(
            String name,
            Supplier<? extends Schema<E>> related,
            JoinThrough<?> join,
            UnaryOperator<AssociationOptions<R, E>> options) {
        AssociationOptions<R, E> chosen = options.apply(new AssociationOptions<>());
        return addMany(name, related, chosen, definition -> new ManyToMany<>(definition, chosen, join));
    }

    /** Declares the first record found by one association after another. */
    protected final <M, E> HasOneThrough<R, E> hasOneThrough(
            String name, Association<R, M, ?> first, Supplier<? extends Association<M, E, ?>> second) {
        Way<R, M, E> way = new Way<>(first, second);
        return addOne(
                name,
                () -> second.get().related(),
                new AssociationOptions<>(),
                definition -> new HasOneThrough<>(definition, way));
    }

    /** Declares the records found by one association after another, each once. */
    protected final <M, E> HasManyThrough<R, E> hasManyThrough(
            String name, Association<R, M, ?> first, Supplier<? extends Association<M, E, ?>> second) {
        Way<R, M, E> way = new Way<>(first, second);
        return addMany(
                name,
                () -> second.get().related(),
                new AssociationOptions<>(),
                definition -> new HasManyThrough<>(definition, way));
    }

    private <E, F extends Association<R, E, ToOne<E>>> F addOne(
            String name,
            Supplier<? extends Schema<E>> related,
            AssociationOptions<R, E> options,
            Function<RelationDefinition<R, E, ToOne<E>>, F> token) {
        Type<ToOne<E>> type = new AssociationType<>(ToOne.class);
        return added(addRelation(name, related, options.changeset(), settings(options), Making.of(type, token)));
    }

    private <E, F extends Association<R, E, ToMany<E>>> F addMany(
            String name,
            Supplier<? extends Schema<E>> related,
            AssociationOptions<R, E> options,
            Function<RelationDefinition<R, E, ToMany<E>>, F> token) {
        Type<ToMany<E>> type = new AssociationType<>(ToMany.class);
        return added(addRelation(name, related, options.changeset(), settings(options), Making.of(type, token)));
    }

    private static FieldOption[] settings(AssociationOptions<?, ?> options) {
        List<FieldOption> all = new ArrayList<>(List.of(FieldOptions.virtual()));
        options.onReplace().ifPresent(mode -> all.add(FieldOptions.onReplace(mode)));
        options.external().ifPresent(name -> all.add(FieldOptions.external(name)));
        return all.toArray(FieldOption[]::new);
    }

    private <F extends Association<R, ?, ?>> F added(F association) {
        associations.add(association);
        return association;
    }

    /** Returns the associations in the order of their declaration. */
    public final List<Association<R, ?, ?>> associations() {
        return Collections.unmodifiableList(associations);
    }

    /** Returns the association of that name, if there is one. */
    public final Optional<Association<R, ?, ?>> association(String name) {
        return associations.stream()
                .filter(association -> association.name().equals(name))
                .findFirst();
    }

    /** Returns a record like another with another value of an association. */
    public final <V> R with(R record, Association<R, ?, V> association, @Nullable V value) {
        @Nullable Object[] values = new Object[fields().size()];
        for (Field<R, ?> field : fields()) {
            values[field.ordinal()] = get(record, field);
        }
        values[association.ordinal()] = value;
        return build(values);
    }

    @Override
    protected void verify() {
        associations.forEach(Association::check);
    }
}
