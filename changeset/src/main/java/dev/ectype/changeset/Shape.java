package dev.ectype.changeset;

import dev.ectype.types.Type;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.SlotReader;
import dev.ectype.types.stored.SlotWriter;
import dev.ectype.types.stored.Storage;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields and embeds of a record, with their types and defaults; it knows no store. A subclass declares them as its
 * own final fields. They are collected while its initialisers run and sealed when the shape is first used, which is also
 * when a mismatch with the record is reported. Safe for use by several threads once constructed.
 *
 * @param <R> the record
 */
@SuppressWarnings("varargs") // the arrays are only read
public abstract class Shape<R> extends Declaring<R> {
    private final Map<String, StoredForm<R>> stored = new ConcurrentHashMap<>(2);
    private @Nullable StoredForm<R> untagged;

    /** Creates the shape of a record class. */
    protected Shape(Class<R> recordClass) {
        this(Construction.ofRecord(recordClass));
    }

    /** Creates the shape of a record class, with what is declared of all its fields at once. */
    protected Shape(Class<R> recordClass, ShapeOptions options) {
        this(Construction.ofRecord(recordClass), options);
    }

    /** Creates the shape of a record class that only {@code lookup} may see. */
    protected Shape(MethodHandles.Lookup lookup, Class<R> recordClass) {
        this(Construction.ofRecord(recordClass, lookup));
    }

    /** Creates a shape whose records are made and read as the construction says. */
    protected Shape(Construction<R> construction) {
        this(construction, ShapeOptions.DEFAULT);
    }

    /** Creates a shape by a construction, with what is declared of all its fields at once. */
    protected Shape(Construction<R> construction, ShapeOptions options) {
        super(construction, options);
    }

    /** Returns a shape of maps with those fields; a map has only the fields that were given a value. */
    public static Shape<Map<String, Object>> of(Map<String, ? extends Type<?>> types) {
        return MapShape.ofFields(types);
    }

    /**
     * Returns the shape that a record's components say: fields by the classes of their values, embeds for records and lists
     * of records, which are cast whole.
     *
     * @throws IllegalArgumentException if a component is of a class that has no type of its own
     */
    public static <R extends Record> Shape<R> infer(Class<R> recordClass) {
        return InferredShape.of(recordClass);
    }

    /** Returns a builder of a shape of maps. */
    public static MapShape.Builder ofMap() {
        return new MapShape.Builder();
    }

    /** Returns the shape of one record, which may be one of several kinds. */
    Shape<R> kindOf(R data) {
        return this;
    }

    /** Returns the shape of the record that params mean, or null if they mean none. */
    @Nullable Shape<R> kindOf(Map<String, ?> params) {
        return this;
    }

    /** Returns the changeset function that a kind of record has of its own, or null. */
    @Nullable ChildChangeset<R> changesetOf(Shape<R> kind) {
        return null;
    }

    /** Returns values without the one that says which kind of record they are for. */
    Map<String, ?> withoutTag(Map<String, ?> values) {
        return values;
    }

    boolean isOwn(Plan<?> other) {
        return other == plan();
    }

    /** Returns a changeset of these records, made by a function of the user's. */
    Changeset<R> own(@Nullable Changeset<R> made, Relation<?, R, ?> relation) {
        if (made == null || !isOwn(made.state().plan())) {
            throw new IllegalArgumentException("the changeset given for '" + relation.name() + "' of "
                    + relation.shape().name() + " is "
                    + (made == null ? "null" : "one of " + made.shape().name())
                    + ": return one of " + name());
        }
        return made;
    }

    /** Returns how the records are stored, with a tag beside their fields if they are one of several kinds. */
    StoredForm<R> stored(String tag) {
        return stored.computeIfAbsent(tag, text -> new StoredForm<>(plan(), text.isEmpty() ? null : text));
    }

    private StoredForm<R> stored() {
        StoredForm<R> known = untagged;
        if (known == null) {
            known = stored("");
            untagged = known;
        }
        return known;
    }

    @Override
    final Shape<R> self() {
        return this;
    }

    /** Returns the name of the record, for messages. */
    public String name() {
        return construction().name();
    }

    /** Returns the fields in the order of their declaration. */
    public final List<Field<R, ?>> fields() {
        return plan().fields();
    }

    /** Returns a field as the relation that it is, or null. Looking it up is quicker than asking for the interface. */
    public final @Nullable Relation<R, ?, ?> relation(Field<R, ?> field) {
        return plan().relation(plan().ordinal(field));
    }

    /**
     * Returns every field that params may set directly, for {@code cast(params, castable())}. Name the fields one by one
     * where not all of them are the client's to set.
     */
    @SuppressWarnings("unchecked") // an array of a generic type can be made no other way
    public final Field<R, ?>[] castable() {
        return fields().stream()
                .filter(field -> !(field instanceof Relation<?, ?, ?>))
                .toArray(Field[]::new);
    }

