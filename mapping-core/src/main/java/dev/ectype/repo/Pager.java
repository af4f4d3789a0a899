package dev.ectype.repo;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.plan.Explanation;
import dev.ectype.query.Queryable;
import dev.ectype.query.Selection;
import dev.ectype.query.eval.OperandEvaluator;
import dev.ectype.query.eval.SlotsUsed;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Window;
import dev.ectype.query.ir.Window.Keyset;
import dev.ectype.repo.call.Operation;
import dev.ectype.repo.page.Cursors;
import dev.ectype.repo.page.Page;
import dev.ectype.repo.page.Place;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import dev.ectype.spi.QueryRequest;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads pages: each begins behind a row of the order, which is made complete by the primary key. */
final class Pager {
    private final RepoContext context;
    private final Reader reader;

    Pager(RepoContext context) {
        this.context = context;
        this.reader = new Reader(context);
    }

    <T extends @Nullable Object> Page<T> page(Queryable<T> query, int size, @Nullable String cursor) {
        Page<T> page =
                context.call(Operation.ALL, query.schema(), call -> new Turn<>(call, query, size, cursor).read());
        return new Page<>(reader.withRelated(query, page.rows()), page.next(), page.previous());
    }

    Explanation explain(Queryable<?> query, int size, @Nullable String cursor) {
        Call call = context.open(Operation.ALL, query.schema());
        return new Turn<>(call, query, size, cursor).planned().explain();
    }

    /** One page on its way. */
    private static final class Turn<T extends @Nullable Object> {
        private final Call call;
        private final Queryable<T> query;
        private final int size;
        private final QueryRequest request;
        private final Cursors cursors;
        private final Optional<Place> from;

        Turn(Call call, Queryable<T> asked, int size, @Nullable String cursor) {
            this.call = call;
            this.query = PlannedQuery.prepared(call, asked);
            this.size = size;
            QueryRequest plain = query.rows().request();
            requirePageable(plain);
            this.request = new QueryRequest(plain.source(), plain.conjuncts(), complete(plain.order()), Window.ALL);
            this.cursors = new Cursors(request, call.cursorSeal());
            this.from = Optional.ofNullable(cursor).map(cursors::read);
        }

        private void requirePageable(QueryRequest plain) {
            if (size < 1) {
                throw refused("a page has one row or more", size);
            }
            if (!plain.window().isAll()) {
                throw refused("the size of a page is its limit; leave limit and offset out", plain.window());
            }
            if (query instanceof Selection<?> selection && selection.grouping().isPresent()) {
                throw refused("groups and distinct values have no key to go on from; use limit and offset", query);
            }
            if (query.schema().keyFields().isEmpty()) {
                throw refused("pages need a primary key, so that no two rows have the same place", query);
            }
            PlannedQuery.requireReadable(query, false);
        }

        private static MappingException refused(String message, Object what) {
            return new MappingException(Kind.USAGE, message, Map.of("asked", what));
        }

        /** Adds the columns of the key that the order does not have, in the direction of its last one. */
        private List<Order> complete(List<Order> order) {
            List<Order> complete = new ArrayList<>(order);
            boolean descending = !order.isEmpty() && order.get(order.size() - 1).descending();
            for (Order key : byKey(query.schema())) {
                if (complete.stream().noneMatch(known -> known.operand().equals(key.operand()))) {
                    complete.add(descending ? key.reversed() : key);
                }
            }
            return complete;
        }

        private static <R> List<Order> byKey(Schema<R> schema) {
            return schema.keyFields().stream()
                    .map(field -> Order.ascending(((Column<R, ?>) field).path()))
                    .toList();
        }

        private boolean backwards() {
            return from.filter(Place::backwards).isPresent();
        }

        /** Plans one row more than the page has, which tells whether there is another page. */
        PlannedQuery<T> planned() {
            List<Order> order =
                    backwards() ? request.order().stream().map(Order::reversed).toList() : request.order();
            Window window = new Window(from.map(Place::place), 0, OptionalLong.of(size + 1L));
            TreeSet<Integer> slots = new TreeSet<>();
            order.forEach(key -> SlotsUsed.by(key.operand(), slots::add));
            QueryRequest page = new QueryRequest(request.source(), request.conjuncts(), order, window);
            return PlannedQuery.of(call, query, page, List.copyOf(slots));
        }

        Page<T> read() {
            List<T> results = new ArrayList<>();
            List<Row> rows = new ArrayList<>();
            try (Results<T> all = planned().open()) {
                for (Row row = all.next(); row != null; row = all.next()) {
                    rows.add(row);
                    if (rows.size() <= size) {
                        results.add(all.load(row));
                    }
                }
            }
            boolean more = rows.size() > size;
            List<Row> shown = new ArrayList<>(rows.subList(0, results.size()));
            if (backwards()) {
                Collections.reverse(results);
                Collections.reverse(shown);
            }
            return page(results, shown, more);
        }

        /** Where the page came from there is another; where it goes to, if there was one row more. */
        private Page<T> page(List<T> results, List<Row> rows, boolean more) {
            boolean hasNext = !rows.isEmpty() && (backwards() || more);
            boolean hasPrevious = !rows.isEmpty() && (backwards() ? more : from.isPresent());
            return new Page<>(
                    results,
                    hasNext ? Optional.of(cursor(rows.get(rows.size() - 1), false)) : Optional.empty(),
                    hasPrevious ? Optional.of(cursor(rows.get(0), true)) : Optional.empty());
        }

        private String cursor(Row row, boolean backwards) {
            List<@Nullable Object> values = new ArrayList<>();
            request.order()
                    .forEach(
                            key -> values.add(OperandEvaluator.of(key.operand()).valueFor(row)));
            return cursors.write(new Place(new Keyset(values), backwards));
        }
    }
}
