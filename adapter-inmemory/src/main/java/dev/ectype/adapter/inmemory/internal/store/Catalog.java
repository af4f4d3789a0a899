package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.error.MappingException;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a store. A table is made by the first source that names it; later sources may add slots and indexes to
 * it, but must agree on the primary key and on the kinds of values. Safe for use by several threads.
 */
public final class Catalog {
    /** The stored name of the slot that tells rows without a primary key apart. */
    static final String ROW_NUMBER = "\0row";

    private final Store store;
    private final Map<Table.Name, Table> tables = new ConcurrentHashMap<>();
    private final Set<Table> unclaimed = ConcurrentHashMap.newKeySet();

    Catalog(Store store) {
        this.store = store;
    }

    /** Returns the catalog of a store that begins with the same tables. */
    Catalog copy(Store copy) {
        Catalog catalog = new Catalog(copy);
        tables.forEach((name, table) -> {
            Table copied = table.copy();
            catalog.tables.put(name, copied);
            if (unclaimed.contains(table)) {
                catalog.unclaimed.add(copied);
            }
        });
        return catalog;
    }

    /** Returns the tables that there are. */
    public List<Table> tables() {
        return List.copyOf(tables.values());
    }

    synchronized Table tableOf(Source source, TableSettings settings) {
        Table known = tables.get(Table.Name.of(source));
        return known == null ? create(source, settings) : adapted(known, source, settings);
    }

    private Table create(Source source, TableSettings settings) {
        List<Layout.Slot> slots = new ArrayList<>(source.layout().slots());
        if (source.key().isEmpty()) {
            slots.add(new Layout.Slot(ROW_NUMBER, ROW_NUMBER, Storage.Scalar.INT64));
        }
        Layout layout = source.key().isEmpty() ? new Layout(slots) : source.layout();
        return create(
                Table.Name.of(source),
                new TableSpec(
                                layout,
                                keyOf(source),
                                settings.ordered().orElse(false),
                                source.indexes(),
                                settings.hashed())
                        .emptyState());
    }

    synchronized Table create(Table.Name name, TableState state) {
        Table table = new Table(name, tables.size());
        store.publish(table, state);
        tables.put(name, table);
        return table;
    }

    /** Makes a table that was read from a file, whose layout is still to be claimed by a source. */
    synchronized void restore(TableImage image) {
        Table table = create(image.name(), image.state());
        table.reserveRowNumbers(image.lastRowNumber());
        unclaimed.add(table);
    }

    private static List<String> keyOf(Source source) {
        return source.key().isEmpty()
                ? List.of(ROW_NUMBER)
                : source.key().stream()
                        .map(slot -> source.layout().slot(slot).source())
                        .toList();
    }

    private Table adapted(Table table, Source source, TableSettings settings) {
        table.lock().lock();
        try {
            TableState state = store.read(table);
            TableSpec merged = merged(state.spec(), source, settings);
            if (unclaimed.remove(table)) {
                merged = claimed(merged, source);
            }
            if (!merged.equals(state.spec())) {
                store.publish(table, state.respecified(merged));
            }
            return table;
        } finally {
            table.lock().unlock();
        }
    }

    private static TableSpec merged(TableSpec spec, Source source, TableSettings settings) {
        check(keyOf(source).equals(spec.keySources()), "primary key", source);
        check(settings.ordered().orElse(spec.ordered()) == spec.ordered(), "table options", source);
        checkHashed(spec, source, settings);
        return new TableSpec(
                mergedLayout(spec.layout(), source),
                spec.keySources(),
                spec.ordered(),
                mergedIndexes(spec, source),
                both(spec.hashed(), settings.hashed()));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** Sources that share an index plan by it, so that they must know how it is kept. */
    private static void checkHashed(TableSpec spec, Source source, TableSettings settings) {
        for (Source.Index index : source.indexes()) {
            boolean known = spec.index(index.name()) != null;
            check(
                    !known
                            || spec.hashed().contains(index.name())
                                    == settings.hashed().contains(index.name()),
                    "whether index '" + index.name() + "' is hashed",
                    source);
        }
    }

    private static Layout mergedLayout(Layout layout, Source source) {
        List<Layout.Slot> slots = new ArrayList<>(layout.slots());
        for (Layout.Slot slot : source.layout().slots()) {
            int known = layout.indexOfSource(slot.source());
            if (known < 0) {
                slots.add(slot);
            } else {
                check(
                        areAlike(layout.slot(known).storage(), slot.storage()),
                        "kind of '" + slot.source() + "'",
                        source);
            }
        }
        return slots.size() == layout.size()
                ? layout
                : new Layout(slots, layout.tag().orElse(null));
    }

    /** Returns the specification in the source's own layout, if that has every slot, so that no row needs mapping. */
    private static TableSpec claimed(TableSpec spec, Source source) {
        boolean hasAll =
                spec.layout().slots().stream().allMatch(slot -> source.layout().indexOfSource(slot.source()) >= 0);
        return hasAll
                ? new TableSpec(source.layout(), spec.keySources(), spec.ordered(), spec.indexes(), spec.hashed())
                : spec;
    }

    private static boolean areAlike(Storage one, Storage other) {
        boolean scalars = one instanceof Storage.Scalar && other instanceof Storage.Scalar;
        return one == Storage.Scalar.ANY
                || other == Storage.Scalar.ANY
                || (scalars ? one == other : form(one) == form(other));
    }

    /** Returns what a kind is without what is in it; a record may be one of several later. */
    private static Class<?> form(Storage storage) {
        return storage instanceof Storage.OneOf ? Storage.Embedded.class : storage.getClass();
    }

    private static List<Source.Index> mergedIndexes(TableSpec spec, Source source) {
        List<Source.Index> indexes = new ArrayList<>(spec.indexes());
        for (Source.Index index : source.indexes()) {
            Source.@Nullable Index known = spec.index(index.name());
            if (known == null) {
                indexes.add(index);
            } else {
                check(areAlike(known, index), "index '" + index.name() + "'", source);
            }
        }
        return indexes;
    }

    private static boolean areAlike(Source.Index one, Source.Index other) {
        return one.unique() == other.unique()
                && paths(one).equals(paths(other))
                && one.conditions().equals(other.conditions());
    }

    private static List<String> paths(Source.Index index) {
        return index.fields().stream().map(path -> path.source()).toList();
    }

    private static void check(boolean agrees, String what, Source source) {
        if (!agrees) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "two schemas of one table contradict each other: make them agree, or give one another source",
                    Map.of("table", source.toString(), "about", what));
        }
    }
}
