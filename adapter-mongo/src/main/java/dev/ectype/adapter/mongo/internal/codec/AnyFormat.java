package dev.ectype.adapter.mongo.internal.codec;

import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Values of any kind, each as its class says. */
final class AnyFormat implements Format {
    private final FinerTime finer;

    AnyFormat(FinerTime finer) {
        this.finer = finer;
    }

    @Override
    public Object read(Intake intake, BsonType type) {
        return Natural.read(intake, type);
    }

    @Override
    public Optional<BsonValue> floor(Object time) {
        return time instanceof Instant ? MomentFormat.floor(finer, time) : Optional.empty();
    }

    @Override
    public void write(Sink sink, Object value) {
        String tag = Tagged.tagOf(value, finer);
        if (tag != null) {
            Tagged.write(sink, tag, value, finer);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(sink, map);
        } else if (value instanceof Collection<?> list) {
            writeList(sink, list);
        } else {
            Scalars.of(scalarOf(value), finer).write(sink, value);
        }
    }

    private void writeList(Sink sink, Collection<?> list) {
        int start = sink.startList();
        int at = 0;
        for (Object element : list) {
            sink.index(at++);
            writeNullable(sink, element);
        }
        sink.endList(start);
    }

    private void writeMap(Sink sink, Map<?, ?> map) {
        int start = sink.startDocument();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            sink.name(Name.of(MapKeys.escape((String) entry.getKey())));
            writeNullable(sink, entry.getValue());
        }
        sink.endDocument(start);
    }

    private void writeNullable(Sink sink, @Nullable Object value) {
        if (value == null) {
            sink.nothing();
        } else {
            write(sink, value);
        }
    }

    private static Scalar scalarOf(Object value) {
        if (value instanceof String) {
            return Scalar.TEXT;
        }
        if (value instanceof Boolean) {
            return Scalar.BOOLEAN;
        }
        if (value instanceof Instant) {
            return Scalar.INSTANT;
        }
        if (value instanceof UUID) {
            return Scalar.UUID;
        }
        if (value instanceof byte[]) {
            return Scalar.BINARY;
        }
        return numberOf(value);
    }

    private static Scalar numberOf(Object value) {
        if (value instanceof Integer) {
            return Scalar.INT32;
        }
        if (value instanceof Long) {
            return Scalar.INT64;
        }
        if (value instanceof Double) {
            return Scalar.FLOAT64;
        }
        if (value instanceof BigDecimal) {
            return Scalar.DECIMAL;
        }
        if (value instanceof BigInteger) {
            return Scalar.INTEGER;
        }
        throw new Unstorable("a " + value.getClass().getSimpleName() + " has no stored form");
    }
}
