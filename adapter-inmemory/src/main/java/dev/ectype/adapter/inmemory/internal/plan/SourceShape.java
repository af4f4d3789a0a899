package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.adapter.inmemory.internal.store.TableSettings;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Source;
import dev.ectype.spi.Violation;
import dev.ectype.types.stored.Layout;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys and indexes of a source as a planner sees them. Immutable.
 *
 * @param source the source
 * @param key the steps to the values of the primary key; empty if there is none
 * @param indexes the indexes, with the primary key among them if the table is ordered by it
 */
record SourceShape(Source source, List<List<FieldPath.Step>> key, List<IndexShape> indexes) {

    static SourceShape of(Source source, TableSettings settings) {
        List<FieldPath> key =
                source.key().stream().map(slot -> path(source.layout(), slot)).toList();
        Stream<IndexShape> declared = source.indexes().stream()
                .map(index -> IndexShape.of(index, key, settings.hashed().contains(index.name())));
        Stream<IndexShape> primary = settings.ordered().orElse(false) && !key.isEmpty()
                ? Stream.of(IndexShape.of(new Source.Index(Violation.PRIMARY_KEY, key, true), List.of(), false))
                : Stream.empty();
        return new SourceShape(
                source,
                key.stream().map(FieldPath::steps).toList(),
                Stream.concat(primary, declared).toList());
    }

    private static FieldPath path(Layout layout, int index) {
        Layout.Slot slot = layout.slot(index);
        return new FieldPath(List.of(new FieldPath.Slot(slot.name(), slot.source(), index)), slot.storage(), false);
    }
}
