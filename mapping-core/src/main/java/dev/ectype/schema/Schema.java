package dev.ectype.schema;

import dev.ectype.changeset.ChildChangeset;
import dev.ectype.changeset.Construction;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldOption;
import dev.ectype.changeset.Shape;
import dev.ectype.changeset.ShapeOptions;
import dev.ectype.spi.Source;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A shape whose records live in a store. A subclass declares its columns as final fields and its indexes in an
 * initialiser; what was declared is sealed when the schema is first used. Safe for use by several threads once
 * constructed.
 *
 * @param <R> the record
 */
public abstract class Schema<R> extends Associating<R> {
    private final String sourceName;
    private final Indexes indexes;
    private final List<Object> hints = new ArrayList<>();
    private final Map<Location, Source> sources = new ConcurrentHashMap<>();
    private Optional<String> ownPrefix = Optional.empty();
    private @Nullable Source own;
    private @Nullable List<Integer> loadedSlots;

    /**
     * Creates the schema of a record class.
     *
     * @param source the collection, table or base where the records live
     */
    protected Schema(Class<R> recordClass, String source) {
        this(Construction.ofRecord(recordClass), source);
    }

    /** Creates the schema of a record class, with what is declared of all its fields at once. */
    protected Schema(Class<R> recordClass, String source, ShapeOptions options) {
        this(Construction.ofRecord(recordClass), source, options);
    }

    /** Creates a schema whose records are made and read as the construction says. */
    protected Schema(Construction<R> construction, String source) {
        this(construction, source, ShapeOptions.DEFAULT);
    }

    /** Creates a schema by a construction, with what is declared of all its fields at once. */
    protected Schema(Construction<R> construction, String source, ShapeOptions options) {
        super(construction, options);
        this.sourceName = source;
        this.indexes = new Indexes(this, source);
    }

    @Override
    protected <V> Column<R, V> field(String name, Type<V> type, FieldOption... options) {
        return add(name, type, options, Column::new);
    }

    @Override
    protected <E> EmbedsOne<R, E> embedsOne(
            String name, Shape<E> shape, ChildChangeset<E> changeset, FieldOption... options) {
        return embedsOne(name, () -> shape, changeset, options);
    }

    @Override
    protected <E> EmbedsOne<R, E> embedsOne(String name, Shape<E> shape, FieldOption... options) {
        return addRelation(name, () -> shape, null, options, Making.embed(EmbedsOne::new));
    }

    @Override
    protected <E> EmbedsOne<R, E> embedsOne(
            String name, Supplier<? extends Shape<E>> shape, ChildChangeset<E> changeset, FieldOption... options) {
        return addRelation(name, shape, changeset, options, Making.embed(EmbedsOne::new));
    }

    @Override
    protected <E> EmbedsMany<R, E> embedsMany(
            String name, Shape<E> shape, ChildChangeset<E> changeset, FieldOption... options) {
        return embedsMany(name, () -> shape, changeset, options);
    }

    @Override
    protected <E> EmbedsMany<R, E> embedsMany(String name, Shape<E> shape, FieldOption... options) {
        return addRelation(name, () -> shape, null, options, Making.embeds(EmbedsMany::new));
    }

    @Override
    protected <E> EmbedsMany<R, E> embedsMany(
            String name, Supplier<? extends Shape<E>> shape, ChildChangeset<E> changeset, FieldOption... options) {
        return addRelation(name, shape, changeset, options, Making.embeds(EmbedsMany::new));
    }

    /** Declares that no two records have the same values of these columns; records with a null in one never clash. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    protected final void unique(Column<R, ?>... columns) {
        indexes.add(IndexOptions.DEFAULT, List.of(columns), true);
    }

    /** Declares a unique index with a name of its own, or of some records only. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    protected final void unique(IndexOptions options, Column<R, ?>... columns) {
        indexes.add(options, List.of(columns), true);
    }

    /** Declares an index, so that conditions on its leading columns and orders by them need no scan. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    protected final void index(Column<R, ?>... columns) {
        indexes.add(IndexOptions.DEFAULT, List.of(columns), false);
    }

    /** Declares an index with a name of its own, or of some records only. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    protected final void index(IndexOptions options, Column<R, ?>... columns) {
        indexes.add(options, List.of(columns), false);
    }

    /** Declares the namespace of the records, where a call does not say another: a database, a table prefix, a base. */
    protected final void prefix(String name) {
        ownPrefix = Optional.of(name);
    }

    /** Says something to one store only: an object of a class of its adapter, such as the base of its entries. */
    protected final void hint(Object forOneStore) {
        hints.add(forOneStore);
    }

    /** Returns where the records live, as an adapter sees it: in the declared namespace, or in the adapter's own. */
    public final Source asSource() {
        return asSource(Location.DECLARED);
    }

    /** Returns where the records live in a namespace: a database, a table prefix, a base. */
    public final Source asSource(Optional<String> prefix) {
        return asSource(Location.inPrefix(prefix));
    }

    /** Returns where the records of a call live, if that is elsewhere than declared. */
    @SuppressWarnings("ReferenceEquality") // a way that is quicker, not another one
    public final Source asSource(Location location) {
        return location == Location.DECLARED ? declared() : found(location);
    }

    private Source declared() {
        Source known = own;
        if (known == null) {
            known = found(Location.DECLARED);
            own = known;
        }
        return known;
    }

    private Source found(Location location) {
        return sources.computeIfAbsent(
                location.prefix().isPresent() || ownPrefix.isEmpty() ? location : location.withPrefix(ownPrefix),
                this::describe);
    }

    private Source describe(Location location) {
        Layout layout = layout();
        List<Integer> key = keyFields().stream().map(this::slot).toList();
        return new Source(
                location.source().orElse(sourceName), location.prefix(), layout, key, indexes.describe(), hints);
    }

    /** Returns what was declared, for programs that read it. */
    public final Reflection<R> reflection() {
        return new Reflection<>(this);
    }

    /** Returns the slots that a query reads that says nothing else, ascending. */
    public final List<Integer> loadedSlots() {
        List<Integer> known = loadedSlots;
        if (known == null) {
            known = IntStream.range(0, layout().size())
                    .filter(this::isLoadedInQuery)
                    .boxed()
                    .toList();
            loadedSlots = known;
        }
        return known;
    }

    private boolean isLoadedInQuery(int slot) {
        return require(layout().slot(slot).name()).settings().isLoadedInQuery();
    }

    /** Returns the slot of a stored field. */
    public final int slot(Field<R, ?> field) {
        return layout().indexOfSource(field.settings().source().orElse(field.name()));
    }
}
