package dev.ectype.adapter.dynamo.internal.plan;

import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.expression.Term;
import dev.ectype.adapter.dynamo.internal.expression.Tests;
import dev.ectype.query.eval.Values;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The one condition on a sort key that a key condition may have, made of all tests of it. */
final class SortRange {
    private final Term.Attribute attribute;
    private @Nullable KeyTest beginning;
    private @Nullable KeyTest low;
    private @Nullable KeyTest high;
    private int tests;

    SortRange(Term.Attribute attribute) {
        this.attribute = attribute;
    }

    void add(KeyTest test) {
        tests++;
        switch (test.kind()) {
            case BEGINS_WITH -> beginning = test;
            case LESS, AT_MOST -> high = tighter(high, test, -1);
            case GREATER, AT_LEAST -> low = tighter(low, test, 1);
            case ONE_OF -> throw new IllegalArgumentException("alternatives are no range");
        }
    }

    private static KeyTest tighter(@Nullable KeyTest known, KeyTest test, int direction) {
        if (known == null) {
            return test;
        }
        int sign = compare(test.value(), known.value()) * direction;
        return sign > 0 || (sign == 0 && excludesItsEnd(test)) ? test : known;
    }

    private static boolean excludesItsEnd(KeyTest test) {
        return test.kind() == KeyTest.How.LESS || test.kind() == KeyTest.How.GREATER;
    }

    /** Compares two stored values of one type as the store does. */
    static int compare(AttributeValue left, AttributeValue right) {
        return Values.compare(neutral(left), neutral(right));
    }

    private static Object neutral(AttributeValue stored) {
        if (stored.s() != null) {
            return stored.s();
        }
        return stored.n() != null ? new BigDecimal(stored.n()) : stored.b().asByteArrayUnsafe();
    }

    /** Tells whether the condition says all that the tests say. */
    boolean isWhole() {
        if (beginning != null || low == null || high == null) {
            return tests == 1;
        }
        return tests == 2 && !excludesItsEnd(low) && !excludesItsEnd(high);
    }

    /** Returns the condition; empty if there was no test; never true if nothing is between the ends. */
    Optional<Expr> condition() {
        if (beginning != null) {
            return Optional.of(Tests.beginsWith(attribute, beginning.value()));
        }
        if (low != null && high != null) {
            return Optional.of(between(low, high));
        }
        KeyTest only = low == null ? high : low;
        return only == null ? Optional.empty() : Optional.of(bound(only));
    }

    private Expr between(KeyTest from, KeyTest to) {
        return compare(from.value(), to.value()) > 0
                ? Expr.NEVER
                : new Expr.Between(attribute, new Term.Constant(from.value()), new Term.Constant(to.value()));
    }

    private Expr bound(KeyTest only) {
        return Tests.compare(attribute, only.kind().comparison(), only.value());
    }
}
