package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.error.MappingException;
import dev.ectype.spi.Source;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a source says of how its table is kept. Immutable.
 *
 * @param ordered whether the rows stand in the order of their keys; empty if it does not say
 * @param hashed the names of the indexes that are hashed
 */
public record TableSettings(Optional<Boolean> ordered, Set<String> hashed) {
    /** Nothing said. */
    public static final TableSettings NONE = new TableSettings(Optional.empty(), Set.of());

    /** Copies the names. */
    public TableSettings {
        hashed = Set.copyOf(hashed);
    }

    /**
     * Returns these settings if the source declares every index that they name.
     *
     * @throws MappingException if it does not
     */
    public TableSettings requireDeclared(Source source) {
        for (String name : hashed) {
            if (source.indexes().stream().noneMatch(index -> index.name().equals(name))) {
                throw new MappingException(
                        MappingException.Kind.USAGE,
                        "no index of this name is declared, so none can be hashed",
                        Map.of(
                                "source",
                                source.toString(),
                                "index",
                                name,
                                "declared",
                                source.indexes().stream()
                                        .map(Source.Index::name)
                                        .toList()));
            }
        }
        return this;
    }
}
