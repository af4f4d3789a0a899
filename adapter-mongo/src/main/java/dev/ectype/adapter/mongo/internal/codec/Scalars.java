package dev.ectype.adapter.mongo.internal.codec;

import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonType;

/** The formats of the kinds without parts. */
final class Scalars {
    private static final int NANOS_PER_MICRO = 1_000;
    private static final int DIGITS_OF_NANO = 9;
    private static final long MILLIS_PER_DAY = 86_400_000;
    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final Map<FinerTime, Map<Scalar, Format>> ALL = all();

    private Scalars() {}

    /**
     * A kind stored as one BSON type.
     *
     * @param <V> the neutral class
     */
    private record One<V>(Class<V> kind, BsonType stored, BiConsumer<Sink, V> writer, Function<Intake, Object> reader)
            implements Format {
        @Override
        public void write(Sink sink, Object value) {
            if (!kind.isInstance(value)) {
                throw new Unstorable("expected a value of " + kind.getSimpleName() + " but was "
                        + value.getClass().getSimpleName());
            }
            writer.accept(sink, kind.cast(value));
        }

        @Override
        public Object read(Intake intake, BsonType type) {
            return type == stored ? reader.apply(intake) : Natural.read(intake, type);
        }
    }

    private static Map<FinerTime, Map<Scalar, Format>> all() {
        Map<FinerTime, Map<Scalar, Format>> all = new EnumMap<>(FinerTime.class);
        for (FinerTime finer : FinerTime.values()) {
            all.put(finer, formats(finer));
        }
        return all;
    }

    static Format of(Scalar scalar, FinerTime finer) {
        return Objects.requireNonNull(Objects.requireNonNull(ALL.get(finer)).get(scalar));
    }

    private static Map<Scalar, Format> formats(FinerTime finer) {
        Map<Scalar, Format> formats = new EnumMap<>(Scalar.class);
        formats.put(Scalar.TEXT, new TextFormat());
        formats.put(Scalar.INT32, new One<>(Integer.class, BsonType.INT32, Sink::int32, Intake::int32));
        formats.put(Scalar.INT64, new One<>(Long.class, BsonType.INT64, Sink::int64, Intake::int64));
        formats.put(Scalar.FLOAT64, new One<>(Double.class, BsonType.DOUBLE, Sink::float64, Intake::float64));
        formats.put(Scalar.BOOLEAN, new One<>(Boolean.class, BsonType.BOOLEAN, Sink::bool, Intake::bool));
        formats.put(Scalar.ANY, new AnyFormat(finer));
        addDecimals(formats);
        addBinaries(formats);
        addTimes(formats, finer);
        widen(formats, Scalar.INT32, BsonType.INT32);
        widen(formats, Scalar.INT64, BsonType.INT64);
        widen(formats, Scalar.FLOAT64, BsonType.DOUBLE);
        widen(formats, Scalar.DECIMAL, BsonType.DECIMAL128);
        widen(formats, Scalar.INTEGER, BsonType.DECIMAL128);
        return formats;
    }

    private static void widen(Map<Scalar, Format> formats, Scalar kind, BsonType stored) {
        formats.computeIfPresent(kind, (same, exact) -> new NumberFormat(exact, stored, kind));
    }

    private static void addDecimals(Map<Scalar, Format> formats) {
        formats.put(
                Scalar.DECIMAL,
                new One<>(
                        BigDecimal.class,
                        BsonType.DECIMAL128,
                        (s, v) -> s.decimal(Decimals.store(v)),
                        i -> Decimals.load(i.decimal())));
        formats.put(
                Scalar.INTEGER,
                new One<>(
                        BigInteger.class,
                        BsonType.DECIMAL128,
                        (s, v) -> s.decimal(Decimals.store(Decimals.of(v))),
                        i -> Decimals.loadInteger(i.decimal())));
        formats.put(
                Scalar.DURATION,
                new One<>(
                        Duration.class,
                        BsonType.DECIMAL128,
                        (s, v) -> s.decimal(Decimals.store(seconds(v))),
                        i -> duration(Decimals.load(i.decimal()))));
    }

    private static void addBinaries(Map<Scalar, Format> formats) {
        formats.put(
                Scalar.UUID,
                new One<>(UUID.class, BsonType.BINARY, (s, v) -> s.binary(binary(v)), i -> Natural.binary(i.binary())));
        formats.put(
                Scalar.BINARY,
                new One<>(
                        byte[].class,
                        BsonType.BINARY,
                        (s, v) -> s.binary(new BsonBinary(v)),
                        i -> i.binary().getData()));
    }

    private static void addTimes(Map<Scalar, Format> formats, FinerTime finer) {
        formats.put(Scalar.INSTANT, new MomentFormat(finer, false));
        formats.put(Scalar.DATE_TIME, new MomentFormat(finer, true));
        formats.put(
                Scalar.DATE,
                new One<>(
                        LocalDate.class,
                        BsonType.DATE_TIME,
                        (s, v) -> s.moment(MomentFormat.millis(v.atStartOfDay().toInstant(ZoneOffset.UTC))),
                        i -> date(i.moment())));
        formats.put(
                Scalar.TIME,
                new One<>(LocalTime.class, BsonType.INT64, (s, v) -> s.int64(micros(v)), i -> time(i.int64())));
    }

    /** A moment inside a day is no date, and is read as what it is. */
    private static Object date(long millis) {
        return Math.floorMod(millis, MILLIS_PER_DAY) == 0
                ? (Object) LocalDate.ofEpochDay(Math.floorDiv(millis, MILLIS_PER_DAY))
                : (Object) Instant.ofEpochMilli(millis);
    }

    private static Object time(long micros) {
        boolean isTime = micros >= 0 && micros < MICROS_PER_DAY;
        return isTime ? (Object) LocalTime.ofNanoOfDay(micros * NANOS_PER_MICRO) : (Object) micros;
    }

    private static long micros(LocalTime time) {
        if (time.toNanoOfDay() % NANOS_PER_MICRO != 0) {
            throw new Unstorable("a stored time of day ends at the microsecond");
        }
        return time.toNanoOfDay() / NANOS_PER_MICRO;
    }

    private static BigDecimal seconds(Duration duration) {
        BigDecimal nanos = BigDecimal.valueOf(duration.getNano(), DIGITS_OF_NANO);
        return BigDecimal.valueOf(duration.getSeconds()).add(nanos);
    }

    private static Object duration(BigDecimal seconds) {
        if (seconds.stripTrailingZeros().scale() > DIGITS_OF_NANO) {
            return seconds;
        }
        BigInteger[] parts =
                seconds.setScale(DIGITS_OF_NANO).unscaledValue().divideAndRemainder(BigInteger.TEN.pow(DIGITS_OF_NANO));
        return parts[0].bitLength() < Long.SIZE
                ? Duration.ofSeconds(parts[0].longValue(), parts[1].longValue())
                : seconds;
    }

    private static BsonBinary binary(UUID uuid) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
        bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        return new BsonBinary(BsonBinarySubType.UUID_STANDARD, bytes.array());
    }
}
