package dev.ectype.changeset.rule;

import dev.ectype.changeset.internal.Numbers;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Whole numbers at equal distances, both ends included; knows its members without holding them. Immutable.
 */
public final class Span implements Iterable<Long> {
    private final long first;
    private final long last;
    private final long step;

    private Span(long first, long last, long step) {
        this.first = first;
        this.last = last;
        this.step = step;
    }

    /** Returns the numbers from {@code first} by {@code step} as long as they do not pass {@code last}. */
    public static Span of(long first, long last, long step) {
        if (step == 0) {
            throw new IllegalArgumentException("the step of a span must not be 0");
        }
        return new Span(first, last, step);
    }

    /** Returns the first number. */
    public long first() {
        return first;
    }

    /** Returns the bound of the last number. */
    public long last() {
        return last;
    }

    /** Returns the distance. */
    public long step() {
        return step;
    }

    /** Tells whether a whole number is one of these, in whatever integer class. */
    public boolean contains(@Nullable Object value) {
        if (!(value instanceof Number number) || !Numbers.isInteger(number)) {
            return false;
        }
        BigDecimal distance = Numbers.decimal(number).subtract(BigDecimal.valueOf(first));
        BigDecimal steps = BigDecimal.valueOf(step);
        boolean started = distance.signum() == 0 || distance.signum() == steps.signum();
        boolean passed = step > 0 ? Numbers.compare(number, last) > 0 : Numbers.compare(number, last) < 0;
        return started && !passed && distance.remainder(steps).signum() == 0;
    }

    @Override
    public Iterator<Long> iterator() {
        return LongStream.iterate(first, number -> step > 0 ? number <= last : number >= last, number -> number + step)
                .limit(size())
                .iterator();
    }

    /** Returns how many numbers there are, at most the greatest integer. */
    public int size() {
        boolean empty = step > 0 ? first > last : first < last;
        return empty ? 0 : (int) Math.min(Integer.MAX_VALUE, (last - first) / step + 1);
    }

    @Override
    public String toString() {
        return first + ".." + last + (Math.abs(step) == 1 ? "" : " by " + step);
    }
}
