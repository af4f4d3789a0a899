package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.adapter.inmemory.internal.store.Deadline;
import dev.ectype.adapter.inmemory.internal.store.TableState;
import dev.ectype.adapter.inmemory.internal.tree.Cursor;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.RowOrder;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A query with its access path. Immutable. */
public final class MemoryPlan implements NativePlan {
    private final QueryRequest request;
    private final AccessPath path;
    private final List<Predicate> residual;
    private final boolean pathTakesKeyset;

    MemoryPlan(QueryRequest request, AccessPath path, List<Predicate> residual, boolean pathTakesKeyset) {
        this.request = request;
        this.path = path;
        this.residual = residual;
        this.pathTakesKeyset = pathTakesKeyset;
    }

    /** Returns the source that is read. */
    public Source source() {
        return request.source();
    }

    /** Returns which of the rows are wanted. */
    public Window window() {
        return request.window();
    }

    @Override
    public Access access() {
        return path.access();
    }

    /** Returns a walk over the stored rows that the query wants, in their order. */
    public Cursor<Row> open(TableState state, Deadline deadline) {
        Window window = request.window();
        Cursor<Row> walk = Walks.of(path, state);
        long offset = window.offset();
        if (offset > 0 && isPlain() && walk instanceof RangeCursor ranges) {
            offset -= ranges.skip(offset);
        }
        Cursor<Row> wanted = ordered(filtered(walk, deadline));
        return window.limit().isEmpty() && offset == 0 ? wanted : new WindowCursor(wanted, offset, window.limit());
    }

    /** Returns the stored rows that the query wants, in their order. */
    public List<Row> rows(TableState state, Deadline deadline) {
        List<Row> rows = new ArrayList<>();
        Cursor<Row> cursor = open(state, deadline);
        for (Row row = cursor.next(); row != null; row = cursor.next()) {
            rows.add(row);
        }
        return rows;
    }

    /** Tells whether the path gives the wanted rows in the wanted order, so that they need only be counted. */
    private boolean isPlain() {
        return residual.isEmpty() && (path.isInOrder() || request.order().isEmpty()) && !filtersByKeyset();
    }

    private boolean filtersByKeyset() {
        return request.window().after().isPresent() && !pathTakesKeyset;
    }

    private Cursor<Row> filtered(Cursor<Row> walk, Deadline deadline) {
        Cursor<Row> rows = deadline.isSet() ? new TimedCursor(walk, deadline) : walk;
        if (!residual.isEmpty()) {
            rows = new FilterCursor(rows, Evaluator.ofAll(residual)::matches);
        }
        return filtersByKeyset()
                ? new FilterCursor(
                        rows,
                        new KeysetFilter(
                                request.order(), request.window().after().orElseThrow()))
                : rows;
    }

    private Cursor<Row> ordered(Cursor<Row> rows) {
        if (request.order().isEmpty() || path.isInOrder()) {
            return rows;
        }
        Comparator<Row> order = RowOrder.of(request.order());
        return new SortCursor(rows, order, end(request.window()));
    }

    /** Returns how many of the ordered rows the window needs. */
    private static long end(Window window) {
        long limit = window.limit().orElse(Long.MAX_VALUE);
        return limit > Long.MAX_VALUE - window.offset() ? Long.MAX_VALUE : window.offset() + limit;
    }

    /** Returns how many stored rows the query wants, without a walk where the index knows. */
    public long count(TableState state, Deadline deadline) {
        if (isPlain() && request.window().limit().isEmpty() && path instanceof AccessPath.ByIndex byIndex) {
            return Math.max(0, Walks.count(byIndex, state) - request.window().offset());
        }
        long count = 0;
        Cursor<Row> rows = open(state, deadline);
        while (rows.next() != null) {
            count++;
        }
        return count;
    }

    @Override
    public String explain() {
        StringBuilder text = new StringBuilder();
        text.append("table ").append(request.source()).append("\nby ").append(path.describe());
        if (!residual.isEmpty()) {
            text.append("\ncheck ")
                    .append(residual.stream().map(Predicate::toString).collect(Collectors.joining(" and ")));
        }
        if (!request.order().isEmpty()) {
            text.append("\norder by ")
                    .append(request.order().stream().map(Order::toString).collect(Collectors.joining(", ")))
                    .append(path.isInOrder() ? ", as the index has it" : ", sorted");
        }
        if (!request.window().isAll()) {
            text.append("\n").append(request.window());
        }
        return text.toString();
    }
}
