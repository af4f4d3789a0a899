package dev.ectype.examples.jsonfolder;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.RowOrder;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Verdict;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.types.stored.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A store that keeps each row in a JSON file of its own, in a folder for each source. Writes are one at a time and each
 * file is replaced in one step, so readers see whole rows. Safe for use by several threads of one program.
 */
public final class JsonFolderAdapter implements Adapter {
    static final String NO_PLACE = "a folder of files has no place to go on from";
    static final String ONLY_SET = "a file is only ever set to new values";
    static final String ONE_KIND = "a file keeps values of one kind, known beforehand";
    static final String NO_UPSERT = "a file is written or is there already; it cannot be both";

    private final JsonFolder folder;

    /** Keeps the rows below a folder, which is made when the first row is written. */
    public JsonFolderAdapter(Path root) {
        this.folder = new JsonFolder(root);
    }

    @Override
    public String store() {
        return "JSON folder";
    }

    // snippet:json-plan
    /** What a query becomes here: the file of its key, or all files of the source. */
    private record Files(QueryRequest query, List<List<Object>> keys) implements NativePlan {
        @Override
        public Access access() {
            return keys.isEmpty() ? Access.SCAN : Access.KEY;
        }

        @Override
        public String explain() {
            return (keys.isEmpty() ? "read all files of " : "read the files of " + keys.size() + " keys of ")
                    + query.source();
        }
    }

    @Override
    public PushDown plan(QueryRequest query) {
        List<Verdict> where = query.conjuncts().stream()
                .map(conjunct ->
                        conjunct.hasNativePart() ? Verdict.refused("files know no native conditions") : Verdict.exact())
                .toList();
        boolean takesWindow = query.window().after().isEmpty() && where.stream().allMatch(Verdict::isExact);
        Verdict window = takesWindow || query.window().isAll() ? Verdict.exact() : Verdict.refused(NO_PLACE);
        QueryRequest done = new QueryRequest(
                query.source(),
                query.conjuncts().stream().filter(c -> !c.hasNativePart()).toList(),
                query.order(),
                takesWindow ? query.window() : Window.ALL);
        return new PushDown(new Files(done, query.askedKeys()), where, Verdict.exact(), window);
    }
    // end

    // snippet:json-scan
    @Override
    public RowCursor scan(NativePlan plan, ScanSpec spec) {
        Files files = (Files) plan;
        QueryRequest query = files.query();
        Stream<Row> found = files.keys().isEmpty()
                ? folder.readAll(query.source()).stream()
                : files.keys().stream().flatMap(key -> folder.read(query.source(), key).stream());
        Stream<Row> rows = found.filter(Evaluator.ofAll(query.conjuncts())::matches)
                .sorted(RowOrder.of(query.order()))
                .skip(query.window().offset())
                .limit(query.window().limit().orElse(Long.MAX_VALUE));
        return RowCursor.over(rows.toList(), spec.rowBudget());
    }
    // end

    // snippet:json-insert
    @Override
    public WriteOutcome insert(Insert insert) {
        if (!(insert.onConflict() instanceof OnConflict.Raise)) {
            throw unsupported(NO_UPSERT);
        }
        synchronized (folder) {
            return put(insert.source(), insert.row(), Optional.empty(), insert.returning());
        }
    }

    /** Writes a row unless it breaks a rule. */
    private WriteOutcome put(Source source, Row row, Optional<Row> replaced, List<Integer> returning) {
        byte[] encoded = JsonFolder.encode(row);
        Optional<Violation> violation = violation(source, row, replaced);
        if (violation.isPresent()) {
            return new WriteOutcome.Violated(List.of(violation.get()));
        }
        replaced.map(before -> JsonFolder.key(source, before))
                .filter(key -> !key.equals(JsonFolder.key(source, row)))
                .ifPresent(key -> folder.remove(source, key));
        folder.write(source, row, encoded);
        return WriteOutcome.written(replaced.isPresent() ? Effect.UPDATED : Effect.INSERTED, returning, row);
    }
    // end

    @Override
    public WriteOutcome update(Update update) {
        update.assignments().forEach(JsonFolderAdapter::requireSet);
        synchronized (folder) {
            Optional<Row> before = found(update.source(), update.key(), update.conditions());
            if (before.isEmpty()) {
                return new WriteOutcome.Stale();
            }
            Row after = before.get();
            for (Assignment assignment : update.assignments()) {
                after = after.with(assignment.path().slot(), assignment.value());
            }
            return put(update.source(), after, before, update.returning());
        }
    }

    private static void requireSet(Assignment assignment) {
        if (assignment.operation() != Assignment.Operation.SET
                || !assignment.path().isTopLevel()) {
            throw unsupported(ONLY_SET);
        }
    }

    @Override
    public WriteOutcome delete(Delete delete) {
        synchronized (folder) {
            Optional<Row> before = found(delete.source(), delete.key(), delete.conditions());
            before.ifPresent(row -> folder.remove(delete.source(), delete.key()));
            return before.map(row -> WriteOutcome.written(Effect.DELETED, delete.returning(), row))
                    .orElseGet(WriteOutcome.Stale::new);
        }
    }

    private Optional<Row> found(Source source, List<Object> key, List<Predicate> conditions) {
        return folder.read(source, key).filter(Evaluator.ofAll(conditions)::matches);
    }

    /** Returns the rule that a row would break, the row that it replaces left aside. */
    private Optional<Violation> violation(Source source, Row row, Optional<Row> replaced) {
        List<Object> key = JsonFolder.key(source, row);
        List<Object> before = replaced.map(old -> JsonFolder.key(source, old)).orElse(List.of());
        if (!key.equals(before) && folder.read(source, key).isPresent()) {
            return Optional.of(Violation.ofPrimaryKey(source));
        }
        return source.indexes().stream()
                .filter(Source.Index::unique)
                .filter(index -> folder.readAll(source).stream()
                        .filter(other -> !replaced.map(other::equals).orElse(false))
                        .anyMatch(other -> agree(index, row, other)))
                .map(index -> Violation.of(source, index))
                .findFirst();
    }

    private static boolean agree(Source.Index index, Row row, Row other) {
        Evaluator indexed = Evaluator.ofAll(index.conditions());
        return indexed.matches(row)
                && indexed.matches(other)
                && index.fields().stream()
                        .allMatch(path -> row.get(path.slot()) != null
                                && Objects.equals(row.get(path.slot()), other.get(path.slot())));
    }

    static MappingException unsupported(String reason) {
        return new MappingException(Kind.UNSUPPORTED, reason, Map.of("store", "JSON folder"));
    }

    /** Removes all rows of a source. */
    public void clear(Source source) {
        folder.removeAll(source);
    }

    @Override
    public void close() {}
}
