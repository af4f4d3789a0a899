package dev.ectype.schema;

import static dev.ectype.types.Types.instant;

import dev.ectype.changeset.ChildChangeset;
import dev.ectype.changeset.Construction;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldOption;
import dev.ectype.changeset.Shape;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Source;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A shape whose records live in a store. A subclass declares its columns as final fields and its indexes in an
 * initialiser; what was declared is sealed when the schema is first used. Safe for use by several threads once
 * constructed.
 *
 * @param <R> the record
 */
public abstract class Schema<R> extends Shape<R> {
    private final String sourceName;
    private final List<IndexDeclaration> indexes = new ArrayList<>();
    private final List<Object> hints = new ArrayList<>();
    private final Map<Optional<String>, Source> sources = new ConcurrentHashMap<>();
    private Optional<Timestamps<R>> timestamps = Optional.empty();

    private record IndexDeclaration(List<? extends Column<?, ?>> columns, boolean unique) {
        /** The name is the one that Ecto would infer, so that a constraint declared by fields finds it. */
        Source.Index describe(String source) {
            List<FieldPath> paths = columns.stream().map(Column::path).toList();
            String fields = paths.stream().map(FieldPath::source).collect(Collectors.joining("_"));
            return new Source.Index(source + "_" + fields.replace('.', '_') + "_index", paths, unique);
        }
    }

    /**
     * Creates the schema of a record class.
     *
     * @param source the collection, table or base where the records live
     */
    protected Schema(Class<R> recordClass, String source) {
        this(Construction.ofRecord(recordClass), source);
    }

    /** Creates a schema whose records are made and read as the construction says. */
    protected Schema(Construction<R> construction, String source) {
        super(construction);
        this.sourceName = source;
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
        indexes.add(new IndexDeclaration(List.of(columns), true));
    }

    /** Declares an index, so that conditions on its leading columns and orders by them need no scan. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    protected final void index(Column<R, ?>... columns) {
        indexes.add(new IndexDeclaration(List.of(columns), false));
    }

    /**
     * Declares the fields {@code insertedAt} and {@code updatedAt}, to the second: both are set when a record is inserted,
     * the second one whenever it is updated, unless the changeset says otherwise.
     */
    protected final void timestamps() {
        timestamps = Optional.of(new Timestamps<>(field("insertedAt", instant()), field("updatedAt", instant())));
    }

    /** Says something to one store only: an object of a class of its adapter, such as the base of its entries. */
    protected final void hint(Object forOneStore) {
        hints.add(forOneStore);
    }

    /** Returns the timestamps, if they were declared. */
    public final Optional<Timestamps<R>> timestampColumns() {
        return timestamps;
    }

    /** Returns where the records live, as an adapter sees it. */
    public final Source asSource() {
        return asSource(Optional.empty());
    }

    /** Returns where the records live in a namespace: a database, a table prefix, a base. */
    public final Source asSource(Optional<String> prefix) {
        return sources.computeIfAbsent(prefix, this::describe);
    }

    private Source describe(Optional<String> prefix) {
        Layout layout = layout();
        List<Integer> key = keyFields().stream().map(this::slot).toList();
        List<Source.Index> declared =
                indexes.stream().map(index -> index.describe(sourceName)).toList();
        return new Source(sourceName, prefix, layout, key, declared, hints);
    }

    /** Returns the slot of a stored field. */
    public final int slot(Field<R, ?> field) {
        return layout().indexOfSource(field.settings().source().orElse(field.name()));
    }
}
