package dev.ectype.adapter.dynamo.internal.read;

import dev.ectype.adapter.dynamo.internal.call.Connection;
import dev.ectype.adapter.dynamo.internal.call.Deadline;
import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.plan.CountPlan;
import dev.ectype.adapter.dynamo.internal.plan.DynamoPlan;
import dev.ectype.adapter.dynamo.internal.plan.Route;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.adapter.dynamo.request.DynamoCall;
import dev.ectype.error.MappingException;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.RowOrder;
import dev.ectype.query.eval.SlotsUsed;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Runs plans. Immutable. */
public final class Reading {
    private static final List<Integer> NOTHING = List.of();
    private final Connection connection;

    /** Creates the runner of plans over a connection. */
    public Reading(Connection connection) {
        this.connection = connection;
    }

    /** Returns the rows of a plan. */
    public RowCursor open(DynamoPlan plan, ScanSpec spec) {
        Fetch fetch = fetch(plan, spec);
        if (plan.route() instanceof Route.Keys keys) {
            return byKeys(fetch, keys, spec.rowBudget());
        }
        ItemCursor.Progress progress = new ItemCursor.Progress(plan.window(), spec.rowBudget());
        boolean completed = isCompleted(fetch);
        java.util.function.Predicate<Row> test = tests(fetch, completed);
        boolean everyItem = fetch.filter() == Expr.ALWAYS && !completed && hasNoTest(plan);
        PageSize size = new PageSize(everyItem, progress::wanted);
        if (plan.window().limit().orElse(1) == 0) {
            return new ItemCursor(() -> null, plan.source().format(), test, progress);
        }
        return new ItemCursor(pages(fetch, completed, size, spec), plan.source().format(), test, progress);
    }

    private static boolean hasNoTest(DynamoPlan plan) {
        return plan.tests().isEmpty() && plan.window().after().isEmpty();
    }

    private Fetch fetch(DynamoPlan plan, ScanSpec spec) {
        boolean consistent = DynamoCall.of(spec.options())
                .consistent()
                .orElse(connection.options().consistentReads());
        return new Fetch(
                connection,
                plan,
                filter(plan),
                slots(plan, spec.slots()),
                consistent && mayBeConsistent(plan, spec),
                connection.deadline(spec.options()));
    }

    /** The adapter's choice gives way where the store cannot follow it; the caller's is refused. */
    private static boolean mayBeConsistent(DynamoPlan plan, ScanSpec spec) {
        if (!(plan.route() instanceof Route.Partitions route) || route.index().canBeConsistent()) {
            return true;
        }
        if (DynamoCall.of(spec.options()).consistent().orElse(false)) {
            throw new MappingException(
                    MappingException.Kind.UNSUPPORTED,
                    "a global index is never read consistently: ask by the key, by a local index, or accept older rows",
                    Map.of("store", "DynamoDB", "index", route.index().name().orElse("")));
        }
        return false;
    }

    private static Expr filter(DynamoPlan plan) {
        DynamoSource source = plan.source();
        boolean held = !(plan.route() instanceof Route.Partitions route)
                || source.expiry().isEmpty()
                || route.index().holds(source.expiry().getAsInt());
        return held ? Expr.and(plan.filter(), Expiry.alive(source)) : plan.filter();
    }

    /** Returns what must be fetched: what was asked for, and what is tested and ordered on arrival. */
    private static List<Integer> slots(DynamoPlan plan, List<Integer> wanted) {
        TreeSet<Integer> slots = new TreeSet<>(wanted);
        plan.tests().forEach(test -> SlotsUsed.by(test, slots::add));
        if (plan.route() instanceof Route.Keys || plan.window().after().isPresent()) {
            plan.order().forEach(key -> SlotsUsed.by(key.operand(), slots::add));
        }
        plan.source().expiry().ifPresent(slots::add);
        return List.copyOf(slots);
    }

    private static boolean isCompleted(Fetch fetch) {
        return fetch.plan().route() instanceof Route.Partitions route
                && !fetch.slots().stream().allMatch(route.index()::holds);
    }

    /** What an index gave is tested again when it is completed, for the table may be a moment ahead. */
    private static java.util.function.Predicate<Row> tests(Fetch fetch, boolean completed) {
        DynamoPlan plan = fetch.plan();
        java.util.function.Predicate<Row> test = completed
                ? Expiry.isAlive(plan.source()).and(evaluator(plan.conditions())::matches)
                : plan.tests().isEmpty() ? row -> true : evaluator(plan.tests())::matches;
        return plan.window()
                .after()
                .map(place -> test.and(RowOrder.after(plan.order(), place)))
                .orElse(test);
    }

    private static Evaluator evaluator(List<Predicate> conditions) {
        return Evaluator.ofAll(conditions.stream()
                .filter(condition -> !condition.hasNativePart())
                .toList());
    }

