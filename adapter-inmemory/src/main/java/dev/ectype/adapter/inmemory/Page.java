package dev.ectype.adapter.inmemory;

import dev.ectype.adapter.inmemory.internal.store.TableState;
import dev.ectype.query.ir.Predicate;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Optional;

/**
 * Some rows of a bounded select, and where it goes on. Immutable.
 *
 * @param rows the rows
 * @param continuation what {@link InMemoryTable#select(Continuation)} takes for the next page; empty if there is none
 */
public record Page(List<Row> rows, Optional<Continuation> continuation) {
    /** Copies the rows. */
    public Page {
        rows = List.copyOf(rows);
    }

    /**
     * Where a bounded select goes on: behind a row of the snapshot that the first page was read from. It may be used
     * several times, and keeps that snapshot alive. Immutable.
     */
    public static final class Continuation {
        private final TableState state;
        private final Selection selection;
        private final Row last;

        Continuation(TableState state, Selection selection, Row last) {
            this.state = state;
            this.selection = selection;
            this.last = last;
        }

        TableState state() {
            return state;
        }

        Selection selection() {
            return selection;
        }

        /** Returns the stored row behind which it goes on. */
        Row last() {
            return last;
        }
    }

    /** In which direction rows are passed through. */
    public enum Direction {
        /** From the first to the last. */
        FORWARD,
        /** From the last to the first. */
        BACKWARD
    }

    /** What is selected. */
    record Selection(List<Predicate> conditions, int limit, Direction direction) {
        /** Makes sure that a page gets anywhere. */
        Selection {
            if (limit < 1) {
                throw new IllegalArgumentException("a page has one row or more, not " + limit);
            }
        }
    }
}
