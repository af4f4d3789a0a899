package dev.ectype.tck.self;

import dev.ectype.error.MappingException;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.Values;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Step;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.ElementUpdate;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Assignments, applied to immutable rows. */
final class Edits {
    private Edits() {}

    static Row apply(Row row, List<Assignment> assignments) {
        return (Row) changed(row, new Storage.Embedded(row::layout), assignments);
    }

    private static Object changed(Object value, Storage kind, List<Assignment> assignments) {
        Object changed = value;
        for (Assignment assignment : assignments) {
            Storage storage = assignment.path().storage();
            changed = at(changed, kind, assignment.path().steps(), old -> result(assignment, old, storage));
        }
        return changed;
    }

    private static Object at(Object here, Storage storage, List<Step> steps, UnaryOperator<Object> edit) {
        if (steps.isEmpty()) {
            return edit.apply(here);
        }
        List<Step> rest = steps.subList(1, steps.size());
        if (steps.get(0) instanceof FieldPath.Slot slot) {
            Layout layout = here instanceof Row row
                    ? row.layout()
                    : ((Storage.Embedded) storage).layout().get();
            Row row = here instanceof Row there ? there : Row.over(layout, new Object[layout.size()]);
            Object value = at(row.get(slot.index()), layout.slot(slot.index()).storage(), rest, edit);
            return row.with(slot.index(), value);
        }
        if (steps.get(0) instanceof FieldPath.Position position) {
            List<Object> list = new ArrayList<>(required(position.index() < size(here) ? here : null));
            list.set(
                    position.index(), at(list.get(position.index()), ((Storage.ListOf) storage).element(), rest, edit));
            return list;
        }
        Map<String, Object> map = new HashMap<>();
        ((Map<?, ?>) (here == null ? Map.of() : here)).forEach((key, value) -> map.put((String) key, value));
        String key = ((FieldPath.Key) steps.get(0)).key();
        Object value = at(map.get(key), ((Storage.MapOf) storage).value(), rest, edit);
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
        return map;
    }

    private static Object result(Assignment assignment, Object old, Storage storage) {
        Object operand = assignment.value();
        return switch (assignment.operation()) {
            case SET -> operand;
            case INCREMENT -> sum(old, operand);
            case PUSH -> pushed(old, operand);
            case PULL -> old == null ? null : pulled((Collection<?>) old, operand);
            case ADD_TO_SET -> has(old, operand) ? old : pushed(old == null ? emptyOf(storage) : old, operand);
            case MIN -> old == null || Values.compare(operand, old) < 0 ? operand : old;
            case MAX -> old == null || Values.compare(operand, old) > 0 ? operand : old;
            case UPDATE_ELEMENTS ->
                updated(required(old), (ElementUpdate) operand, ((Storage.ListOf) storage).element());
        };
    }

    private static Object updated(List<?> old, ElementUpdate update, Storage kind) {
        Evaluator condition = Evaluator.of(update.condition());
        return old.stream()
                .map(element -> element != null && condition.matchesElement(element)
                        ? changed(element, kind, update.assignments())
                        : element)
                .toList();
    }

    private static int size(Object list) {
        return list == null ? 0 : ((List<?>) list).size();
    }

    private static List<?> required(Object list) {
        if (list == null) {
            throw new MappingException(MappingException.Kind.DATA, "there is no such element", Map.of());
        }
        return (List<?>) list;
    }

    private static Object emptyOf(Storage storage) {
        return storage instanceof Storage.SetOf ? Set.of() : List.of();
    }

    private static Object sum(Object old, Object operand) {
        if (old == null) {
            return operand;
        }
        if (operand instanceof Integer more) {
            return (Integer) old + more;
        }
        if (operand instanceof Long more) {
            return (Long) old + more;
        }
        if (operand instanceof Double more) {
            return (Double) old + more;
        }
        return operand instanceof BigInteger more
                ? ((BigInteger) old).add(more)
                : ((BigDecimal) old).add((BigDecimal) operand);
    }

    private static boolean has(Object old, Object operand) {
        return old != null && ((Collection<?>) old).stream().anyMatch(element -> Values.equal(element, operand));
    }

    private static Object pushed(Object old, Object operand) {
        if (old instanceof Set<?> set) {
            Set<Object> more = new LinkedHashSet<>(set);
            more.add(operand);
            return more;
        }
        List<Object> more = new ArrayList<>(old == null ? List.of() : (List<?>) old);
        more.add(operand);
        return more;
    }

    private static Object pulled(Collection<?> old, Object operand) {
        Collection<Object> left = old instanceof Set ? new LinkedHashSet<>() : new ArrayList<>();
        old.stream().filter(element -> !Values.equal(element, operand)).forEach(left::add);
        return left;
    }
}
