package dev.ectype.adapter.inmemory.writing;

import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.ForwardingAdapter;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.WriteOutcome;
import java.util.Map;
import java.util.Optional;

/** A store with none of the optional parts and no upserts, which goes away after so many insertions. */
final class Lacking extends ForwardingAdapter {
    private int left;

    Lacking(Adapter whole, int insertions) {
        super(whole);
        this.left = insertions;
    }

    @Override
    public String store() {
        return "lacking";
    }

    @Override
    public WriteOutcome insert(Insert insert) {
        if (!(insert.onConflict() instanceof OnConflict.Raise)) {
            throw new MappingException(MappingException.Kind.UNSUPPORTED, "this store knows no upserts", Map.of());
        }
        if (left-- <= 0) {
            throw new StoreException("gone", Map.of(), StoreException.Outcome.UNKNOWN, true, null);
        }
        return super.insert(insert);
    }

    @Override
    public <T> Optional<T> as(Class<T> part) {
        return Optional.empty();
    }
}
