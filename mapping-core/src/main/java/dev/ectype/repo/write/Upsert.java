package dev.ectype.repo.write;

import dev.ectype.changeset.Field;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.Query;
import dev.ectype.schema.Schema;
import dev.ectype.spi.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an insertion whose primary key, or the values of a unique index, are taken:
 * {@code Upsert.on(PEOPLE.email).replaceAll()}. Looking and writing are one atomic step of the store. Immutable.
 *
 * @param <R> the record
 */
public final class Upsert<R> {
    private final Target<R> target;
    private final Mode mode;
    private final List<Field<R, ?>> fields;
    private final @Nullable Updates<R> updates;
    private final @Nullable Query<R> condition;

    /** What becomes of the record that is there. */
    public enum Mode {
        /** It stays as it is. */
        NOTHING,
        /** Every field is replaced but those named, the primary key, the target and the time of the insertion. */
        REPLACE_ALL_EXCEPT,
        /** The named fields are replaced. */
        REPLACE,
        /** It changes as {@link Updates} say. */
        UPDATE
    }

    private Upsert(
            Target<R> target,
            Mode mode,
            List<Field<R, ?>> fields,
            @Nullable Updates<R> updates,
            @Nullable Query<R> condition) {
        this.target = target;
        this.mode = mode;
        this.fields = fields;
        this.updates = updates;
        this.condition = condition;
    }

    /** Means a clash in these columns: all those of the primary key, or of a declared unique index. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R> Target<R> on(Field<R, ?>... columns) {
        if (columns.length == 0) {
            throw new IllegalArgumentException("name the columns, or say onKey(schema)");
        }
        return new Target<>(List.of(columns), Optional.empty());
    }

    /** Means a clash in the primary key of a schema. */
    public static <R> Target<R> onKey(Schema<R> schema) {
        return new Target<>(schema.keyFields(), Optional.empty());
    }

    /** Means a clash in the declared unique index of that name. */
    public static <R> Target<R> onIndex(Schema<R> schema, String name) {
        List<String> names = schema.reflection().indexes().stream()
                .filter(Source.Index::unique)
                .map(Source.Index::name)
                .toList();
        if (!names.contains(name)) {
            throw new MappingException(
                    Kind.USAGE,
                    "the schema declares no unique index of this name",
                    Map.of("schema", schema.name(), "index", name, "declared", names));
        }
        return new Target<>(List.of(), Optional.of(name));
    }

    /**
     * Which clash is meant. Immutable.
     *
     * @param columns the columns of the primary key or of a unique index; empty for a named index
     * @param index the name of the unique index, if it was given
     */
    public record Target<R>(List<Field<R, ?>> columns, Optional<String> index) {
        /** Copies the columns. */
        public Target {
            columns = List.copyOf(columns);
        }

        /** Returns the rule that leaves the record that is there as it is. */
        public Upsert<R> nothing() {
            return new Upsert<>(this, Mode.NOTHING, List.of(), null, null);
        }

        /** Returns the rule that replaces every field but the primary key, the target and the time of the insertion. */
        public Upsert<R> replaceAll() {
            return new Upsert<>(this, Mode.REPLACE_ALL_EXCEPT, List.of(), null, null);
        }

        /** Returns the rule that replaces every field as {@link #replaceAll} does, but not these. */
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final Upsert<R> replaceAllExcept(Field<R, ?>... others) {
            return new Upsert<>(this, Mode.REPLACE_ALL_EXCEPT, List.of(others), null, null);
        }

        /** Returns the rule that replaces these fields, at least one. */
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final Upsert<R> replace(Field<R, ?>... replaced) {
            if (replaced.length == 0) {
                throw new IllegalArgumentException("name the fields to replace, or say replaceAll() or nothing()");
            }
            return new Upsert<>(this, Mode.REPLACE, List.of(replaced), null, null);
        }

        /** Returns the rule that changes the record that is there, whatever the new one says. */
        public Upsert<R> update(Updates<R> updates) {
            return new Upsert<>(this, Mode.UPDATE, List.of(), updates, null);
        }
    }

    /**
     * Returns the same, changing the record that is there only if it meets the conditions of a query; otherwise the outcome
     * is stale.
     */
    public Upsert<R> onlyIf(Query<R> conditions) {
        if (mode == Mode.NOTHING) {
            throw new MappingException(
                    Kind.USAGE,
                    "a record that stays as it is needs no condition; say replace(...) or update(...)",
                    Map.of("query", conditions));
        }
        return new Upsert<>(target, mode, fields, updates, conditions);
    }

    /** Returns which clash is meant. */
    public Target<R> target() {
        return target;
    }

    /** Returns what becomes of the record that is there. */
    public Mode mode() {
        return mode;
    }

    /** Returns the named fields. */
    public List<Field<R, ?>> fields() {
        return fields;
    }

    /** Returns the changes of {@link Mode#UPDATE}. */
    public Optional<Updates<R>> updates() {
        return Optional.ofNullable(updates);
    }

    /** Returns the query whose conditions the record that is there must meet, if any. */
    public Optional<Query<R>> condition() {
        return Optional.ofNullable(condition);
    }
}
