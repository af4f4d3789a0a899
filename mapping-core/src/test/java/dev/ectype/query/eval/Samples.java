package dev.ectype.query.eval;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Slot;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Rows, paths and random values for the tests of the evaluator. */
final class Samples {
    static final int SLOTS = 4;
    static final Layout LAYOUT = new Layout(IntStream.range(0, SLOTS)
            .mapToObj(i -> new Layout.Slot("f" + i, "s" + i, Scalar.ANY))
            .toList());

    private Samples() {}

    static Row row(Object... values) {
        return Row.over(LAYOUT, Arrays.copyOf(values, SLOTS));
    }

    static FieldPath field(int slot) {
        return field(slot, Scalar.ANY);
    }

    static FieldPath field(int slot, Storage storage) {
        return new FieldPath(List.of(new Slot("f" + slot, "s" + slot, slot)), storage, false);
    }

    static FieldPath path(FieldPath.Step... steps) {
        return new FieldPath(List.of(steps), Scalar.ANY, false);
    }

    static Value value(Object value) {
        return new Value(value, Scalar.ANY, false);
    }

    static Predicate compare(int slot, Comparison comparison, Object value) {
        return new Predicate.Compare(field(slot), comparison, value(value));
    }

    static Predicate in(int slot, Object... values) {
        return new Predicate.In(
                field(slot), Arrays.stream(values).map(Samples::value).toList());
    }

    static Operand call(Operand.Function function, Storage storage, Object... arguments) {
        return new Operand.Call(
                function,
                Arrays.stream(arguments)
                        .map(a -> a instanceof Operand o ? o : value(a))
                        .toList(),
                storage);
    }

    static Truth test(Predicate predicate, Row row) {
        return Evaluator.of(predicate).test(row);
    }

    static Object valueOf(Operand operand, Row row) {
        return OperandEvaluator.of(operand).valueFor(row);
    }

    static Object number(Random random) {
        int small = random.nextInt(5) - 2;
        return switch (random.nextInt(8)) {
            case 0 -> small;
            case 1 -> (long) small;
            case 2 -> BigInteger.valueOf(small);
            case 3 -> BigDecimal.valueOf(small).setScale(random.nextInt(3));
            case 4 -> (double) small;
            case 5 -> BigDecimal.valueOf(small * 5L, 1);
            case 6 -> (1L << 53) + small;
            default -> random.nextBoolean() ? small / 2.0 : 0x1p53 + small;
        };
    }

    static Object scalar(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> random.nextBoolean();
            case 1 -> List.of("", "a", "ab", "b", "\uFFFD", "\uD83D\uDE00").get(random.nextInt(6));
            case 2 -> new UUID(random.nextInt(3) - 1, random.nextInt(3) - 1);
            case 3 -> new byte[] {(byte) random.nextInt(3), (byte) (random.nextInt(3) - 1)};
            case 4 -> LocalDate.ofEpochDay(random.nextInt(3));
            case 5 -> LocalTime.ofSecondOfDay(random.nextInt(3));
            case 6 -> LocalDateTime.of(2024, 1, 1 + random.nextInt(3), 0, 0);
            case 7 -> Instant.ofEpochSecond(random.nextInt(3));
            case 8 -> Duration.ofSeconds(random.nextInt(3));
            default -> number(random);
        };
    }

    static Object any(Random random, int depth) {
        int kind = depth == 0 ? 4 : random.nextInt(8);
        return switch (kind) {
            case 0 -> list(random, depth);
            case 1 -> new LinkedHashSet<>(list(random, depth));
            case 2 -> map(random, depth);
            case 3 -> row(nullable(random, depth), nullable(random, depth));
            default -> scalar(random);
        };
    }

    static Object nullable(Random random, int depth) {
        return random.nextInt(4) == 0 ? null : any(random, depth - 1);
    }

    private static List<Object> list(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            list.add(nullable(random, depth));
        }
        return list;
    }

    private static Map<String, Object> map(Random random, int depth) {
        Map<String, Object> map = new HashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            map.put("k" + random.nextInt(3), nullable(random, depth));
        }
        return map;
    }
}
