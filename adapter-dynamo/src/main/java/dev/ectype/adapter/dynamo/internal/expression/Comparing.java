package dev.ectype.adapter.dynamo.internal.expression;

import dev.ectype.adapter.dynamo.internal.codec.Bound;
import dev.ectype.adapter.dynamo.internal.codec.Format;
import dev.ectype.adapter.dynamo.internal.codec.Kind;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Comparisons, where they are true or where they are false. */
final class Comparing {
    private static final Set<Storage> BETWEEN_DOUBLES =
            Set.of(Storage.Scalar.INT64, Storage.Scalar.INTEGER, Storage.Scalar.DECIMAL);
    private final DynamoSource source;
    private final boolean wanted;

    Comparing(DynamoSource source, boolean wanted) {
        this.source = source;
        this.wanted = wanted;
    }

    static Term.Attribute attribute(Operand operand) {
        return Attributes.of(field(operand));
    }

    static FieldPath field(Operand operand) {
        if (operand instanceof FieldPath path && !path.steps().isEmpty()) {
            return path;
        }
        throw new Untranslatable("DynamoDB computes nothing in conditions");
    }

    /** Where a comparison of two values is false, the opposite one is true. */
    private Comparison asWanted(Comparison comparison) {
        return wanted ? comparison : opposite(comparison);
    }

    static Comparison opposite(Comparison comparison) {
        return switch (comparison) {
            case EQ -> Comparison.NE;
            case NE -> Comparison.EQ;
            case LT -> Comparison.GE;
            case LE -> Comparison.GT;
            case GT -> Comparison.LE;
            case GE -> Comparison.LT;
        };
    }

    Expr compare(Predicate.Compare compare) {
        FieldPath left = field(compare.left());
        Comparison comparison = asWanted(compare.comparison());
        return compare.right() instanceof Value value
                ? withConstant(left, comparison, value.value())
                : withField(left, comparison, field(compare.right()));
    }

    private Expr withConstant(FieldPath path, Comparison comparison, Object value) {
        Format format = source.format(path);
        requireComparable(format, value);
        if (!format.isComparable() && !isEquality(comparison) && !(value instanceof String)) {
            throw new Untranslatable("of values of any kind, DynamoDB orders texts only");
        }
        if (!isEquality(comparison) && isStructure(value)) {
            return Expr.NEVER;
        }
        return test(Attributes.of(path), format.bound(comparison, value));
    }

    static Expr test(Term.Attribute attribute, Bound bound) {
        if (bound instanceof Bound.Settled settled) {
            return settled.met() ? Tests.present(attribute) : Expr.NEVER;
        }
        Bound.Against against = (Bound.Against) bound;
        return Tests.compare(attribute, against.comparison(), against.value());
    }

    private static boolean isEquality(Comparison comparison) {
        return comparison == Comparison.EQ || comparison == Comparison.NE;
    }

    private static boolean isStructure(Object value) {
        return value instanceof Collection || value instanceof Map || value instanceof Row;
    }

    static void requireComparable(Format format, Object value) {
        if (!format.isComparable() && holdsNumber(value)) {
            throw new Untranslatable("numbers of any kind are stored with their kind, and so not compared by value");
        }
    }

    private static boolean holdsNumber(@Nullable Object value) {
        if (value instanceof Collection<?> elements) {
            return elements.stream().anyMatch(Comparing::holdsNumber);
        }
        return value instanceof Map<?, ?> map ? holdsNumber(map.values()) : value instanceof Number;
    }

    private Expr withField(FieldPath left, Comparison comparison, FieldPath right) {
        if (!isEquality(comparison) && !source.format(left).kind().isOrdered()) {
            throw new Untranslatable("DynamoDB orders texts, numbers and bytes only");
        }
        Term.Attribute first = Attributes.of(left);
        Term.Attribute second = Attributes.of(right);
        if (first.equals(second)) {
            return withItself(first, comparison);
        }
        requireAlike(left, right);
        Expr test = new Expr.Compare(first, comparison, second);
        return isEquality(comparison) ? Expr.and(Tests.present(first), Tests.present(second), test) : test;
    }

    /** The store does not compare an attribute with itself; what is there equals itself. */
    private static Expr withItself(Term.Attribute attribute, Comparison comparison) {
        return comparison.holds(0) ? Tests.present(attribute) : Expr.NEVER;
    }

    private void requireAlike(FieldPath left, FieldPath right) {
        Format first = source.format(left);
        Format second = source.format(right);
        if (!first.isComparable() || !second.isComparable() || first.kind() != second.kind()) {
            throw new Untranslatable("the two fields are stored in ways that DynamoDB does not compare");
        }
        boolean mixed =
                isBetweenDoubles(left.storage(), right.storage()) || isBetweenDoubles(right.storage(), left.storage());
        if (mixed) {
            throw new Untranslatable(
                    "doubles are stored as their shortest decimals, which others are not compared with");
        }
    }

    private static boolean isBetweenDoubles(Storage real, Storage other) {
        return real == Storage.Scalar.FLOAT64 && BETWEEN_DOUBLES.contains(other);
    }

    Expr in(Predicate.In in) {
        FieldPath path = field(in.operand());
        if (in.values().isEmpty()) {
            return wanted ? Expr.NEVER : Expr.ALWAYS;
        }
        Expr oneOf = oneOf(Attributes.of(path), source.format(path), in.values());
        return wanted ? oneOf : Expr.and(Tests.present(Attributes.of(path)), Expr.not(oneOf));
    }

    private static Expr oneOf(Term.Attribute attribute, Format format, List<Value> values) {
        List<AttributeValue> stored = new ArrayList<>();
        for (Value value : values) {
            requireComparable(format, value.value());
            if (format.bound(Comparison.EQ, value.value()) instanceof Bound.Against against) {
                stored.add(against.value());
            }
        }
        boolean plain = format.kind().isOrdered() || format.kind() == Kind.BOOL;
        return plain ? Tests.oneOf(attribute, stored) : Expr.or(equalities(attribute, stored));
    }

    private static List<Expr> equalities(Term.Attribute attribute, List<AttributeValue> values) {
        return values.stream()
                .map(value -> Tests.compare(attribute, Comparison.EQ, value))
                .toList();
    }
}
