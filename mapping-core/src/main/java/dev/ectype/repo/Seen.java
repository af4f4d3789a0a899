package dev.ectype.repo;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the steps of a Multi have come to so far, by their names. Immutable. */
public final class Seen {
    static final Seen NOTHING = new Seen(Map.of());

    private final Map<String, @Nullable Object> results;

    private Seen(Map<String, @Nullable Object> results) {
        this.results = results;
    }

    Seen with(String name, @Nullable Object result) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(results);
        more.put(name, result);
        return new Seen(Collections.unmodifiableMap(more));
    }

    /**
     * Returns what a step came to.
     *
     * @throws MappingException if there is no such step before, or it came to nothing or to something else
     */
    public <T> T get(String name, Class<T> type) {
        return find(name, type)
                .orElseThrow(() -> new MappingException(
                        Kind.USAGE,
                        "this step of the Multi came to nothing; ask with find(...)",
                        Map.of("step", name)));
    }

    /**
     * Returns what a step came to, nothing if that was no record.
     *
     * @throws MappingException if there is no such step before, or it came to something else
     */
    public <T> Optional<T> find(String name, Class<T> type) {
        Object result = result(name);
        if (result != null) {
            requireInstance(name, type, result);
        }
        return Optional.ofNullable(type.cast(result));
    }

    /**
     * Returns the records that a step came to.
     *
     * @throws MappingException if there is no such step before, or it came to something else
     */
    public <E> List<E> list(String name, Class<E> type) {
        List<?> found = get(name, List.class);
        for (Object each : found) {
            requireInstance(name, type, each);
        }
        return found.stream().<E>map(type::cast).toList();
    }

    private static void requireInstance(String name, Class<?> type, Object result) {
        if (!type.isInstance(result)) {
            throw new MappingException(
                    Kind.USAGE,
                    "this step of the Multi came to something else",
                    Map.of(
                            "step",
                            name,
                            "asked",
                            type.getName(),
                            "is",
                            result.getClass().getName()));
        }
    }

    private @Nullable Object result(String name) {
        if (!results.containsKey(name)) {
            throw new MappingException(
                    Kind.USAGE,
                    "no step of that name comes before in the Multi",
                    Map.of("step", name, "steps so far", results.keySet()));
        }
        return results.get(name);
    }

    /** Returns all of it by the names of the steps, in their order; null for a record that was not there. */
    public Map<String, @Nullable Object> toMap() {
        return results;
    }

    /** Returns the names of the steps; what they came to may be secret. */
    @Override
    public String toString() {
        return results.keySet().toString();
    }
}
