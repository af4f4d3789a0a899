package dev.ectype.types;

/** Loads a declared value in place of one that does not fit. */
final class FallbackType<V> extends DecoratedType<V> {
    private final V fallback;

    FallbackType(Type<V> base, V fallback) {
        super(base);
        this.fallback = fallback;
    }

    @Override
    public V load(Object stored) {
        try {
            return base.load(stored);
        } catch (LoadException declared) {
            return fallback;
        }
    }

    @Override
    public V loadEmbedded(Object stored) {
        try {
            return base.loadEmbedded(stored);
        } catch (LoadException declared) {
            return fallback;
        }
    }
}
