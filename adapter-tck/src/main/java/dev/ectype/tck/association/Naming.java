package dev.ectype.tck.association;

import dev.ectype.changeset.ShapeOptions;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout.Slot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The names and hints that a store needs of schemas, by the names of their sources.
 *
 * @param sources the sources as the store needs them; empty for schemas as they are
 */
record Naming(Map<String, Source> sources) {
    static final Naming PLAIN = new Naming(Map.of());

    /** Returns what makes the stored name of each field. */
    ShapeOptions options(String source) {
        Map<String, String> names = Optional.ofNullable(sources.get(source)).stream()
                .flatMap(adapted -> adapted.layout().slots().stream())
                .collect(Collectors.toMap(Slot::name, Slot::source));
        return ShapeOptions.DEFAULT.sourcesBy(name -> names.getOrDefault(name, name));
    }

    List<Object> hints(String source) {
        return Optional.ofNullable(sources.get(source)).map(Source::hints).orElse(List.of());
    }
}
