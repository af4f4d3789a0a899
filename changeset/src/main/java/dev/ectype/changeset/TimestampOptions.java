package dev.ectype.changeset;

import static dev.ectype.types.Types.instant;
import static dev.ectype.types.Types.instantMicros;

import dev.ectype.types.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a shape's two timestamps differ from the usual ones. Immutable.
 *
 * @param <T> the class of the times
 */
public final class TimestampOptions<T> {
    /** Two instants to the second, {@code insertedAt} and {@code updatedAt}. */
    public static final TimestampOptions<Instant> DEFAULT = of(instant());

    private final Type<T> type;
    private final Optional<Stamp> inserted;
    private final Optional<Stamp> updated;

    private record Stamp(String name, List<FieldOption> options) {
        Stamp named(String other) {
            return new Stamp(other, options);
        }

        Stamp with(FieldOption option) {
            List<FieldOption> more = new ArrayList<>(options);
            more.add(option);
            return new Stamp(name, List.copyOf(more));
        }
    }

    /** Declares one field. */
    interface Declaration {
        <V> Object field(String name, Type<V> type, FieldOption... options);
    }

    private TimestampOptions(Type<T> type, Optional<Stamp> inserted, Optional<Stamp> updated) {
        this.type = type;
        this.inserted = inserted;
        this.updated = updated;
    }

    /** Returns options for times of a type, which must take an {@link Instant}; its precision is theirs. */
    public static <T> TimestampOptions<T> of(Type<T> type) {
        return new TimestampOptions<>(
                type,
                Optional.of(new Stamp("insertedAt", List.of(FieldOptions.insertedAt()))),
                Optional.of(new Stamp("updatedAt", List.of(FieldOptions.updatedAt()))));
    }

    /** Returns options for two instants to the microsecond. */
    public static TimestampOptions<Instant> micros() {
        return of(instantMicros());
    }

    /** Returns options with other names of the two fields. */
    public TimestampOptions<T> named(String insertedAt, String updatedAt) {
        return new TimestampOptions<>(
                type, inserted.map(stamp -> stamp.named(insertedAt)), updated.map(stamp -> stamp.named(updatedAt)));
    }

    /** Returns options with other names in the store. */
    public TimestampOptions<T> sources(String insertedAt, String updatedAt) {
        return new TimestampOptions<>(
                type,
                inserted.map(stamp -> stamp.with(FieldOptions.source(insertedAt))),
                updated.map(stamp -> stamp.with(FieldOptions.source(updatedAt))));
    }

    /** Returns options by which the time of the insertion cannot be changed once the record is stored. */
    public TimestampOptions<T> insertedAtOnce() {
        return new TimestampOptions<>(
                type, inserted.map(stamp -> stamp.with(FieldOptions.writable(Writable.INSERT))), updated);
    }

    /** Returns options without the time of the insertion. */
    public TimestampOptions<T> withoutInsertedAt() {
        return new TimestampOptions<>(type, Optional.empty(), updated);
    }

    /** Returns options without the time of the last update. */
    public TimestampOptions<T> withoutUpdatedAt() {
        return new TimestampOptions<>(type, inserted, Optional.empty());
    }

    void declare(Declaration shape) {
        inserted.ifPresent(stamp -> declare(shape, stamp));
        updated.ifPresent(stamp -> declare(shape, stamp));
    }

    private void declare(Declaration shape, Stamp stamp) {
        shape.field(stamp.name(), type, stamp.options().toArray(FieldOption[]::new));
    }
}
