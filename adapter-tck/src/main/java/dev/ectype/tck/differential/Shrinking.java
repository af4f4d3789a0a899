package dev.ectype.tck.differential;

import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Looks for a smaller query over fewer rows whose answers differ as well, by leaving out one part after the other.
 *
 * @param <T> the queries
 * @param difference tells how the answers differ
 */
record Shrinking<T extends Shrinkable<T>>(BiFunction<T, List<Row>, Optional<String>> difference) {
    private static final int ATTEMPTS = 400;

    /**
     * A query whose answers differ.
     *
     * @param <T> the queries
     * @param trial the query
     * @param rows the rows
     * @param how how they differ
     */
    record Failure<T>(T trial, List<Row> rows, String how) {}

    Failure<T> shrink(Failure<T> first) {
        Failure<T> smallest = first;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Failure<T>> smaller = smallerThan(smallest);
            if (smaller.isEmpty()) {
                return smallest;
            }
            smallest = smaller.get();
        }
        return smallest;
    }

    private Optional<Failure<T>> smallerThan(Failure<T> failure) {
        for (int size = failure.rows().size() / 2; size > 0; size /= 2) {
            for (int from = 0; from < failure.rows().size(); from += size) {
                List<Row> fewer = new ArrayList<>(failure.rows());
                fewer.subList(from, Math.min(from + size, fewer.size())).clear();
                Optional<Failure<T>> smaller = fails(failure.trial(), fewer);
                if (smaller.isPresent()) {
                    return smaller;
                }
            }
        }
        return failure.trial()
                .smaller()
                .map(trial -> fails(trial, failure.rows()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Failure<T>> fails(T trial, List<Row> rows) {
        return difference.apply(trial, rows).map(how -> new Failure<>(trial, rows, how));
    }
}
