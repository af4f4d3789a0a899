package dev.ectype.spi;

import java.util.Optional;

/**
 * An adapter that passes its calls on to another: extended by those that add something to some calls, such as counting them
 * or making them fail, and override these. As safe for use by several threads as the other.
 */
public abstract class ForwardingAdapter implements Adapter {
    private final Adapter other;

    /** Creates an adapter that passes its calls on to another. */
    protected ForwardingAdapter(Adapter other) {
        this.other = other;
    }

    /** Returns the adapter that calls are passed on to. */
    protected final Adapter other() {
        return other;
    }

    @Override
    public String store() {
        return other.store();
    }

    @Override
    public PushDown plan(QueryRequest query) {
        return other.plan(query);
    }

    @Override
    public RowCursor scan(NativePlan plan, ScanSpec spec) {
        return other.scan(plan, spec);
    }

    @Override
    public WriteOutcome insert(Insert insert) {
        return other.insert(insert);
    }

    @Override
    public WriteOutcome update(Update update) {
        return other.update(update);
    }

    @Override
    public WriteOutcome delete(Delete delete) {
        return other.delete(delete);
    }

    /**
     * {@inheritDoc} Calls of a part of the other adapter do not pass here, nor do those of a transaction that it begins: what
     * is added to reads or writes is not added to them. So each extension says which parts it shows, makes its own, or hides
     * them; the core does without most, and refuses by name what cannot be done without one.
     */
    @Override
    public abstract <T> Optional<T> as(Class<T> part);

    @Override
    public void close() {
        other.close();
    }
}
