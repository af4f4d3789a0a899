package dev.ectype.adapter.dynamo;

import dev.ectype.adapter.dynamo.internal.codec.Formats;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.spi.Source;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What was derived from the sources that an adapter was asked about, each once. Safe for use by several threads. */
final class Sources {
    private final Formats formats = new Formats();
    private final Map<Identity, DynamoSource> known = new ConcurrentHashMap<>();

    DynamoSource of(Source source) {
        return known.computeIfAbsent(new Identity(source), key -> DynamoSource.of(source, formats));
    }

    /** A source as a key: the same object for every call, so that its parts need not be compared. */
    private record Identity(Source source) {
        @Override
        @SuppressWarnings("ReferenceEquality") // the same object is what is asked for
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity that && that.source == source;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(source);
        }
    }
}
