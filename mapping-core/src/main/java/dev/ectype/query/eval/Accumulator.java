package dev.ectype.query.eval;

import dev.ectype.query.ir.Aggregate;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes one aggregate over the rows of one group. */
final class Accumulator {
    private final Aggregate aggregate;
    private final @Nullable OperandEvaluator operand;
    private final @Nullable Set<Object> seen;
    private long count;
    private BigDecimal sum = BigDecimal.ZERO;
    private @Nullable Object extreme;

    private Accumulator(Aggregate aggregate) {
        this.aggregate = aggregate;
        this.operand = aggregate.operand().map(OperandEvaluator::of).orElse(null);
        this.seen = aggregate.distinct() ? new HashSet<>() : null;
    }

    static Accumulator of(Aggregate aggregate) {
        return new Accumulator(aggregate);
    }

    void add(Row row) {
        if (operand == null) {
            count++;
            return;
        }
        Object value = operand.valueFor(row);
        if (value != null && (seen == null || seen.add(Values.canonical(value)))) {
            count++;
            take(value);
        }
    }

    private void take(Object value) {
        switch (aggregate.function()) {
            case COUNT -> {}
            case SUM, AVG -> sum = sum.add(Numbers.exact((Number) value));
            case MIN -> extreme = extreme == null || Values.compare(value, extreme) < 0 ? value : extreme;
            case MAX -> extreme = extreme == null || Values.compare(value, extreme) > 0 ? value : extreme;
        }
    }

    /** Returns the value in the neutral form that the aggregate promises. */
    @Nullable Object result() {
        return switch (aggregate.function()) {
            case COUNT -> count;
            case SUM -> count == 0 ? null : number(sum);
            case AVG -> count == 0 ? null : number(sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128));
            case MIN, MAX -> extreme;
        };
    }

    private Object number(BigDecimal value) {
        return aggregate.storage() instanceof Scalar scalar
                ? switch (scalar) {
                    case INT32 -> value.intValueExact();
                    case INT64 -> value.longValueExact();
                    case INTEGER -> value.toBigIntegerExact();
                    case FLOAT64 -> value.doubleValue();
                    default -> value;
                }
                : value;
    }
}
