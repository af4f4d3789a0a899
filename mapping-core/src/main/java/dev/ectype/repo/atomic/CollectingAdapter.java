package dev.ectype.repo.atomic;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.Update;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps writes, and says of each that it was done. */
final class CollectingAdapter extends StandIn {
    private final List<Write> writes = new ArrayList<>();

    CollectingAdapter(Adapter adapter) {
        super(adapter);
    }

    List<Write> writes() {
        return writes;
    }

    @Override
    WriteOutcome answer(Write write) {
        if (!returning(write).isEmpty()) {
            throw new MappingException(
                    Kind.UNSUPPORTED,
                    "the store is to tell what it makes of a record, but tells nothing of what it writes together; make"
                            + " the values here, or allow writing one by one: repo.withoutTransaction()",
                    Map.of("store", store(), "source", write.source(), "slots", returning(write)));
        }
        writes.add(write);
        return written(write);
    }

    private static List<Integer> returning(Write write) {
        if (write instanceof Insert insert) {
            return insert.returning();
        }
        return write instanceof Update update ? update.returning() : ((Delete) write).returning();
    }

    /** Returns that a write was done. */
    static WriteOutcome written(Write write) {
        Effect effect =
                write instanceof Insert ? Effect.INSERTED : write instanceof Update ? Effect.UPDATED : Effect.DELETED;
        return new WriteOutcome.Written(effect, Optional.empty());
    }
}
