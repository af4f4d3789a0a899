package dev.ectype.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Options of one call that an adapter must honour.
 *
 * @param timeout how long the whole call may take; empty for the adapter's own limit
 * @param hints what the caller says to one store only, each an object of a class of that store's adapter
 */
public record CallOptions(Optional<Duration> timeout, List<Object> hints) {
    /** No options. */
    public static final CallOptions NONE = new CallOptions(Optional.empty(), List.of());

    /** Copies the hints. */
    public CallOptions {
        hints = List.copyOf(hints);
    }

    /** Returns what the caller says to the store whose adapter owns the class. */
    public <T> Optional<T> hint(Class<T> kind) {
        return hints.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
