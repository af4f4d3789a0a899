package dev.ectype.query.jooq;

import dev.ectype.query.condition.AnyElementCondition;
import dev.ectype.query.condition.ContainsCondition;
import dev.ectype.query.condition.SizeField;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Predicate.Text.Match;
import dev.ectype.query.ir.Value;
import dev.ectype.schema.Column;
import dev.ectype.types.Cast;
import dev.ectype.types.Type;
import dev.ectype.types.Types;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Field;
import org.jooq.Param;

/** Translates tests of the elements of lists, sets and maps. */
final class Members {
    private Members() {}

    /** jOOQ has one word for a part of a text and for elements of a list: the column decides which is meant. */
    static Predicate containsOf(Walk walk, Field<?> field, Field<?> content) {
        if (!(field instanceof Column<?, ?> column)
                || !isListOrSet(column.type().storage())) {
            return Texts.of(walk, field, Match.CONTAINS, content, false);
        }
        if (!(content instanceof Param<?> param)) {
            throw Refusals.patternIsNoConstant(field);
        }
        FieldPath path = walk.path(column);
        if (param.getParamName() != null) {
            return new Predicate.Contains(path, walk.value(param, column, path, raw -> value(column, raw)));
        }
        Object wanted = Literals.required(param, column);
        return wanted instanceof Collection<?> values
                ? new Predicate.ContainsAll(path, values(column, values))
                : new Predicate.Contains(path, value(column, wanted));
    }

    static Predicate contains(Walk walk, ContainsCondition condition) {
        FieldPath path = collection(walk, condition.list());
        List<Value> values = values(condition.list(), condition.values());
        return condition.isForAll()
                ? new Predicate.ContainsAll(path, values)
                : new Predicate.Contains(path, values.get(0));
    }

    static Predicate anyElement(Walk walk, AnyElementCondition condition) {
        FieldPath path = collection(walk, condition.list());
        return new Predicate.AnyElement(path, walk.into(condition.list()).condition(condition.condition()));
    }

    static Predicate size(Walk walk, SizeField size, Comparison comparison, Field<?> other) {
        FieldPath path = walk.path(size.list());
        if (!Kinds.isCollection(path.storage()) && !(path.storage() instanceof Storage.MapOf)) {
            throw Refusals.wrongOperand(path, "a size", "a list, set or map");
        }
        if (!(other instanceof Param<?> param)) {
            throw Refusals.sizeIsNoNumber(path);
        }
        return new Predicate.Size(path, comparison, walk.value(param, size, path, raw -> number(path, raw)));
    }

    private static Value number(FieldPath list, Object raw) {
        Integer number = Types.integer().cast(raw) instanceof Cast.Ok<Integer> ok ? ok.value() : null;
        if (number == null) {
            throw Refusals.sizeIsNoNumber(list);
        }
        return new Value(number, Storage.Scalar.INT32, false);
    }

    private static FieldPath collection(Walk walk, Column<?, ?> list) {
        FieldPath path = walk.path(list);
        if (!Kinds.isCollection(path.storage())) {
            throw Refusals.wrongOperand(path, "a test of elements", "a list or set");
        }
        return path;
    }

    private static List<Value> values(Column<?, ?> list, Collection<?> wanted) {
        List<Value> values = new ArrayList<>(wanted.size());
        for (Object value : wanted) {
            if (value == null) {
                throw Refusals.comparisonWithNull(list);
            }
            values.add(value(list, value));
        }
        return values;
    }

    private static Value value(Column<?, ?> list, Object wanted) {
        Type<?> element = list.type().element().orElseThrow(() -> Refusals.elementsWithoutType(list));
        return Literals.of(list, element, wanted);
    }

    private static boolean isListOrSet(Storage storage) {
        return storage instanceof Storage.ListOf || storage instanceof Storage.SetOf;
    }
}
