package dev.ectype.adapter.inmemory.internal.write;

import dev.ectype.adapter.inmemory.internal.store.Binding;
import dev.ectype.adapter.inmemory.internal.store.TableEditor;
import dev.ectype.error.ConstraintException;
import dev.ectype.error.MappingException;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Violation;
import dev.ectype.spi.change.RowChanges;
import dev.ectype.spi.change.StorageCheck;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Changes of many rows in one step, all or none. */
public final class BulkWriter {
    private final Binding binding;
    private final Writer writer;

    /** Creates the writer of a source. */
    public BulkWriter(Binding binding) {
        this.binding = binding;
        this.writer = new Writer(binding);
    }

    /**
     * Changes rows that are there. Unique values are compared when all are changed, so that rows may exchange them.
     *
     * @return the changed rows
     * @throws ConstraintException if the changed rows would break a rule; none is then changed
     */
    public List<Row> update(TableEditor editor, List<Row> rows, List<Assignment> changes) {
        RowChanges assignments = new RowChanges(changes);
        return replace(editor, rows, assignments::apply);
    }

    /**
     * Puts other rows in the place of rows that are there, as {@link #update} does.
     *
     * @throws MappingException if a value of a new row is not of its kind
     */
    public void replaceChecked(TableEditor editor, List<Row> rows, UnaryOperator<Row> replacement) {
        replace(editor, rows, row -> {
            Row replaced = replacement.apply(row);
            StorageCheck.check(replaced);
            return replaced;
        });
    }

    private List<Row> replace(TableEditor editor, List<Row> rows, UnaryOperator<Row> change) {
        List<Row> changed = new ArrayList<>(rows.size());
        rows.forEach(row -> changed.add(writer.changed(editor, row, change)));
        rows.forEach(editor::remove);
        changed.forEach(row -> insert(editor, row));
        return changed;
    }

    private void insert(TableEditor editor, Row row) {
        List<Violation> violations = editor.violations(row, null);
        if (!violations.isEmpty()) {
            throw new ConstraintException(
                    "changing many rows at once would break a rule of the store; none was changed",
                    Map.of(
                            "source", binding.source().toString(),
                            "constraints",
                                    violations.stream()
                                            .map(Violation::constraint)
                                            .toList()));
        }
        editor.insert(row);
    }
}
