package dev.ectype.adapter.mongo.internal.call;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCursor;
import dev.ectype.adapter.mongo.internal.write.Failures;
import dev.ectype.spi.RowCursor;
import dev.ectype.types.stored.Row;
import org.jspecify.annotations.Nullable;

/** Rows of the driver's cursor, until a window is full or a budget is used up. */
final class MongoRowCursor implements RowCursor {
    private final MongoCursor<Row> rows;
    private final String source;
    private final long limit;
    private final long budget;
    private long returned;
    private @Nullable End end;

    MongoRowCursor(MongoCursor<Row> rows, String source, long limit, long budget) {
        this.rows = rows;
        this.source = source;
        this.limit = limit;
        this.budget = budget;
    }

    @Override
    public @Nullable Row next() {
        if (end != null) {
            return null;
        }
        try {
            end = endBefore();
            if (end != null) {
                return null;
            }
            returned++;
            return rows.next();
        } catch (MongoException failure) {
            throw Failures.ofRead(failure, source);
        }
    }

    private @Nullable End endBefore() {
        if (returned >= limit) {
            return End.WINDOW;
        }
        if (!rows.hasNext()) {
            return End.EXHAUSTED;
        }
        return returned >= budget ? End.BUDGET : null;
    }

    @Override
    public End end() {
        if (end == null) {
            throw new IllegalStateException("a cursor says why it ended after next() has returned null");
        }
        return end;
    }

    @Override
    public void close() {
        rows.close();
    }
}
