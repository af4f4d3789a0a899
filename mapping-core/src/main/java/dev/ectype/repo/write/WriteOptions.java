package dev.ectype.repo.write;

import dev.ectype.changeset.Field;
import java.util.List;
import java.util.Optional;

/** How one write differs from the usual. Immutable. */
public final class WriteOptions {
    private static final WriteOptions NONE = new WriteOptions(Returning.NOTHING, false, Optional.empty());

    private final Returning returning;
    private final boolean forced;
    private final Optional<OnStale> stale;

    /**
     * What the result is told by the store beside what only the store knows.
     *
     * @param all whether every stored field
     * @param fields the fields, if not all
     */
    private record Returning(boolean all, List<Field<?, ?>> fields) {
        static final Returning NOTHING = new Returning(false, List.of());
    }

    /**
     * What a write that finds no record is, if not stale.
     *
     * @param errorField the name of the field that gets an error, as params say it; empty to take it for done
     * @param message the text of the error
     */
    public record OnStale(Optional<String> errorField, String message) {}

    private WriteOptions(Returning returning, boolean forced, Optional<OnStale> stale) {
        this.returning = returning;
        this.forced = forced;
        this.stale = stale;
    }

    /** Returns options that say nothing. */
    public static WriteOptions none() {
        return NONE;
    }

    /** Returns the same, with these fields of the result as they are in the store, at least one. */
    public WriteOptions returning(Field<?, ?>... fields) {
        if (fields.length == 0) {
            throw new IllegalArgumentException("name the fields to be returned, or say returningAll()");
        }
        return new WriteOptions(new Returning(false, List.of(fields)), forced, stale);
    }

    /** Returns the same, with every stored field of the result as it is in the store. */
    public WriteOptions returningAll() {
        return new WriteOptions(new Returning(true, List.of()), forced, stale);
    }

    /** Returns the same, for an update that writes its timestamp even if nothing else changes. */
    public WriteOptions force() {
        return new WriteOptions(returning, true, stale);
    }

    /** Returns the same, for an update or delete that is as good as done when it finds no record. */
    public WriteOptions allowStale() {
        return new WriteOptions(returning, forced, Optional.of(new OnStale(Optional.empty(), "")));
    }

    /** Returns the same, for an update or delete whose changeset gets an error on a field when it finds no record. */
    public WriteOptions staleErrorOn(Field<?, ?> field) {
        return staleErrorOn(field, "is stale");
    }

    /** Returns the same, for an update or delete whose changeset gets this error on a field when it finds no record. */
    public WriteOptions staleErrorOn(Field<?, ?> field, String message) {
        return new WriteOptions(returning, forced, Optional.of(new OnStale(Optional.of(nameOf(field)), message)));
    }

    private static String nameOf(Field<?, ?> field) {
        return field.settings().external().orElse(field.name());
    }

    /** Tells whether every stored field is returned. */
    public boolean isReturningAll() {
        return returning.all();
    }

    /** Tells whether any field is to be returned. */
    public boolean isReturningAny() {
        return returning.all() || !returning.fields().isEmpty();
    }

    /** Returns the fields to be returned, none if all are. */
    public List<Field<?, ?>> returnedFields() {
        return returning.fields();
    }

    /** Tells whether an update writes its timestamp even if nothing else changes. */
    public boolean isForced() {
        return forced;
    }

    /** Returns what a write that finds no record is; empty for stale. */
    public Optional<OnStale> onStale() {
        return stale;
    }
}
