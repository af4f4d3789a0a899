package dev.ectype.query;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.schema.Association;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * The wish to read the records of an association together with their owners. Immutable.
 *
 * @param <R> the owner
 * @param <E> the related record
 */
public final class Preload<R, E> {
    private final Association<R, E, ?> association;
    private final Query<E> query;
    private final Optional<UnaryOperator<Query<E>>> narrowing;
    private final Extent extent;

    private record Extent(OptionalInt perOwner, boolean forced) {
        static final Extent ALL = new Extent(OptionalInt.empty(), false);
    }

    private Preload(
            Association<R, E, ?> association,
            Query<E> query,
            Optional<UnaryOperator<Query<E>>> narrowing,
            Extent extent) {
        this.association = association;
        this.query = query;
        this.narrowing = narrowing;
        this.extent = extent;
    }

    /** Returns the wish to read the records of an association. */
    public static <R, E> Preload<R, E> of(Association<R, E, ?> association) {
        return new Preload<>(association, RelatedQueries.of(association), Optional.empty(), Extent.ALL);
    }

    /**
     * Returns the wish to read some records of an association, in an order, with records related to them.
     *
     * @param narrowing narrows and orders the query of all its records
     * @throws MappingException if the query has a limit or an offset, which all owners would share
     */
    public static <R, E> Preload<R, E> of(Association<R, E, ?> association, UnaryOperator<Query<E>> narrowing) {
        Query<E> asked = narrowing.apply(RelatedQueries.of(association));
        if (!asked.request().window().isAll()) {
            throw new MappingException(
                    Kind.USAGE,
                    "all owners would share a limit or an offset; say limitPerOwner(rows) on the preload",
                    Map.of("association", association));
        }
        return new Preload<>(association, asked, Optional.of(narrowing), Extent.ALL);
    }

    /** Returns the same for at most so many records of each owner, the first ones of the order. */
    public Preload<R, E> limitPerOwner(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("a limit is not negative: " + rows);
        }
        return new Preload<>(association, query, narrowing, new Extent(OptionalInt.of(rows), extent.forced()));
    }

    /** Returns the same for owners whose related records were read already: they are read again. */
    public Preload<R, E> force() {
        return new Preload<>(association, query, narrowing, new Extent(extent.perOwner(), true));
    }

    /** Returns the association. */
    public Association<R, E, ?> association() {
        return association;
    }

    /** Returns the query of the related records of any owner. */
    public Query<E> query() {
        return query;
    }

    /** Returns the same wish for another association of the same records, for any number of them. */
    public <M> Preload<M, E> elsewhere(Association<M, E, ?> other) {
        Preload<M, E> moved = narrowing.map(same -> of(other, same)).orElseGet(() -> of(other));
        return isForced() ? moved.force() : moved;
    }

    /** Returns the most records of each owner, if there is a limit. */
    public OptionalInt perOwner() {
        return extent.perOwner();
    }

    /** Tells whether records that were read already are read again. */
    public boolean isForced() {
        return extent.forced();
    }

    /**
     * Returns one wish that stands for this and another for the same association.
     *
     * @throws MappingException if both say which records
     */
    public Preload<R, E> and(Preload<R, E> other) {
        if (isPlain() || other.isPlain()) {
            Preload<R, E> chosen = isPlain() ? other : this;
            return isForced() || other.isForced() ? chosen.force() : chosen;
        }
        throw new MappingException(
                Kind.USAGE,
                "an association is preloaded twice with queries or limits of its own; say it once",
                Map.of("association", association));
    }

    private boolean isPlain() {
        return narrowing.isEmpty() && extent.perOwner().isEmpty();
    }

    @Override
    public String toString() {
        return "preload " + association;
    }
}
