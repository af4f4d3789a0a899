package dev.ectype.types.internal.temporal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/** How fine a time a type keeps; what is finer is cut off, never rounded. */
public enum Precision {
    /** Whole seconds. */
    SECONDS(ChronoUnit.SECONDS, 1_000_000_000),
    /** Millionths of a second. */
    MICROS(ChronoUnit.MICROS, 1_000);

    private final ChronoUnit unit;
    private final int nanos;

    Precision(ChronoUnit unit, int nanos) {
        this.unit = unit;
        this.nanos = nanos;
    }

    /** Tells whether a time is no finer than this. */
    public boolean holds(TemporalAccessor time) {
        return time.get(ChronoField.NANO_OF_SECOND) % nanos == 0;
    }

    /** Cuts off what is finer. */
    public LocalTime truncate(LocalTime time) {
        return holds(time) ? time : time.truncatedTo(unit);
    }

    /** Cuts off what is finer. */
    public LocalDateTime truncate(LocalDateTime time) {
        return holds(time) ? time : time.truncatedTo(unit);
    }

    /** Cuts off what is finer, towards the past. */
    public Instant truncate(Instant time) {
        return holds(time) ? time : time.truncatedTo(unit);
    }

    /** Returns the words for an error: "whole seconds". */
    @Override
    public String toString() {
        return this == SECONDS ? "whole seconds" : "whole microseconds";
    }
}