    /** Returns the fields of the primary key. */
    public final List<Field<R, ?>> keyFields() {
        return plan().primaryKey();
    }

    /** Returns the field of that name, if there is one. */
    public final Optional<Field<R, ?>> find(String name) {
        return Optional.ofNullable(plan().find(name));
    }

    /**
     * Returns the field of that name.
     *
     * @throws IllegalArgumentException if there is none, with the one that may have been meant
     */
    public final Field<R, ?> require(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        Suggestion.unknown("field", name, plan().names()) + " in " + name()));
    }

    /** Returns an empty changeset on nothing: the record is new. */
    public final Changeset<R> change() {
        return Changeset.on(plan(), null, Extras.plain(1, null, false));
    }

    /** Returns an empty changeset on a record. */
    public final Changeset<R> change(R data) {
        return Changeset.on(plan(), data, Extras.plain(1, null, false));
    }

    /** Casts the permitted params for a new record; nothing else is read of the params. */
    @SafeVarargs
    public final Changeset<R> cast(Map<String, ?> params, Field<R, ?>... permitted) {
        return Caster.cast(Changeset.fresh(plan(), null), params, CastOptions.DEFAULT, permitted);
    }

    /** Casts the permitted params onto a record; nothing else is read of the params. */
    @SafeVarargs
    public final Changeset<R> cast(R data, Map<String, ?> params, Field<R, ?>... permitted) {
        return Caster.cast(Changeset.fresh(plan(), data), params, CastOptions.DEFAULT, permitted);
    }

    /** Casts the permitted params for a new record, by options. */
    @SafeVarargs
    public final Changeset<R> cast(Map<String, ?> params, CastOptions options, Field<R, ?>... permitted) {
        return Caster.cast(Changeset.fresh(plan(), null), params, options, permitted);
    }

    /** Casts the permitted params onto a record, by options. */
    @SafeVarargs
    public final Changeset<R> cast(R data, Map<String, ?> params, CastOptions options, Field<R, ?>... permitted) {
        return Caster.cast(Changeset.fresh(plan(), data), params, options, permitted);
    }

    /** Returns the value of a field of a record, or null. */
    public final <V> @Nullable V get(R data, Field<R, V> field) {
        @SuppressWarnings("unchecked") // the shape made sure that the component holds values of the field's type
        V value = (V) plan().binding.get(data, plan().ordinal(field));
        return value;
    }

    /** Makes a record of the values of its fields, by ordinal; the array is not kept. */
    public final R build(@Nullable Object[] values) {
        return plan().binding.build(null, values);
    }

    /** Returns what is stored of a record, in order: every field that is not virtual. */
    public final Layout layout() {
        return stored().layout();
    }

    /** Turns a record into its stored form. */
    public final Row dump(R data) {
        return stored().dump(data, false);
    }

    /**
     * Reads a stored form.
     *
     * @throws dev.ectype.types.LoadException if a value is not one that its field's type writes
     */
    public final R load(Row row) {
        return stored().load(row, false);
    }

    /**
     * Returns a function that makes records straight of what a store returns, about as fast as code written for the record.
     * It raises what {@link #load} does.
     *
     * @param readers one for each slot of the {@linkplain #layout() layout}, in order
     * @throws IllegalArgumentException if there are more or fewer
     */
    public final <T> Function<T, R> loader(List<SlotReader<T>> readers) {
        return stored().loader(readers);
    }

    /**
     * Returns what writes records straight into what a store is given, about as fast as code written for the record.
     *
     * @param writers one for each slot of the {@linkplain #layout() layout}, in order
     * @throws IllegalArgumentException if there are more or fewer
     */
    public final <T> BiConsumer<R, T> dumper(List<SlotWriter<T>> writers) {
        return stored().dumper(writers);
    }

    /**
     * Reads a stored form that may be read again. The record is kept with the row and returned the next time, if nothing but
     * its identity tells it from one read anew: it is an instance of a record class, and its values are single ones that
     * stand in the row as they are, or constants of an enum.
     *
     * @throws dev.ectype.types.LoadException if a value is not one that its field's type writes
     */
    public final R loadOnce(Row row) {
        return stored().loadOnce(row);
    }

    Row dumpEmbedded(R data) {
        return stored().dump(data, true);
    }

    R loadEmbedded(Row row) {
        return stored().load(row, true);
    }

    Storage storage() {
        return new Storage.Embedded(this::layout);
    }

    /** Returns the class of the records. */
    public final Class<? super R> recordClass() {
        return construction().type();
    }

    /** Returns the type of these records as a value of another record's field: stored whole, inside its owner. */
    public final Type<R> asType() {
        return Embedding.one(() -> this);
    }

    @Override
    public String toString() {
        return "Shape of " + name();
    }
}
