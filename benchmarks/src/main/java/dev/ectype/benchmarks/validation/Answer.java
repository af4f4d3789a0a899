package dev.ectype.benchmarks.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a controller goes on with: the record, or the texts of what is wrong.
 *
 * @param value the record, null if anything is wrong
 * @param problems a line for each problem: where, and what
 */
record Answer<R>(@Nullable R value, List<String> problems) {
    static <R> Answer<R> of(R value) {
        return new Answer<>(value, List.of());
    }

    static <R> Answer<R> wrong(List<String> problems) {
        return new Answer<>(null, problems);
    }
}
