package dev.ectype.schema;

import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldDefinition;
import dev.ectype.changeset.FieldSettings;
import dev.ectype.changeset.RelationDefinition;
import dev.ectype.changeset.Shape;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.types.Type;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Context;
import org.jooq.DataType;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The typed token of one field of a {@link Schema}: permitted and validated in a changeset, compared and ordered by in
 * jOOQ's DSL. Also of a place inside a field, such as an embedded record's field or a position of a list, which can be
 * queried but not cast. Compared by identity; printing one renders no SQL.
 *
 * @param <R> the record
 * @param <V> the value
 */
public class Column<R, V> extends CustomField<V> implements Field<R, V> {
    private static final long serialVersionUID = 1L;

    static {
        DataTypes.keepJooqQuiet();
    }

    /** The ordinal of a place inside a field: none, and beyond those of every shape. */
    static final int INSIDE = Integer.MAX_VALUE;

    private final transient FieldDefinition<R, V> definition;
    private final transient Supplier<FieldPath> finder;
    private final transient @Nullable Column<?, ?> list;
    private transient @Nullable FieldPath path;

    /** Creates the column of a field. */
    Column(FieldDefinition<R, V> definition) {
        this(
                definition,
                () -> Paths.of(definition),
                DataTypes.of(definition.type(), definition.settings().isRedacted()),
                null);
    }

    /** Creates the column of a record or list of them, whose class is not known before its shape is. */
    Column(RelationDefinition<R, ?, V> definition) {
        this(definition.field(), () -> Paths.of(definition.field()), DataTypes.opaque(), null);
    }

    /**
     * Creates the column of a place whose path is found when it is first needed, since shapes are sealed late.
     *
     * @param list the list or set at whose elements the path starts; null if it starts at the row
     */
    Column(
            FieldDefinition<R, V> definition,
            Supplier<FieldPath> finder,
            DataType<V> dataType,
            @Nullable Column<?, ?> list) {
        super(DSL.name(definition.name().split("\\.")), dataType);
        this.definition = definition;
        this.finder = finder;
        this.list = list;
    }

    @Override
    public final String name() {
        return definition.name();
    }

    @Override
    public final Type<V> type() {
        return definition.type();
    }

    @Override
    public final Shape<R> shape() {
        return definition.shape();
    }

    @Override
    public final int ordinal() {
        return definition.ordinal();
    }

    @Override
    public final FieldSettings settings() {
        return definition.settings();
    }

    /**
     * Returns the way from a stored row to the value.
     *
     * @throws dev.ectype.error.MappingException if the field is virtual, and so not stored
     */
    public final FieldPath path() {
        FieldPath known = path;
        if (known == null) {
            known = finder.get();
            path = known;
        }
        return known;
    }

    /** Returns the list or set at whose elements the path starts; empty if it starts at the row. */
    public final Optional<Column<?, ?>> elementOf() {
        return Optional.ofNullable(list);
    }

    /** Returns the column of a field of the record that stands in this column, at any depth. */
    public final <E> Column<R, E> get(Field<V, E> inner) {
        return Inside.field(this, inner);
    }

    /**
     * Returns the element itself of a list or set of plain values, for a condition that any element has to meet.
     *
     * @throws dev.ectype.error.MappingException if the values are neither lists nor sets
     */
    public final <E> Column<R, E> element(Type<E> type) {
        return Inside.element(this, type);
    }

    /**
     * Returns the element at a position of a list, from zero.
     *
     * @throws dev.ectype.error.MappingException if the values are no lists or the position is negative
     */
    public final <E> Column<R, E> at(int position, Type<E> type) {
        return Inside.at(this, position, type);
    }

    /**
     * Returns the value of a key of a map.
     *
     * @throws dev.ectype.error.MappingException if the values are no maps
     */
    public final <E> Column<R, E> key(String key, Type<E> type) {
        return Inside.key(this, key, type);
    }

    /** Renders the quoted name, for a condition that is printed; it is never sent anywhere. */
    @Override
    public final void accept(Context<?> context) {
        context.visit(getQualifiedName());
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(this);
    }

    /** Returns the names of the record and the field. */
    @Override
    public final String toString() {
        return shape().name() + "." + name();
    }
}
