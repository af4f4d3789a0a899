package dev.ectype.repo.call;

import dev.ectype.plan.Consents;
import dev.ectype.schema.Location;
import dev.ectype.schema.Schema;
import dev.ectype.spi.CallOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How calls of a repo run. Immutable; what is not said is left to the repo's defaults, and to the adapter where those say
 * nothing either.
 *
 * @param timeout how long one call may take in the store; positive
 * @param prefix the namespace in which the records live: a database, a table prefix, a base
 * @param hints what is said to one store only, each an object of a class of that store's adapter
 * @param consents what queries may do beyond what the store does well
 * @param sources the schemas whose records live in another source than theirs, with its name
 */
public record Options(
        Optional<Duration> timeout,
        Optional<String> prefix,
        List<Object> hints,
        Consents consents,
        Map<Schema<?>, String> sources) {
    private static final Options NONE =
            new Options(Optional.empty(), Optional.empty(), List.of(), Consents.NONE, Map.of());

    /** Checks the timeout and copies the collections. */
    public Options {
        timeout.filter(time -> time.isZero() || time.isNegative()).ifPresent(time -> {
            throw new IllegalArgumentException("a timeout must be positive: " + time);
        });
        hints = List.copyOf(hints);
        sources = Map.copyOf(sources);
    }

    /** Returns options that say nothing. */
    public static Options none() {
        return NONE;
    }

    /** Returns the same with another timeout. */
    public Options timeout(Duration time) {
        return new Options(Optional.of(time), prefix, hints, consents, sources);
    }

    /** Returns the same in another namespace. */
    public Options prefix(String namespace) {
        return new Options(timeout, Optional.of(namespace), hints, consents, sources);
    }

    /**
     * Returns the same where the records of a schema live in another source: a collection or table of the same form, a base.
     * Those of other schemas, related ones among them, stay in theirs; a query that names a source itself is asked of that.
     */
    public Options source(Schema<?> schema, String name) {
        return new Options(timeout, prefix, hints, consents, merged(sources, Map.of(schema, name)));
    }

    private static Map<Schema<?>, String> merged(Map<Schema<?>, String> under, Map<Schema<?>, String> over) {
        Map<Schema<?>, String> all = new HashMap<>(under);
        all.putAll(over);
        return all;
    }

    /** Returns where the records of a schema live, as far as these options say. */
    public Location location(Schema<?> schema) {
        return prefix.isEmpty() && sources.isEmpty()
                ? Location.DECLARED
                : new Location(prefix, Optional.ofNullable(sources.get(schema)));
    }

    /** Returns the same with one more hint. */
    public Options hint(Object forOneStore) {
        return new Options(timeout, prefix, concat(List.of(forOneStore), hints), consents, sources);
    }

    /** Returns the same, finishing queries outside the store over at most {@code maxRows} rows each. */
    public Options clientSide(int maxRows) {
        return new Options(timeout, prefix, hints, consents.withClientSide(maxRows), sources);
    }

    /** Returns the same, allowing the store to read everything to find the rows of a query. */
    public Options allowScan() {
        return new Options(timeout, prefix, hints, consents.withScan(), sources);
    }

    /** Returns these options and, where they say nothing, those; of hints of one class the first counts. */
    public Options over(Options defaults) {
        if (defaults.equals(NONE)) {
            return this;
        }
        return new Options(
                timeout.or(defaults::timeout),
                prefix.or(defaults::prefix),
                concat(hints, defaults.hints),
                consents.over(defaults.consents),
                merged(defaults.sources, sources));
    }

    private static List<Object> concat(List<Object> first, List<Object> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Returns what of these an adapter is told. */
    public CallOptions forStore() {
        return timeout.isEmpty() && hints.isEmpty() ? CallOptions.NONE : new CallOptions(timeout, hints);
    }
}