    private Pages pages(Fetch fetch, boolean completed, PageSize size, ScanSpec spec) {
        if (!(fetch.plan().route() instanceof Route.Partitions route)) {
            return new ScanPages(fetch, size, DynamoCall.of(spec.options()).segments(), false);
        }
        return completed
                ? new Completing(queries(fetch.of(NOTHING), route, size), whole(fetch))
                : queries(fetch, route, size);
    }

    /** Under a limit one partition is asked after the other, so that none is read for nothing. */
    private static Pages queries(Fetch fetch, Route.Partitions route, PageSize size) {
        boolean together =
                route.conditions().size() > 1 && fetch.plan().window().limit().isEmpty();
        return together ? new PartitionPages(fetch, route) : new QueryPages(fetch, route, size);
    }

    private static Fetch whole(Fetch fetch) {
        TreeSet<Integer> slots = new TreeSet<>(fetch.slots());
        fetch.plan().conditions().forEach(condition -> SlotsUsed.by(condition, slots::add));
        return fetch.of(List.copyOf(slots));
    }

    private static RowCursor byKeys(Fetch fetch, Route.Keys route, OptionalLong budget) {
        DynamoPlan plan = fetch.plan();
        java.util.function.Predicate<Row> test = Expiry.isAlive(plan.source()).and(tests(fetch, false));
        Pages pages = new KeyPages(new KeyReads(fetch), route.keys());
        if (plan.order().isEmpty()) {
            ItemCursor.Progress progress = new ItemCursor.Progress(plan.window(), budget);
            return new ItemCursor(pages, plan.source().format(), test, progress);
        }
        return RowCursor.over(ordered(all(pages, plan, test), plan), budget);
    }

    private static List<Row> all(Pages pages, DynamoPlan plan, java.util.function.Predicate<Row> test) {
        ItemCursor.Progress progress = new ItemCursor.Progress(Window.ALL, OptionalLong.empty());
        List<Row> rows = new ArrayList<>();
        try (ItemCursor cursor = new ItemCursor(pages, plan.source().format(), test, progress)) {
            for (@Nullable Row row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<Row> ordered(List<Row> rows, DynamoPlan plan) {
        return rows.stream()
                .sorted(RowOrder.of(plan.order()))
                .skip(plan.window().offset())
                .limit(plan.window().limit().orElse(Long.MAX_VALUE))
                .toList();
    }

    /** Returns the number of rows of a plan, as the one row of a result. */
    public RowCursor count(CountPlan plan, ScanSpec spec) {
        DynamoPlan rows = plan.rows();
        boolean counts = rows.tests().isEmpty() && !(rows.route() instanceof Route.Keys) && !lacksExpiry(rows);
        long count = counts ? counted(fetch(rows, withoutSlots(spec)), spec) : read(rows, spec);
        return RowCursor.over(List.of(Row.over(plan.result(), new Object[] {count})), spec.rowBudget());
    }

    private static boolean lacksExpiry(DynamoPlan plan) {
        return plan.route() instanceof Route.Partitions route
                && plan.source().expiry().isPresent()
                && !route.index().holds(plan.source().expiry().getAsInt());
    }

    private static ScanSpec withoutSlots(ScanSpec spec) {
        return new ScanSpec(NOTHING, OptionalLong.empty(), spec.options());
    }

    private static long counted(Fetch fetch, ScanSpec spec) {
        long sum = 0;
        if (fetch.plan().route() instanceof Route.Partitions route) {
            QueryPages pages = new QueryPages(fetch, route, PageSize.ANY);
            for (long page = pages.nextCount(); page >= 0; page = pages.nextCount()) {
                sum += page;
            }
        } else {
            ScanPages pages = new ScanPages(
                    fetch, PageSize.ANY, DynamoCall.of(spec.options()).segments(), true);
            for (long page = pages.nextCount(); page >= 0; page = pages.nextCount()) {
                sum += page;
            }
        }
        return sum;
    }

    private long read(DynamoPlan plan, ScanSpec spec) {
        long sum = 0;
        try (RowCursor cursor = open(plan, withoutSlots(spec))) {
            for (@Nullable Row row = cursor.next(); row != null; row = cursor.next()) {
                sum++;
            }
        }
        return sum;
    }

    /** Returns the item of a key as the last write left it; empty if there is none. */
    public Optional<Map<String, AttributeValue>> item(
            DynamoSource source, Map<String, AttributeValue> key, Deadline deadline) {
        GetItemResponse response = connection.read(
                source.table(),
                deadline,
                (client, within) -> client.getItem(request -> request.tableName(source.table())
                        .key(key)
                        .consistentRead(true)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .overrideConfiguration(within)));
        connection.report("GetItem", source.table(), response.consumedCapacity());
        return response.hasItem() ? Optional.of(response.item()) : Optional.empty();
    }
}
