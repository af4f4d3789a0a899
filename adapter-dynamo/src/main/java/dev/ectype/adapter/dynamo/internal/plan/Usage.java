package dev.ectype.adapter.dynamo.internal.plan;

import java.util.Locale;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** What the runs of one plan have consumed. Safe for use by several threads. */
public final class Usage {
    private final LongAdder requests = new LongAdder();
    private final DoubleAdder units = new DoubleAdder();

    /** Adds a request and the capacity that it consumed. */
    public void add(double capacityUnits) {
        requests.increment();
        units.add(capacityUnits);
    }

    /** Tells what was consumed until now; empty before the first run. */
    @Override
    public String toString() {
        return requests.sum() == 0
                ? ""
                : String.format(
                        Locale.ROOT, "\nconsumed %.1f capacity units in %d requests", units.sum(), requests.sum());
    }
}
