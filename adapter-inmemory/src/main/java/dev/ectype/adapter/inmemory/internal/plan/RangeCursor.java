package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.adapter.inmemory.internal.store.OrderedIndex;
import dev.ectype.adapter.inmemory.internal.tree.Cursor;
import dev.ectype.adapter.inmemory.internal.tree.Position;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of ranges of an index. Ranges become ranks where rows are to be counted, passed over or walked backward; a walk
 * forward only looks for the end of a range when it comes near.
 */
final class RangeCursor implements Cursor<Row> {
    private final OrderedIndex index;
    private final List<Range> ranges;
    private final boolean backward;
    private final @Nullable Range behind;
    private final int lowest;
    private int nextRange;
    private int low;
    private int high;
    private Cursor<Row> current = () -> null;

    RangeCursor(AccessPath.ByIndex path, OrderedIndex index) {
        this.index = index;
        this.ranges = path.ranges();
        this.backward = path.walk() == AccessPath.Walk.BACKWARD;
        this.behind = path.behind();
        this.lowest = behind == null ? 0 : rank(behind.low());
    }

    private int highest() {
        return behind == null ? index.tree().size() : rank(behind.high());
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
            high = Math.min(highest(), rank(range.high()));
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
        Row row = current.next();
        while (row == null && open()) {
            row = current.next();
        }
        return row;
    }

    @Override
    public void forEachLeft(Consumer<? super Row> action) {
        do {
            current.forEachLeft(action);
        } while (open());
    }

    /** Begins to walk through what is left of the range, or through the next one; false if there is none. */
    private boolean open() {
        if (low >= high && !backward) {
            return openForward();
        }
        if (low >= high && !advance()) {
            return false;
        }
        current = index.tree().cursor(backward ? high - 1 : low, high - low, backward);
        low = high;
        return true;
    }

    private boolean openForward() {
        if (nextRange == ranges.size()) {
            return false;
        }
        Range range = ranges.get(nextRange++);
        current = index.tree().cursor(Math.max(lowest, rank(range.low())), end(range));
        return true;
    }

    private Position<Row> end(Range range) {
        Position<Row> end = range.high().in(index.spec());
        if (behind == null) {
            return end;
        }
        Position<Row> last = behind.high().in(index.spec());
        return row -> end.isAfter(row) && last.isAfter(row);
    }
}
