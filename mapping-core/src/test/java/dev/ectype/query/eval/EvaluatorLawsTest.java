package dev.ectype.query.eval;

import static dev.ectype.query.eval.Samples.compare;
import static dev.ectype.query.eval.Samples.in;
import static dev.ectype.query.eval.Samples.test;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Predicate;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Laws that rewriting a query relies on, over random rows and conditions. */
class EvaluatorLawsTest {
    private static final List<Comparison> COMPARISONS = List.of(Comparison.values());

    @Test
    void deMorganHolds() {
        Seeded.forAll(random -> {
            List<Predicate> terms = terms(random);
            List<Predicate> negated =
                    terms.stream().<Predicate>map(Predicate.Not::new).toList();
            assertSame(random, new Predicate.Not(new Predicate.And(terms)), new Predicate.Or(negated));
            assertSame(random, new Predicate.Not(new Predicate.Or(terms)), new Predicate.And(negated));
        });
    }

    @Test
    void notNotIsNothing() {
        Seeded.forAll(random -> {
            Predicate term = predicate(random, 3);
            assertSame(random, term, new Predicate.Not(new Predicate.Not(term)));
        });
    }

    @Test
    void conjunctionDistributesOverDisjunction() {
        Seeded.forAll(random -> {
            Predicate head = predicate(random, 2);
            List<Predicate> terms = terms(random);
            List<Predicate> distributed = terms.stream()
                    .<Predicate>map(term -> new Predicate.And(List.of(head, term)))
                    .toList();
            assertSame(
                    random, new Predicate.And(List.of(head, new Predicate.Or(terms))), new Predicate.Or(distributed));
        });
    }

    @Test
    void inIsADisjunctionOfEqualities() {
        Seeded.forAll(random -> {
            Object[] values = Stream.generate(() -> Samples.any(random, 2))
                    .limit(1 + random.nextInt(7))
                    .toArray();
            List<Predicate> equalities = Stream.of(values)
                    .map(value -> compare(0, Comparison.EQ, value))
                    .toList();
            assertSame(random, in(0, values), new Predicate.Or(equalities));
        });
    }

    @Test
    void theNegatedComparisonIsTheOppositeOne() {
        Seeded.forAll(random -> {
            Object value = Samples.any(random, 2);
            assertSame(random, not(Comparison.EQ, value), compare(0, Comparison.NE, value));
            assertSame(random, not(Comparison.LT, value), compare(0, Comparison.GE, value));
            assertSame(random, not(Comparison.GT, value), compare(0, Comparison.LE, value));
        });
    }

    @Test
    void exchangingTheSidesMirrorsTheComparison() {
        Seeded.forAll(random -> {
            for (Comparison comparison : Comparison.values()) {
                assertSame(
                        random,
                        new Predicate.Compare(Samples.field(0), comparison, Samples.field(1)),
                        new Predicate.Compare(Samples.field(1), comparison.mirrored(), Samples.field(0)));
            }
        });
    }

    @Test
    void aConditionTheNegationOfItAndNotKnowingPartitionTheRows() {
        Seeded.forAll(random -> {
            Predicate predicate = predicate(random, 3);
            Row row = row(random);
            Truth truth = test(predicate, row);
            assertThat(test(new Predicate.Not(predicate), row)).isEqualTo(truth.not());
        });
    }

    private static Predicate not(Comparison comparison, Object value) {
        return new Predicate.Not(compare(0, comparison, value));
    }

    private static void assertSame(Random random, Predicate left, Predicate right) {
        Row row = row(random);
        assertThat(test(left, row)).as(left + " and " + right).isEqualTo(test(right, row));
    }

    private static Row row(Random random) {
        return Samples.row(IntStream.range(0, Samples.SLOTS)
                .mapToObj(i -> Samples.nullable(random, 2))
                .toArray());
    }

    private static List<Predicate> terms(Random random) {
        return Stream.generate(() -> predicate(random, 2))
                .limit(random.nextInt(4))
                .toList();
    }

    private static Predicate predicate(Random random, int depth) {
        int kind = depth == 0 ? 4 + random.nextInt(4) : random.nextInt(8);
        int slot = random.nextInt(Samples.SLOTS);
        Comparison comparison = COMPARISONS.get(random.nextInt(COMPARISONS.size()));
        return switch (kind) {
            case 0 -> new Predicate.And(List.of(predicate(random, depth - 1), predicate(random, depth - 1)));
            case 1 -> new Predicate.Or(List.of(predicate(random, depth - 1), predicate(random, depth - 1)));
            case 2 -> new Predicate.Not(predicate(random, depth - 1));
            case 3 -> new Predicate.Constant(random.nextBoolean());
            case 4 -> new Predicate.IsNull(Samples.field(slot));
            case 5 -> in(slot, Samples.any(random, 1), Samples.any(random, 1));
            default -> compare(slot, comparison, Samples.any(random, 1));
        };
    }
}
