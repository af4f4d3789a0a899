package dev.ectype.adapter.dynamo.internal.plan;

import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.expression.Term;
import dev.ectype.adapter.dynamo.internal.expression.Tests;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.adapter.dynamo.internal.source.TableIndex;
import dev.ectype.query.ir.Comparison;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How the conjuncts of a query would use one way into the table. */
final class Candidate {
    private static final int MOST_PARTITIONS = 100;
    private static final int EQUAL_SORT_FIELD = 10;
    private static final int RANGE = 5;
    private final DynamoSource source;
    private final TableIndex index;
    private final List<KeyTest> tests;
    private final Set<Integer> consumed = new HashSet<>();
    private final Set<Integer> fixed = new HashSet<>();
    private List<Expr> conditions = List.of(Expr.ALWAYS);
    private int score;

    private Candidate(DynamoSource source, TableIndex index, List<KeyTest> tests) {
        this.source = source;
        this.index = index;
        this.tests = tests;
    }

    /** Returns how the tests use an index, if they give its whole partition key. */
    static Optional<Candidate> of(DynamoSource source, TableIndex index, List<KeyTest> tests) {
        Candidate candidate = new Candidate(source, index, tests);
        if (!candidate.takesPartition()) {
            return Optional.empty();
        }
        candidate.takeSort();
        return Optional.of(candidate);
    }

    TableIndex index() {
        return index;
    }

    /** Returns the key conditions, one a partition; none if nothing can meet them. */
    List<Expr> conditions() {
        return conditions.stream().filter(condition -> condition != Expr.NEVER).toList();
    }

    /** Returns the conjuncts that the key conditions say wholly. */
    Set<Integer> consumed() {
        return consumed;
    }

    /** Returns the slots that have one value in all rows. */
    Set<Integer> fixed() {
        return fixed;
    }

    int score() {
        return score;
    }

    private Optional<KeyTest> equality(int slot) {
        return tests.stream()
                .filter(test -> test.slot() == slot && test.kind() == KeyTest.How.ONE_OF)
                .findFirst();
    }

    private Term.Attribute attribute(int slot) {
        return Term.Attribute.of(source.format().name(slot));
    }

    private boolean takesPartition() {
        for (int slot : index.partition()) {
            Optional<KeyTest> test = equality(slot);
            if (test.isEmpty() || conditions.size() * test.get().values().size() > MOST_PARTITIONS) {
                return false;
            }
            multiply(slot, test.get());
        }
        return true;
    }

    private void multiply(int slot, KeyTest test) {
        List<Expr> more = new ArrayList<>();
        for (Expr condition : conditions) {
            for (AttributeValue value : test.values()) {
                more.add(Expr.and(condition, Tests.compare(attribute(slot), Comparison.EQ, value)));
            }
        }
        conditions = more;
        consumed.add(test.conjunct());
        if (test.values().size() == 1) {
            fixed.add(slot);
        }
    }

    private void takeSort() {
        for (int slot : index.sort()) {
            Optional<KeyTest> equal =
                    equality(slot).filter(test -> test.values().size() == 1);
            if (equal.isEmpty()) {
                takeRange(slot);
                return;
            }
            multiply(slot, equal.get());
            score += EQUAL_SORT_FIELD;
        }
    }

    private void takeRange(int slot) {
        SortRange range = new SortRange(attribute(slot));
        List<KeyTest> bounds = tests.stream()
                .filter(test -> test.slot() == slot && test.kind() != KeyTest.How.ONE_OF)
                .toList();
        bounds.forEach(range::add);
        range.condition().ifPresent(condition -> {
            conditions =
                    conditions.stream().map(known -> Expr.and(known, condition)).toList();
            score += RANGE;
        });
        if (range.isWhole()) {
            bounds.forEach(bound -> consumed.add(bound.conjunct()));
        }
    }

    void prefer(int points) {
        score += points;
    }
}
