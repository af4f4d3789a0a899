package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.codec.Format;
import dev.ectype.adapter.dynamo.internal.codec.Kind;
import dev.ectype.adapter.dynamo.internal.expression.Attributes;
import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.expression.Term;
import dev.ectype.adapter.dynamo.internal.expression.Tests;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Assignment;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A change that the store makes by itself, in one expression: others may change the same row at the same time. Guards
 * are conditions under which the expression does what the assignment means; where one does not hold, the change is
 * computed instead.
 */
final class DirectChange {
    private final DynamoSource source;
    private final UpdateText update;
    private final List<Expr> guards = new ArrayList<>();

    DirectChange(DynamoSource source, UpdateText update) {
        this.source = source;
        this.update = update;
    }

    /** Tells whether the store can make all changes by itself. */
    static boolean isPossible(DynamoSource source, List<Assignment> assignments) {
        return assignments.stream().allMatch(assignment -> isPossible(source, assignment));
    }

    private static boolean isPossible(DynamoSource source, Assignment assignment) {
        FieldPath path = assignment.path();
        Format format = source.format(path);
        return switch (assignment.operation()) {
            case SET -> isPlain(path);
            case INCREMENT -> format.kind() == Kind.N && path.storage() != Scalar.DURATION && isPlain(path);
            case PUSH, ADD_TO_SET -> isPlain(path) && (isList(path) || isOwnSet(format, path));
            case PULL -> isOwnSet(format, path);
            case MIN, MAX, UPDATE_ELEMENTS -> false;
        };
    }

    /** Whether every step is one of the store's own; the keys of maps of any values are escaped. */
    private static boolean isPlain(FieldPath path) {
        return path.storage() != Scalar.ANY || path.isTopLevel();
    }

    private static boolean isList(FieldPath path) {
        return path.storage() instanceof Storage.ListOf;
    }

    /** The store adds to and removes from its own sets where they are whole attributes only. */
    private static boolean isOwnSet(Format format, FieldPath path) {
        return format.kind().isSet() && path.isTopLevel();
    }

    /** Adds changes, and returns what must hold for the expression to do what was meant. */
    Expr addAll(List<Assignment> assignments) {
        assignments.forEach(this::add);
        return Expr.and(guards);
    }

    private void add(Assignment assignment) {
        FieldPath path = assignment.path();
        requireParents(path);
        Term.Attribute attribute = Attributes.of(path);
        Object value = assignment.value();
        if (value == null) {
            unset(path, attribute);
            return;
        }
        switch (assignment.operation()) {
            case SET -> update.set(attribute, written(path, value));
            case INCREMENT -> increment(path, attribute, value);
            case PUSH -> push(path, attribute, value, false);
            case ADD_TO_SET -> push(path, attribute, value, true);
            case PULL -> pull(path, attribute, value);
            case MIN, MAX, UPDATE_ELEMENTS -> throw new IllegalArgumentException("computed: " + assignment.operation());
        }
    }

    private AttributeValue written(FieldPath path, Object value) {
        return path.isTopLevel()
                ? source.value(path.slot(), value)
                : source.format(path).write(value);
    }

    /** A path leads into what is there only; positions must be there themselves. */
    private void requireParents(FieldPath path) {
        for (int length = 1; length < path.steps().size(); length++) {
            guards.add(isThere(path, length));
        }
        if (!path.isTopLevel() && path.steps().get(path.steps().size() - 1) instanceof FieldPath.Position) {
            guards.add(Tests.exists(Attributes.of(path)));
        }
    }

    private static Expr isThere(FieldPath path, int length) {
        boolean list = path.steps().get(length) instanceof FieldPath.Position;
        return Tests.ofType(Attributes.of(path, length), list ? Kind.L : Kind.M);
    }

    private void unset(FieldPath path, Term.Attribute attribute) {
        boolean element = !path.isTopLevel() && path.steps().get(path.steps().size() - 1) instanceof FieldPath.Position;
        boolean written = path.isTopLevel() && source.format().writesNull(path.slot());
        if (element || written) {
            update.set(attribute, Kind.nothing());
        } else {
            update.remove(attribute);
        }
    }

    private void increment(FieldPath path, Term.Attribute attribute, Object by) {
        update.increment(attribute, written(path, by));
        Set<Scalar> bounded = Set.of(Scalar.INT32, Scalar.INT64);
        if (path.storage() instanceof Scalar scalar && bounded.contains(scalar)) {
            boolean wide = scalar == Scalar.INT64;
            BigDecimal step = BigDecimal.valueOf(((Number) by).longValue());
            BigDecimal least = BigDecimal.valueOf(wide ? Long.MIN_VALUE : Integer.MIN_VALUE);
            BigDecimal most = BigDecimal.valueOf(wide ? Long.MAX_VALUE : Integer.MAX_VALUE);
            Expr room = step.signum() < 0
                    ? Tests.compare(attribute, Comparison.GE, number(least.subtract(step)))
                    : Tests.compare(attribute, Comparison.LE, number(most.subtract(step)));
            guards.add(Expr.or(Tests.missing(attribute), room));
        } else {
            guards.add(Expr.or(Tests.missing(attribute), Tests.ofType(attribute, Kind.N)));
        }
    }

    private static AttributeValue number(BigDecimal number) {
        return AttributeValue.createN(number.toPlainString());
    }

    private void push(FieldPath path, Term.Attribute attribute, Object value, boolean once) {
        Format format = source.format(path);
        if (format.kind().isSet()) {
            update.addToSet(attribute, format.write(Set.of(value)));
            guards.add(Expr.or(Tests.missing(attribute), Tests.ofType(attribute, format.kind())));
            return;
        }
        AttributeValue element = format.element().write(value);
        update.append(attribute, element);
        guards.add(Expr.or(Tests.missing(attribute), Tests.ofType(attribute, Kind.L)));
        if (once) {
            guards.add(Expr.not(Tests.contains(attribute, element)));
        }
    }

    /** The last element is not removed so: the store would remove the attribute with it. */
    private void pull(FieldPath path, Term.Attribute attribute, Object value) {
        Format format = source.format(path);
        update.removeFromSet(attribute, format.write(Set.of(value)));
        guards.add(Tests.ofType(attribute, format.kind()));
        guards.add(new Expr.Compare(
                new Term.Size(attribute), Comparison.GT, new Term.Constant(AttributeValue.createN("1"))));
    }
}
