package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.adapter.inmemory.internal.store.OrderedIndex;
import dev.ectype.adapter.inmemory.internal.tree.Cursor;
import dev.ectype.types.stored.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of ranges of an index. Ranges become ranks, so that rows can be counted and passed over without a walk. */
final class RangeCursor implements Cursor<Row> {
    private final OrderedIndex index;
    private final List<Range> ranges;
    private final boolean backward;
    private final int lowest;
    private final int highest;
    private int nextRange;
    private int low;
    private int high;
    private @Nullable Cursor<Row> current;

    RangeCursor(AccessPath.ByIndex path, OrderedIndex index) {
        this.index = index;
        this.ranges = path.ranges();
        this.backward = path.walk() == AccessPath.Walk.BACKWARD;
        Range behind = path.behind();
        this.lowest = behind == null ? 0 : rank(behind.low());
        this.highest = behind == null ? index.tree().size() : rank(behind.high());
    }

    private int rank(Bound bound) {
        return index.tree().rank(bound.in(index.spec()));
    }

    /** Goes to the next range that is not empty; false if there is none. */
    private boolean advance() {
        while (nextRange < ranges.size()) {
            Range range = ranges.get(backward ? ranges.size() - 1 - nextRange : nextRange);
            nextRange++;
            low = Math.max(lowest, rank(range.low()));
            high = Math.min(highest, rank(range.high()));
            if (low < high) {
                return true;
            }
        }
        return false;
    }

    /** Passes over rows, only before the first step; returns over how many. */
    long skip(long wanted) {
        long skipped = 0;
        while (skipped < wanted && (low < high || advance())) {
            int step = (int) Math.min(wanted - skipped, high - low);
            if (backward) {
                high -= step;
            } else {
                low += step;
            }
            skipped += step;
        }
        return skipped;
    }

    @Override
    public @Nullable Row next() {
        while (true) {
            if (current != null) {
                Row row = current.next();
                if (row != null) {
                    return row;
                }
                low = high;
            }
            if (low >= high && !advance()) {
                return null;
            }
            current = index.tree().cursor(backward ? high - 1 : low, high - low, backward);
        }
    }
}
