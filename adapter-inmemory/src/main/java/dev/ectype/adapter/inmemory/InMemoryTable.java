package dev.ectype.adapter.inmemory;

import dev.ectype.adapter.inmemory.Page.Continuation;
import dev.ectype.adapter.inmemory.Page.Direction;
import dev.ectype.adapter.inmemory.Page.Selection;
import dev.ectype.adapter.inmemory.internal.plan.MemoryPlan;
import dev.ectype.adapter.inmemory.internal.store.Binding;
import dev.ectype.adapter.inmemory.internal.store.Deadline;
import dev.ectype.adapter.inmemory.internal.store.Session;
import dev.ectype.adapter.inmemory.internal.store.TableState;
import dev.ectype.adapter.inmemory.internal.tree.Cursor;
import dev.ectype.adapter.inmemory.internal.write.BulkWriter;
import dev.ectype.adapter.inmemory.internal.write.Writer;
import dev.ectype.error.MappingException;
import dev.ectype.error.NoResultException;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * One table, with what a store in memory can do beyond the contract of adapters: atomic operations on single rows, and
 * counting, replacing and paging by conditions. Rows are in the layout of the source. Every operation is atomic. Safe for
 * use by several threads.
 */
public final class InMemoryTable {
    private final SessionAdapter adapter;
    private final Source source;
    private final Binding binding;

    InMemoryTable(SessionAdapter adapter, Source source) {
        this.adapter = adapter;
        this.source = source;
        this.binding = adapter.sources().binding(source);
    }

    private TableState state() {
        return adapter.session().read(binding.table());
    }

    /** Returns how many rows there are. */
    public int size() {
        return state().size();
    }

    /** Returns the row with the primary key that these values make. */
    public Optional<Row> lookup(Object... key) {
        return Optional.ofNullable(state().find(List.of(key))).map(binding::view);
    }

    /** Inserts a row unless its primary key or one of its unique values is taken; tells whether it did. */
    public boolean insertNew(Row row) {
        WriteOutcome outcome = adapter.insert(new Insert(source, row, OnConflict.raise(), List.of(), CallOptions.NONE));
        return outcome instanceof WriteOutcome.Written;
    }

    /** Removes and returns the row with the primary key that these values make. */
    public Optional<Row> take(Object... key) {
        WriteOutcome outcome =
                adapter.delete(new Delete(source, List.of(key), List.of(), allSlots(), CallOptions.NONE));
        return outcome instanceof WriteOutcome.Written written ? written.row() : Optional.empty();
    }

    /**
     * Adds to a number of the row with the primary key that these values make; a number that is null counts as zero.
     *
     * @return the row as it is then
     * @throws NoResultException if there is no such row
     */
    public Row updateCounter(FieldPath counter, Number step, Object... key) {
        WriteOutcome outcome = adapter.update(new Update(
                source, List.of(key), List.of(increment(counter, step)), List.of(), allSlots(), CallOptions.NONE));
        if (outcome instanceof WriteOutcome.Stale) {
            throw new NoResultException(
                    "there is no row whose counter could be changed: give a row to begin with",
                    Map.of("source", source.toString(), "counter", counter.toString()));
        }
        return written(outcome);
    }

    /**
     * Adds to a number of the row with the same primary key as a given one, which is inserted first if there is none.
     *
     * @return the row as it is then
     */
    public Row updateCounterOrInsert(FieldPath counter, Number step, Row initial) {
        Assignment increment = increment(counter, step);
        Row first = Writer.apply(initial, List.of(increment));
        OnConflict add = new OnConflict.Change(List.of(), List.of(increment), List.of());
        return written(adapter.insert(new Insert(source, first, add, allSlots(), CallOptions.NONE)));
    }

    private static Assignment increment(FieldPath counter, Number step) {
        return new Assignment(counter, Assignment.Operation.INCREMENT, step);
    }

    private Row written(WriteOutcome outcome) {
        if (outcome instanceof WriteOutcome.Written written) {
            return written.row().orElseThrow();
        }
        throw new MappingException(
                MappingException.Kind.CONFLICT,
                "the changed row would break a unique index; it was not changed",
                Map.of("source", source.toString()));
    }

    /** Returns how many rows meet all conditions, without a walk where an index knows. */
    public long selectCount(List<Predicate> conditions) {
        return plan(conditions).count(state(), Deadline.of(CallOptions.NONE));
    }

    /**
     * Puts other rows in the place of those that meet all conditions, all or none.
     *
     * @param replacement gives the new row for each, without effects of its own
     * @return how many were replaced
     * @throws MappingException if a new row is not one that could be stored, or would break a rule
     */
    public long selectReplace(List<Predicate> conditions, UnaryOperator<Row> replacement) {
        MemoryPlan plan = plan(conditions);
        Deadline deadline = Deadline.of(CallOptions.NONE);
        Session.Change<Long> change = editor -> {
            List<Row> rows = plan.rows(editor.before(), deadline);
            new BulkWriter(binding).replaceChecked(editor, rows, replacement);
            return (long) rows.size();
        };
        return adapter.session().writeMany(binding.table(), deadline, change);
    }

    /** Removes the rows that meet all conditions, and returns how many. */
    public long selectDelete(List<Predicate> conditions) {
        return adapter.deleteAll(plan(conditions), CallOptions.NONE);
    }

    private MemoryPlan plan(List<Predicate> conditions) {
        return plan(new QueryRequest(source, conditions, List.of(), Window.ALL));
    }

    private MemoryPlan plan(QueryRequest query) {
        query.conjuncts().forEach(Evaluator::of);
        return (MemoryPlan) adapter.plan(query).plan();
    }

    /**
     * Returns the first rows that meet all conditions: in the order of the primary key if the table is ordered, or else
     * in an order that means nothing but is the same from page to page.
     *
     * @throws IllegalArgumentException if the limit is not positive
     */
    public Page select(List<Predicate> conditions, int limit, Direction direction) {
        var selection = new Selection(List.copyOf(conditions), limit, direction);
        TableState state = state();
        return page(state, selection, rows(state, selection, Optional.empty()));
    }

    /** Returns the next rows, of the snapshot that the first ones were read from. */
    public Page select(Continuation continuation) {
        TableState state = continuation.state();
        Selection selection = continuation.selection();
        return page(state, selection, rows(state, selection, Optional.of(continuation.last())));
    }

    private Page page(TableState state, Selection selection, Cursor<Row> rows) {
        List<Row> found = new ArrayList<>();
        Optional<Continuation> continuation = Optional.empty();
        for (Row row = rows.next(); row != null && continuation.isEmpty(); ) {
            found.add(binding.view(row));
            Row next = rows.next();
            if (next != null && found.size() >= selection.limit()) {
                continuation = Optional.of(new Continuation(state, selection, row));
            }
            row = next;
        }
        return new Page(found, continuation);
    }

    private Cursor<Row> rows(TableState state, Selection selection, Optional<Row> last) {
        boolean backward = selection.direction() == Direction.BACKWARD;
        Cursor<Row> all = last.map(row -> state.cursorAfter(row, backward)).orElseGet(() -> state.cursor(backward));
        Evaluator conditions = Evaluator.ofAll(selection.conditions());
        return () -> {
            Row row = all.next();
            while (row != null && !conditions.matches(row)) {
                row = all.next();
            }
            return row;
        };
    }

    private List<Integer> allSlots() {
        return IntStream.range(0, source.layout().size()).boxed().toList();
    }
}
