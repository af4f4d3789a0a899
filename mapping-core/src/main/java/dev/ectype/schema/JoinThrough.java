package dev.ectype.schema;

import dev.ectype.changeset.Changeset;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * The rows that relate records to records: one row for each pair. They are records of a schema, or rows of a source that
 * have nothing but the two keys. What refers to columns is supplied late, since schemas may refer to each other. Immutable.
 *
 * @param <J> the joining record
 */
public final class JoinThrough<J> {
    private final Rows<J> rows;
    private final References references;
    private final Options<J> options;

    /** Supplies the schema of the rows, given the columns that they refer to, and its two columns. */
    interface Rows<J> {
        Joining<J> resolve(Column<?, ?> owner, Column<?, ?> related);

        /** Tells whether a row has more than its keys. */
        boolean isSchema();
    }

    /**
     * The rows, once their schema is there.
     *
     * @param schema their schema
     * @param ownerKey the column that refers to the owner
     * @param relatedKey the column that refers to the related record
     */
    public record Joining<J>(Schema<J> schema, Column<J, ?> ownerKey, Column<J, ?> relatedKey) {}

    private record References(
            @Nullable Supplier<? extends Column<?, ?>> owner,
            @Nullable Supplier<? extends Column<?, ?>> related) {}

    private record Options<J>(
            @Nullable Supplier<Condition> where, @Nullable UnaryOperator<Changeset<J>> defaults, boolean keeping) {}

    private JoinThrough(Rows<J> rows, References references, Options<J> options) {
        this.rows = rows;
        this.references = references;
        this.options = options;
    }

    /** Joins through the records of a schema, whose generated values and timestamps are made as for any record. */
    public static <J> JoinThrough<J> of(
            Supplier<? extends Schema<J>> schema,
            Supplier<? extends Column<J, ?>> ownerKey,
            Supplier<? extends Column<J, ?>> relatedKey) {
        return new JoinThrough<>(
                new JoinRows.OfSchema<>(schema, ownerKey, relatedKey),
                new References(null, null),
                new Options<>(null, null, false));
    }

    /** Joins through rows of a source that have two fields and nothing else; together they are the primary key. */
    public static JoinThrough<JoinRow> of(String source, String ownerKey, String relatedKey) {
        return new JoinThrough<>(
                new JoinRows.OfSource(source, ownerKey, relatedKey),
                new References(null, null),
                new Options<>(null, null, false));
    }

    /** Refers to other columns than the primary keys of both sides. */
    public JoinThrough<J> references(Supplier<? extends Column<?, ?>> owner, Supplier<? extends Column<?, ?>> related) {
        return new JoinThrough<>(rows, new References(owner, related), options);
    }

    /** Relates only by rows that meet a condition on their own columns. */
    public JoinThrough<J> where(Supplier<Condition> condition) {
        return new JoinThrough<>(rows, references, new Options<>(condition, options.defaults(), options.keeping()));
    }

    /** Starts each new row from what the function makes of an empty one; for rows that are records of a schema. */
    public JoinThrough<J> defaults(UnaryOperator<Changeset<J>> start) {
        return new JoinThrough<>(rows, references, new Options<>(options.where(), start, options.keeping()));
    }

    /** Leaves a row that is there already as it is, where else it would be a violated constraint. */
    public JoinThrough<J> keepExisting() {
        return new JoinThrough<>(rows, references, new Options<>(options.where(), options.defaults(), true));
    }

    Rows<J> rows() {
        return rows;
    }

    Optional<Column<?, ?>> ownerReference() {
        return Optional.ofNullable(references.owner()).map(Supplier::get);
    }

    Optional<Column<?, ?>> relatedReference() {
        return Optional.ofNullable(references.related()).map(Supplier::get);
    }

    /** Returns the condition on the rows, if there is one. */
    public Optional<Condition> where() {
        return Optional.ofNullable(options.where()).map(Supplier::get);
    }

    /** Returns what new rows start from, if it is more than nothing. */
    public Optional<UnaryOperator<Changeset<J>>> defaults() {
        return Optional.ofNullable(options.defaults());
    }

    /** Tells whether a row that is there already is no violation. */
    public boolean isKeepingExisting() {
        return options.keeping();
    }
}
