package dev.ectype.repo.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of many rows. Immutable.
 *
 * @param outcomes one for each row, in the order in which they were given
 * @param <R> the record
 */
public record BulkResult<R>(List<RowOutcome<R>> outcomes) {
    /** Copies the outcomes. */
    public BulkResult {
        outcomes = List.copyOf(outcomes);
    }

    /** Tells whether every row is in the store. */
    public boolean isComplete() {
        return outcomes.stream().allMatch(RowOutcome::isOk);
    }

    /** Returns how many rows had this effect. */
    public long count(RowOutcome.Effect effect) {
        return outcomes.stream()
                .filter(outcome -> outcome instanceof RowOutcome.Ok<R> ok && ok.effect() == effect)
                .count();
    }

    /** Returns the records that are in the store, in the order of the rows. */
    public List<R> records() {
        return outcomes.stream()
                .flatMap(outcome -> outcome.toOptional().stream())
                .toList();
    }

    /** Returns the outcomes of the rows that are not in the store, by the place of the row, from zero. */
    public Map<Integer, RowOutcome<R>> failures() {
        Map<Integer, RowOutcome<R>> failures = new LinkedHashMap<>();
        for (int place = 0; place < outcomes.size(); place++) {
            if (!outcomes.get(place).isOk()) {
                failures.put(place, outcomes.get(place));
            }
        }
        return failures;
    }

    /**
     * Returns the records of all rows.
     *
     * @throws RuntimeException what {@link RowOutcome#orElseThrow} throws for the first row that is not in the store
     */
    public List<R> recordsOrThrow() {
        return outcomes.stream().map(RowOutcome::orElseThrow).toList();
    }

    /** Says what became of each row and not what is in it, which may be secret. */
    @Override
    public String toString() {
        return "BulkResult"
                + outcomes.stream()
                        .map(outcome -> outcome instanceof RowOutcome.Ok<R> ok
                                ? ok.effect().toString()
                                : outcome.getClass().getSimpleName())
                        .toList();
    }
}
