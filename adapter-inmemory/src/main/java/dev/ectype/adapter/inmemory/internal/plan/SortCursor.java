package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.adapter.inmemory.internal.tree.Cursor;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Reads all rows at the first step, and gives the lowest ones in order. */
final class SortCursor implements Cursor<Row> {
    private static final int MOST_IN_HEAP = 10_000;

    private final Cursor<Row> rows;
    private final Comparator<Row> order;
    private final long wanted;
    private @Nullable Iterator<Row> sorted;

    SortCursor(Cursor<Row> rows, Comparator<Row> order, long wanted) {
        this.rows = rows;
        this.order = order;
        this.wanted = wanted;
    }

    @Override
    public @Nullable Row next() {
        if (sorted == null) {
            List<Row> read = new ArrayList<>(wanted <= MOST_IN_HEAP ? lowest((int) wanted) : all());
            read.sort(order);
            sorted = read.iterator();
        }
        return sorted.hasNext() ? sorted.next() : null;
    }

    private Collection<Row> all() {
        List<Row> all = new ArrayList<>();
        for (Row row = rows.next(); row != null; row = rows.next()) {
            all.add(row);
        }
        return all;
    }

    /** Keeps the highest of the rows that are still wanted on top, to be pushed out by a lower one. */
    private Collection<Row> lowest(int most) {
        PriorityQueue<Row> lowest = new PriorityQueue<>(Math.max(1, Math.min(most, 64)), order.reversed());
        for (Row row = rows.next(); row != null && most > 0; row = rows.next()) {
            if (lowest.size() < most) {
                lowest.add(row);
            } else if (order.compare(row, lowest.peek()) < 0) {
                lowest.poll();
                lowest.add(row);
            }
        }
        return lowest;
    }
}
