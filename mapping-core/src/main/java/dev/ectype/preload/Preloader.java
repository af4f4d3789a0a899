package dev.ectype.preload;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.Preload;
import dev.ectype.schema.Association;
import dev.ectype.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the records of associations for owners that were read, one level after the other. Immutable. */
public final class Preloader {
    private final Fetch fetch;
    private final Preloading settings;

    /** Creates a preloader whose queries {@code fetch} runs. */
    public Preloader(Fetch fetch, Preloading settings) {
        this.fetch = fetch;
        this.settings = settings;
    }

    /**
     * Returns owners with the records of associations, in the same order. What was read already is not read again unless the
     * preload says so.
     *
     * @throws MappingException before anything is read, as {@link #requireReadable} does for records that are there
     */
    public <R> List<R> preload(Schema<R> schema, List<R> owners, List<Preload<R, ?>> wanted) {
        requireReadable(schema, wanted, false);
        return completed(schema, owners, wanted);
    }

    /** Returns the same for owners that come from a query that was planned with what it wants of them. */
    public <R> List<R> completed(Schema<R> schema, List<R> owners, List<Preload<R, ?>> wanted) {
        if (owners.isEmpty() || wanted.isEmpty()) {
            return owners;
        }
        List<Preload<R, ?>> direct = new ArrayList<>();
        List<Preload<R, ?>> through = new ArrayList<>();
        merged(schema, wanted).forEach(each -> (each.association().through().isPresent() ? through : direct).add(each));
        List<R> loaded = direct.isEmpty() ? owners : filled(schema, owners, columns(owners, direct));
        for (Preload<R, ?> each : through) {
            loaded = new Through(this).preload(schema, loaded, each);
        }
        return loaded;
    }

    /**
     * Refuses what cannot be read, at any depth, so that nothing is read in vain.
     *
     * @param mayJoin whether a query reads the owners, which may read related records with them
     * @throws MappingException if records are to be read with owners that no query reads, and as {@link #merged} does
     */
    public static <R> void requireReadable(Schema<R> schema, List<Preload<R, ?>> wanted, boolean mayJoin) {
        for (Preload<R, ?> each : merged(schema, wanted)) {
            if (each.isJoined() && !mayJoin) {
                throw new MappingException(
                        Kind.USAGE,
                        "joined() reads related records with a query's own, by all or one; here, leave it out",
                        Map.of("association", each.association()));
            }
            requireReadableBelow(each);
        }
    }

    private static <E> void requireReadableBelow(Preload<?, E> preload) {
        boolean isQueried = !preload.isJoined() && preload.finder().isEmpty();
        requireReadable(preload.association().related(), preload.query().preloads(), isQueried);
    }

    /**
     * Returns one preload for each association.
     *
     * @throws MappingException if one is of other records, or two of the same association contradict each other
     */
    public static <R> Iterable<Preload<R, ?>> merged(Schema<R> schema, List<Preload<R, ?>> wanted) {
        Map<Association<R, ?, ?>, Preload<R, ?>> all = new LinkedHashMap<>();
        for (Preload<R, ?> each : wanted) {
            if (each.association().shape() != schema) {
                throw new MappingException(
                        Kind.USAGE,
                        "an association of other records cannot be preloaded into these",
                        Map.of("association", each.association(), "records", schema.name()));
            }
            all.merge(each.association(), each, Preloader::both);
        }
        return all.values();
    }

    @SuppressWarnings("unchecked") // both are of the same association
    private static <R, E> Preload<R, ?> both(Preload<R, ?> first, Preload<R, ?> second) {
        return ((Preload<R, E>) first).and((Preload<R, E>) second);
    }

    /** The values of one association for each owner, in their order. */
    private record Column<R>(Association<R, ?, ?> association, List<? extends @Nullable Object> values) {}

    private <R> List<Column<R>> columns(List<R> owners, List<Preload<R, ?>> wanted) {
        if (settings.executor().isEmpty() || wanted.size() == 1) {
            return wanted.stream().map(each -> column(owners, each)).toList();
        }
        Preloader inside = new Preloader(fetch, settings.sequential());
        List<CompletableFuture<Column<R>>> running = wanted.stream()
                .map(each -> start(() -> inside.column(owners, each)))
                .toList();
        return running.stream().map(Preloader::result).toList();
    }

    private <T> CompletableFuture<T> start(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, settings.executor().orElseThrow());
    }

    private static <T> T result(CompletableFuture<T> running) {
        try {
            return running.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private <R, E> Column<R> column(List<R> owners, Preload<R, E> preload) {
        return new Column<>(preload.association(), values(owners, preload, preload.association()));
    }

    private <R, E, V> List<@Nullable V> values(
            List<R> owners, Preload<R, E> preload, Association<R, E, V> association) {
        List<List<E>> groups = nested(preload, groups(owners, preload, association));
        List<@Nullable V> values = new ArrayList<>(groups.size());
        for (List<E> group : groups) {
            values.add(association.value(group));
        }
        return values;
    }

    /** Returns the related records of each owner: those that were read already, and those that are read now. */
    private <R, E, V> List<List<E>> groups(List<R> owners, Preload<R, E> preload, Association<R, E, V> association) {
        List<R> missing = new ArrayList<>();
        List<@Nullable List<E>> known = new ArrayList<>();
        for (R owner : owners) {
            V value = association.shape().get(owner, association);
            boolean isKnown = association.isLoaded(value) && (preload.isJoined() || !preload.isForced());
            known.add(isKnown ? association.records(value) : null);
            if (!isKnown) {
                missing.add(owner);
            }
        }
        List<List<E>> read = missing.isEmpty() ? List.of() : related(preload).of(missing);
        List<List<E>> all = new ArrayList<>();
        int next = 0;
        for (List<E> each : known) {
            all.add(each == null ? read.get(next++) : each);
        }
        return all;
    }

    private <R, E> Related<R, E> related(Preload<R, E> preload) {
        return new Related<>(new KeyBatches(fetch, settings.batchSize()), preload);
    }

    /** Returns the groups with what is to be read for their records in turn, each record once. */
    private <R, E> List<List<E>> nested(Preload<R, E> preload, List<List<E>> groups) {
        List<Preload<E, ?>> wanted = preload.query().preloads();
        if (wanted.isEmpty()) {
            return groups;
        }
        Set<E> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        List<E> all =
                groups.stream().flatMap(List::stream).filter(distinct::add).toList();
        List<E> loaded = completed(preload.association().related(), all, wanted);
        IdentityHashMap<E, E> byBefore = new IdentityHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            byBefore.put(all.get(i), loaded.get(i));
        }
        return groups.stream()
                .map(group -> group.stream()
                        .map(each -> Objects.requireNonNull(byBefore.get(each)))
                        .toList())
                .toList();
    }

    private static <R> List<R> filled(Schema<R> schema, List<R> owners, List<Column<R>> columns) {
        List<R> filled = new ArrayList<>(owners.size());
        for (int i = 0; i < owners.size(); i++) {
            @Nullable Object[] values = Owners.values(schema, owners.get(i));
            for (Column<R> column : columns) {
                values[column.association().ordinal()] = column.values().get(i);
            }
            filled.add(schema.build(values));
        }
        columns.forEach(column -> Owners.requireComponent(schema, filled.get(0), column.association()));
        return filled;
    }
}
