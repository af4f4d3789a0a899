package dev.ectype.adapter.dynamo.internal.plan;

import dev.ectype.adapter.dynamo.internal.codec.Bound;
import dev.ectype.adapter.dynamo.internal.codec.Format;
import dev.ectype.adapter.dynamo.internal.codec.Unstorable;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A conjunct that a key condition can take on.
 *
 * @param conjunct its place among the conjuncts
 * @param slot the field that it tests
 * @param kind how
 * @param values the stored values: several for alternatives, otherwise one
 */
record KeyTest(int conjunct, int slot, How kind, List<AttributeValue> values) {

    /** What a test says of its field. */
    enum How {
        ONE_OF(Comparison.EQ),
        BEGINS_WITH(Comparison.GE),
        LESS(Comparison.LT),
        AT_MOST(Comparison.LE),
        GREATER(Comparison.GT),
        AT_LEAST(Comparison.GE);

        private final Comparison comparison;

        How(Comparison comparison) {
            this.comparison = comparison;
        }

        Comparison comparison() {
            return comparison;
        }
    }

    /** Returns the tests among conjuncts. */
    static List<KeyTest> of(DynamoSource source, List<Predicate> conjuncts) {
        List<KeyTest> tests = new ArrayList<>();
        for (int i = 0; i < conjuncts.size(); i++) {
            of(source, i, conjuncts.get(i)).ifPresent(tests::add);
        }
        return tests;
    }

    private static Optional<KeyTest> of(DynamoSource source, int at, Predicate conjunct) {
        try {
            return new Reader(source, at).read(conjunct).filter(KeyTest::isUsable);
        } catch (Unstorable noKey) {
            return Optional.empty();
        }
    }

    private boolean isUsable() {
        return !values.isEmpty() && values.stream().noneMatch(DynamoSource::isEmpty);
    }

    AttributeValue value() {
        return values.get(0);
    }

    private record Reader(DynamoSource source, int at) {

        Optional<KeyTest> read(Predicate conjunct) {
            if (conjunct instanceof Predicate.Compare compare && compare.right() instanceof Value value) {
                return comparison(compare, value);
            }
            if (conjunct instanceof Predicate.In in && isKeyLike(in.operand())) {
                return Optional.of(alternatives(in));
            }
            return conjunct instanceof Predicate.Text text ? beginning(text) : Optional.empty();
        }

        private boolean isKeyLike(Operand operand) {
            return operand instanceof FieldPath path
                    && path.isTopLevel()
                    && format(path).kind().isOrdered();
        }

        private Format format(Operand operand) {
            return source.format((FieldPath) operand);
        }

        private KeyTest test(Operand operand, How kind, List<AttributeValue> values) {
            return new KeyTest(at, ((FieldPath) operand).slot(), kind, values);
        }

        private Optional<KeyTest> comparison(Predicate.Compare compare, Value value) {
            if (!isKeyLike(compare.left()) || compare.comparison() == Comparison.NE) {
                return Optional.empty();
            }
            Bound bound = format(compare.left()).bound(compare.comparison(), value.value());
            return bound instanceof Bound.Against against
                    ? Optional.of(test(compare.left(), kindOf(against.comparison()), List.of(against.value())))
                    : Optional.empty();
        }

        private static How kindOf(Comparison comparison) {
            return switch (comparison) {
                case EQ, NE -> How.ONE_OF;
                case LT -> How.LESS;
                case LE -> How.AT_MOST;
                case GT -> How.GREATER;
                case GE -> How.AT_LEAST;
            };
        }

        private KeyTest alternatives(Predicate.In in) {
            Format format = format(in.operand());
            List<AttributeValue> values = in.values().stream()
                    .map(value -> format.bound(Comparison.EQ, value.value()))
                    .filter(Bound.Against.class::isInstance)
                    .map(bound -> ((Bound.Against) bound).value())
                    .distinct()
                    .toList();
            return test(in.operand(), How.ONE_OF, values);
        }

        private Optional<KeyTest> beginning(Predicate.Text text) {
            boolean begins = text.match() == Predicate.Text.Match.STARTS_WITH
                    && !text.ignoreCase()
                    && isKeyLike(text.operand())
                    && text.operand().storage() == Storage.Scalar.TEXT;
            return begins
                    ? Optional.of(test(
                            text.operand(),
                            How.BEGINS_WITH,
                            List.of(format(text.operand()).write(text.pattern().value()))))
                    : Optional.empty();
        }
    }
}
