package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.expression.Term;
import dev.ectype.adapter.dynamo.internal.expression.Tests;
import dev.ectype.adapter.dynamo.internal.read.Expiry;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.query.ir.Comparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The conditions of writes: that a row is there, or not, or looks as it did. */
final class Existence {
    private Existence() {}

    private static Term.Attribute key(DynamoSource source) {
        return Term.Attribute.of(source.format().name(source.source().key().get(0)));
    }

    /** The row is there. */
    static Expr there(DynamoSource source) {
        return Expr.and(Tests.exists(key(source)), Expiry.alive(source));
    }

    /** There is no such row. */
    static Expr absent(DynamoSource source) {
        return Expr.or(Tests.missing(key(source)), Expiry.expired(source));
    }

    /** The row is there, and these slots are as they were found. */
    static Expr unchanged(DynamoSource source, Collection<Integer> slots, Map<String, AttributeValue> found) {
        List<Expr> all = new ArrayList<>();
        all.add(there(source));
        for (int slot : slots) {
            Term.Attribute attribute = Term.Attribute.of(source.format().name(slot));
            AttributeValue value = found.get(source.format().name(slot));
            all.add(value == null ? Tests.missing(attribute) : Tests.compare(attribute, Comparison.EQ, value));
        }
        return Expr.and(all);
    }
}
