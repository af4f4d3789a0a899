package dev.ectype.adapter.inmemory;

import dev.ectype.adapter.inmemory.internal.plan.Planner;
import dev.ectype.adapter.inmemory.internal.store.Binding;
import dev.ectype.adapter.inmemory.internal.store.Store;
import dev.ectype.adapter.inmemory.internal.store.TableSettings;
import dev.ectype.error.MappingException;
import dev.ectype.spi.Source;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the adapter derives from each source, kept by the source's identity. Safe for use by several threads. */
final class Sources {
    /** Sources are few unless a program makes a new one for each call, and then they must not pile up. */
    private static final int MOST_KEPT = 4096;

    private final Store store;
    private volatile IdentityHashMap<Source, Known> known = new IdentityHashMap<>();
    private volatile boolean closed;

    /** A source with its planner and, from its first use on, its table. */
    static final class Known {
        private final Planner planner;
        private final TableSettings settings;
        private volatile @Nullable Binding binding;

        Known(Source source) {
            this.settings = source.hint(TableOptions.class)
                    .map(TableOptions::settings)
                    .orElse(TableSettings.NONE)
                    .requireDeclared(source);
            this.planner = new Planner(source, settings);
        }

        Planner planner() {
            return planner;
        }
    }

    Sources(Store store) {
        this.store = store;
    }

    Planner planner(Source source) {
        return known(source).planner();
    }

    /** Returns the source's table, made if it is not there. */
    Binding binding(Source source) {
        Known entry = known(source);
        Binding binding = entry.binding;
        if (binding == null) {
            binding = store.bind(source, entry.settings);
            entry.binding = binding;
        }
        return binding;
    }

    private Known known(Source source) {
        if (closed) {
            throw new MappingException(
                    MappingException.Kind.USAGE, "the adapter was closed: create another one", Map.of());
        }
        Known entry = known.get(source);
        return entry == null ? added(source) : entry;
    }

    /** Copies the map, which readers use without a lock. */
    private synchronized Known added(Source source) {
        IdentityHashMap<Source, Known> copy = new IdentityHashMap<>();
        if (known.size() < MOST_KEPT) {
            copy.putAll(known);
        }
        Known entry = copy.computeIfAbsent(source, Known::new);
        known = copy;
        return entry;
    }

    void close() {
        closed = true;
        known = new IdentityHashMap<>();
    }
}
