package dev.ectype.tck.self;

import dev.ectype.spi.Assignment;
import dev.ectype.spi.Insert;
import dev.ectype.spi.Update;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.tck.profile.Capability;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Adapters that keep something else than they were given. */
final class KeptMutants {
    private KeptMutants() {}

    static List<Mutant> all() {
        return List.of(
                kept("turns lists round", "R2", KeptMutants::reversed),
                kept("loses an element of a set", "R3", KeptMutants::withoutOne),
                kept("loses keys with dots", "R4", KeptMutants::withoutDots),
                kept("drops embedded records that lack something", "R5", KeptMutants::wholeOrNothing),
                kept("takes empty lists, sets and maps for none", "R9", KeptMutants::emptyAsNone),
                kept("takes an empty text for none", "R10", value -> "".equals(value) ? null : value),
                emptied("takes an empty list for none if it is set", "R9", List.of()),
                emptied("takes an empty text for none if it is set", "R10", ""),
                kept("drops nulls in lists", "R11", KeptMutants::withoutNulls),
                kept("makes one list of lists in a list", "R12", KeptMutants::flat),
                kept("cuts times inside records to milliseconds", "R13", KeptMutants::coarse),
                kept("gives embedded records a layout of its own", "R6", KeptMutants::relaid),
                kept("keeps no squares", "R7", KeptMutants::withoutSquares),
                kept(
                        "keeps small numbers as long ones",
                        "R8",
                        value -> value instanceof Integer n ? (Object) n.longValue() : value),
                mutant(
                        "strips texts",
                        "I11",
                        "Inserting",
                        value -> value instanceof String text ? text.strip() : value),
                mutant("writes nulls as empty texts", "I2", "Inserting", value -> value == null ? "" : value),
                mutant("keeps lists as something else", "CL3", "ClaimingWrites", KeptMutants::reversed)
                        .claiming(all -> all.without(Capability.LISTS, "maps keep no lists")),
                mutant("takes a dollar for an expression", "H5", "Resisting", KeptMutants::evaluated));
    }

    private static Mutant kept(String fault, String rule, UnaryOperator<Object> change) {
        return mutant(fault, rule, "RoundTrips", change);
    }

    private static Mutant mutant(String fault, String rule, String topic, UnaryOperator<Object> change) {
        return Mutant.of(fault, rule, topic, () -> new Keeping(change));
    }

    private static final class Keeping extends MapAdapter {
        private final UnaryOperator<Object> change;

        Keeping(UnaryOperator<Object> change) {
            this.change = change;
        }

        @Override
        WriteOutcome write(Write write) {
            if (write instanceof Insert i) {
                return super.write(new Insert(i.source(), row(i.row()), i.onConflict(), i.returning(), i.options()));
            }
            if (!(write instanceof Update u)) {
                return super.write(write);
            }
            List<Assignment> changed = u.assignments().stream()
                    .map(each -> each.operation() == Assignment.Operation.SET
                            ? Assignment.set(each.path(), deep(each.value()))
                            : each)
                    .toList();
            return super.write(new Update(u.source(), u.key(), changed, u.conditions(), u.returning(), u.options()));
        }

        private Row row(Row row) {
            return Row.over(
                    row.layout(), Arrays.stream(row.toArray()).map(this::deep).toArray());
        }

        /** Changes what is inside before what is around it. */
        private Object deep(Object value) {
            if (value instanceof Row row) {
                return change.apply(row(row));
            }
            if (value instanceof List<?> list) {
                return change.apply(list.stream().map(this::deep).collect(Collectors.toCollection(ArrayList::new)));
            }
            if (value instanceof Map<?, ?> map) {
                Map<Object, Object> changed = new LinkedHashMap<>();
                map.forEach((key, each) -> changed.put(key, deep(each)));
                return change.apply(changed);
            }
            return change.apply(value);
        }
    }

    private static Object reversed(Object value) {
        if (value instanceof List<?> list) {
            List<Object> turned = new ArrayList<>(list);
            Collections.reverse(turned);
            return turned;
        }
        return value;
    }

    private static Object withoutOne(Object value) {
        return value instanceof Set<?> set
                ? set.stream().skip(1).collect(Collectors.toCollection(LinkedHashSet::new))
                : value;
    }

    private static Object withoutDots(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.keySet().removeIf(key -> key.toString().contains("."));
        }
        return value;
    }

    private static Object wholeOrNothing(Object value) {
        boolean isEmbedded = value instanceof Row row && row.layout().indexOfSource("id") < 0;
        return isEmbedded && Arrays.stream(((Row) value).toArray()).anyMatch(Objects::isNull) ? null : value;
    }

    private static Object relaid(Object value) {
        return value instanceof Row row && row.layout().indexOfSource("id") < 0
                ? Row.over(new Layout(row.layout().slots()), row.toArray())
                : value;
    }

    private static Object withoutSquares(Object value) {
        return value instanceof Row row && row.layout().tag().equals(Optional.of("square")) ? null : value;
    }

    private static Object emptyAsNone(Object value) {
        return List.of().equals(value) || Set.of().equals(value) || Map.of().equals(value) ? null : value;
    }

    private static Mutant emptied(String fault, String rule, Object empty) {
        return ChangeMutants.changing(
                fault,
                rule,
                "RoundTrips",
                all -> all.stream()
                        .map(each -> empty.equals(each.value()) ? Assignment.set(each.path(), null) : each)
                        .toList());
    }

    private static Object withoutNulls(Object value) {
        if (value instanceof List<?> list) {
            list.removeIf(Objects::isNull);
        }
        return value;
    }

    private static Object flat(Object value) {
        return value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof List
                ? List.of(
                        list.stream().flatMap(each -> ((List<?>) each).stream()).toList())
                : value;
    }

    private static Object coarse(Object value) {
        if (!(value instanceof Row row) || row.layout().indexOfSource("id") >= 0) {
            return value;
        }
        Row cut = row;
        for (int slot = 0; slot < row.layout().size(); slot++) {
            if (row.get(slot) instanceof Instant instant) {
                cut = cut.with(slot, instant.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
            }
        }
        return cut;
    }

    private static Object evaluated(Object value) {
        return value instanceof String text && text.startsWith("$") ? null : value;
    }
}
