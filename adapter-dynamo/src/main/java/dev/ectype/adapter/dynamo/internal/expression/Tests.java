package dev.ectype.adapter.dynamo.internal.expression;

import dev.ectype.adapter.dynamo.internal.codec.Kind;
import dev.ectype.query.ir.Comparison;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tests of attributes that conditions are made of. */
public final class Tests {
    private static final int MOST_ALTERNATIVES = 100;
    private static final String TYPE = "attribute_type";

    private Tests() {}

    /** There is a value: the attribute is there and is not NULL. */
    public static Expr present(Term.Attribute attribute) {
        return Expr.and(exists(attribute), Expr.not(ofType(attribute, Kind.NULL)));
    }

    /** There is no value: the attribute is missing, or is NULL. */
    public static Expr absent(Term.Attribute attribute) {
        return Expr.or(missing(attribute), ofType(attribute, Kind.NULL));
    }

    /** The attribute is there. */
    public static Expr exists(Term.Attribute attribute) {
        return new Expr.Call("attribute_exists", List.of(attribute));
    }

    /** The attribute is not there. */
    public static Expr missing(Term.Attribute attribute) {
        return new Expr.Call("attribute_not_exists", List.of(attribute));
    }

    /** The attribute is there and of the type. */
    public static Expr ofType(Term.Attribute attribute, Kind kind) {
        return new Expr.Call(TYPE, List.of(attribute, new Term.Constant(kind.asValue())));
    }

    /** The comparison holds with a value that is there. */
    public static Expr compare(Term.Attribute attribute, Comparison comparison, AttributeValue value) {
        Expr test = new Expr.Compare(attribute, comparison, new Term.Constant(value));
        return comparison == Comparison.NE ? Expr.and(present(attribute), test) : test;
    }

    /** The text begins so. */
    public static Expr beginsWith(Term.Attribute attribute, AttributeValue prefix) {
        return new Expr.Call("begins_with", List.of(attribute, new Term.Constant(prefix)));
    }

    /** The text has such a part, or the list or set such an element. */
    public static Expr contains(Term.Attribute attribute, AttributeValue part) {
        return new Expr.Call("contains", List.of(attribute, new Term.Constant(part)));
    }

    /** The value is one of these; the store takes a hundred at once. */
    public static Expr oneOf(Term.Attribute attribute, List<AttributeValue> values) {
        List<Expr> parts = new ArrayList<>();
        for (int from = 0; from < values.size(); from += MOST_ALTERNATIVES) {
            List<Term> some = new ArrayList<>();
            values.subList(from, Math.min(from + MOST_ALTERNATIVES, values.size()))
                    .forEach(value -> some.add(new Term.Constant(value)));
            parts.add(new Expr.OneOf(attribute, some));
        }
        return Expr.or(parts);
    }
}
