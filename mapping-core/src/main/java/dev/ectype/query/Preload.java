package dev.ectype.query;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.schema.Association;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The wish to read the records of an association together with their owners. Immutable.
 *
 * @param <R> the owner
 * @param <E> the related record
 */
public final class Preload<R, E> {
    private final Association<R, E, ?> association;
    private final Choice<E> choice;
    private final Extent extent;

    private record Extent(OptionalInt perOwner, boolean forced, boolean joined) {
        static final Extent ALL = new Extent(OptionalInt.empty(), false, false);
    }

    /** Which records: those of a query, which may be narrowed, or those that a function finds. */
    private record Choice<E>(
            Query<E> query,
            Optional<UnaryOperator<Query<E>>> narrowing,
            Optional<Function<List<Object>, ? extends Collection<E>>> finder) {}

    private Preload(Association<R, E, ?> association, Choice<E> choice, Extent extent) {
        this.association = association;
        this.choice = choice;
        this.extent = extent;
    }

    /** Returns the wish to read the records of an association. */
    public static <R, E> Preload<R, E> of(Association<R, E, ?> association) {
        return new Preload<>(
                association,
                new Choice<>(RelatedQueries.of(association), Optional.empty(), Optional.empty()),
                Extent.ALL);
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
        return new Preload<>(association, new Choice<>(asked, Optional.of(narrowing), Optional.empty()), Extent.ALL);
    }

    /**
     * Returns the wish to have the records of an association found by a function: by a cache, another store or a query of its
     * own. It is called with the keys, each once, and returns the records that have one of them in the column by which the
     * association relates; many to many, the keys of the related records. The rest of the association's options, its order
     * among them, is the function's to keep; records of one owner stay in the order in which it returns them.
     *
     * @param finder is called at most once for the owners of a call, by the thread that preloads
     */
    public static <R, E> Preload<R, E> by(
            Association<R, E, ?> association, Function<List<Object>, ? extends Collection<E>> finder) {
        return new Preload<>(
                association,
                new Choice<>(RelatedQueries.of(association), Optional.empty(), Optional.of(finder)),
                Extent.ALL);
    }

    private Preload<R, E> with(Extent changed) {
        return new Preload<>(association, choice, changed);
    }

    /** Returns the same for at most so many records of each owner, the first ones of the order. */
    public Preload<R, E> limitPerOwner(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("a limit is not negative: " + rows);
        }
        return with(new Extent(OptionalInt.of(rows), isForced(), isJoined()));
    }

    /** Returns the same for owners whose related records were read already: they are read again. */
    public Preload<R, E> force() {
        return with(new Extent(extent.perOwner(), true, isJoined()));
    }

    /**
     * Returns the same, read in the very request that reads the owners: one way to the store instead of two, where the store
     * can (the {@code $lookup} of MongoDB). Elsewhere, and for associations that are not direct, the query is refused. It
     * is for queries: owners that are there already have their related records read by queries of their own.
     *
     * @throws MappingException if a function finds the records
     */
    public Preload<R, E> joined() {
        if (finder().isPresent()) {
            throw new MappingException(
                    Kind.USAGE,
                    "what a function finds cannot be read in a request of the store; leave joined() out",
                    Map.of("association", association));
        }
        return with(new Extent(extent.perOwner(), isForced(), true));
    }

    /** Returns the association. */
    public Association<R, E, ?> association() {
        return association;
    }

    /** Returns the query of the related records of any owner. */
    public Query<E> query() {
        return choice.query();
    }

    /** Returns what finds the records by their keys, if that is a function and not the query. */
    public Optional<Function<List<Object>, ? extends Collection<E>>> finder() {
        return choice.finder();
    }

    /** Returns the same wish for another association of the same records, for any number of them. */
    public <M> Preload<M, E> elsewhere(Association<M, E, ?> other) {
        Preload<M, E> moved = choice.narrowing()
                .map(same -> of(other, same))
                .or(() -> choice.finder().map(same -> by(other, same)))
                .orElseGet(() -> of(other));
        Preload<M, E> again = isForced() ? moved.force() : moved;
        return isJoined() ? again.joined() : again;
    }

    /** Returns the most records of each owner, if there is a limit. */
    public OptionalInt perOwner() {
        return extent.perOwner();
    }

    /** Tells whether records that were read already are read again. */
    public boolean isForced() {
        return extent.forced();
    }

    /** Tells whether the records are read in the request of their owners. */
    public boolean isJoined() {
        return extent.joined();
    }

    /**
     * Returns one wish that stands for this and another for the same association.
     *
     * @throws MappingException if both say which records
     */
    public Preload<R, E> and(Preload<R, E> other) {
        if (isPlain() || other.isPlain()) {
            Preload<R, E> chosen = isPlain() ? other : this;
            Preload<R, E> again = isForced() || other.isForced() ? chosen.force() : chosen;
            return isJoined() || other.isJoined() ? again.joined() : again;
        }
        throw new MappingException(
                Kind.USAGE,
                "an association is preloaded twice with queries, functions or limits of its own; say it once",
                Map.of("association", association));
    }

    private boolean isPlain() {
        return choice.narrowing().isEmpty()
                && choice.finder().isEmpty()
                && extent.perOwner().isEmpty();
    }

    @Override
    public String toString() {
        return "preload " + association;
    }
}
