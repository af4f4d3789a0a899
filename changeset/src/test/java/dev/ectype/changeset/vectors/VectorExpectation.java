package dev.ectype.changeset.vectors;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.types.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares what we answer with what a case expects, and says the first thing that is different. */
final class VectorExpectation {
    private final Map<String, Object> expected;
    private final boolean anyOrder;

    VectorExpectation(VectorCase each) {
        this.expected = each.expect();
        this.anyOrder = each.tags().contains("replaced-order");
    }

    /** Returns what is different, or null. */
    String difference(Changeset<Map<String, Object>> changeset, List<Object> reads) {
        Map<String, Object> actual = new LinkedHashMap<>();
        actual.put("valid", changeset.isValid());
        actual.put("changes", VectorForm.of(changeset.changes()));
        actual.put("errors", VectorForm.errors(changeset));
        actual.put("traversed", changeset.traverseErrors(VectorText::of));
        if (expected.containsKey("applied")) {
            actual.put("applied", VectorForm.of(changeset.applyChanges()));
        }
        List<String> required = changeset.required().stream().map(Field::name).toList();
        if (!required.isEmpty()) {
            actual.put("required", required);
        }
        changeset.action().ifPresent(action -> actual.put("action", VectorForm.name(action)));
        if (!reads.isEmpty()) {
            List<Object> forms = new ArrayList<>();
            reads.forEach(read -> forms.add(VectorForm.of(read)));
            actual.put("reads", forms);
        }
        for (String part : union(expected, actual)) {
            if (!same(part, expected.get(part), actual.get(part))) {
                return part + ": expected " + expected.get(part) + " but was " + actual.get(part);
            }
        }
        return null;
    }

    private static List<String> union(Map<String, Object> one, Map<String, Object> two) {
        List<String> all = new ArrayList<>(one.keySet());
        two.keySet().stream().filter(key -> !one.containsKey(key)).forEach(all::add);
        return all;
    }

    private boolean same(String part, Object wanted, Object found) {
        if (part.equals("errors")) {
            return sameErrors(wanted, found);
        }
        return part.equals("reads") ? sameReads((List<?>) wanted, (List<?>) found) : sameValue(wanted, found);
    }

    private boolean sameReads(List<?> wanted, List<?> found) {
        if (wanted == null || found == null || wanted.size() != found.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!sameRead(wanted.get(i), found.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean sameRead(Object wanted, Object found) {
        if (wanted instanceof Map<?, ?> map
                && map.get("error") instanceof Map<?, ?> error
                && error.containsKey("errors")) {
            Map<?, ?> actual = found instanceof Map<?, ?> is && is.get("error") instanceof Map<?, ?> e ? e : Map.of();
            return Objects.equals(error.get("action"), actual.get("action"))
                    && sameErrors(error.get("errors"), actual.get("errors"));
        }
        return sameValue(wanted, found);
    }

    private boolean sameErrors(Object wanted, Object found) {
        List<?> all = (List<?>) wanted;
        if (!(found instanceof List<?> ours) || all.size() != ours.size()) {
            return false;
        }
        for (int i = 0; i < all.size(); i++) {
            List<?> one = (List<?>) all.get(i);
            List<?> two = (List<?>) ours.get(i);
            if (!one.get(0).equals(two.get(0))
                    || !one.get(1).equals(two.get(1))
                    || !sameMeta((Map<?, ?>) one.get(2), (Map<?, ?>) two.get(2))) {
                return false;
            }
        }
        return true;
    }

    private boolean sameMeta(Map<?, ?> wanted, Map<?, ?> found) {
        if (!wanted.keySet().equals(found.keySet())) {
            return false;
        }
        return wanted.keySet().stream().allMatch(key -> sameMeta((String) key, wanted, found));
    }

    private boolean sameMeta(String key, Map<?, ?> wanted, Map<?, ?> found) {
        Object one = wanted.get(key);
        Object two = found.get(key);
        if (key.equals("type")) {
            return Objects.equals(one, two) || typeName(one).equals(two);
        }
        if (key.equals("source")) {
            return ((List<?>) one).stream().map(String::valueOf).toList().equals(two);
        }
        // the names of an enum come in the order of an Erlang map
        boolean names = key.equals("enum") && wanted.containsKey("type");
        return names ? sameInAnyOrder((List<?>) one, two) : sameValue(one, two);
    }

    private static String typeName(Object expression) {
        if (expression instanceof Map<?, ?> map && "map".equals(map.get("array"))) {
            return "list of map";
        }
        Type<?> type = VectorTypes.read(expression);
        return type == null ? String.valueOf(expression) : type.name();
    }

    private boolean sameInAnyOrder(List<?> wanted, Object found) {
        if (!(found instanceof List<?> list) || list.size() != wanted.size()) {
            return false;
        }
        List<Object> left = new ArrayList<>(list);
        for (Object one : wanted) {
            int at = 0;
            while (at < left.size() && !sameValue(one, left.get(at))) {
                at++;
            }
            if (at == left.size()) {
                return false;
            }
            left.remove(at);
        }
        return true;
    }

    private boolean sameValue(Object wantedJson, Object found) {
        Object wanted = wantedJson instanceof Map<?, ?> map && map.size() == 1 ? tagged(map) : wantedJson;
        if (wanted instanceof VectorValues.Child child) {
            return found instanceof VectorForm.Child actual && sameChild(child.expected(), actual.form());
        }
        if (wanted == null || found instanceof VectorForm.Null) {
            return wanted == null && (found == null || found instanceof VectorForm.Null);
        }
        if (wanted instanceof List<?> list) {
            return found instanceof List<?> is && sameList(list, is);
        }
        if (wanted instanceof Map<?, ?> map) {
            return found instanceof Map<?, ?> is && sameMap(map, is);
        }
        return sameScalar(VectorForm.of(wanted), found);
    }

    private static boolean sameScalar(Object wanted, Object found) {
        if (wanted instanceof BigDecimal one && found instanceof BigDecimal two) {
            return one.compareTo(two) == 0 && one.scale() == two.scale();
        }
        return Objects.equals(wanted, found);
    }

    private static Object tagged(Map<?, ?> map) {
        Object read = VectorValues.read(map);
        return read instanceof Map<?, ?> ? map : read;
    }

    private boolean sameList(List<?> wanted, List<?> found) {
        if (anyOrder
                && found.stream().anyMatch(each -> each instanceof VectorForm.Child || each instanceof Map<?, ?>)) {
            return sameInAnyOrder(wanted, found);
        }
        boolean same = wanted.size() == found.size();
        for (int i = 0; same && i < wanted.size(); i++) {
            same = sameValue(wanted.get(i), found.get(i));
        }
        return same;
    }

    private boolean sameMap(Map<?, ?> wanted, Map<?, ?> found) {
        return wanted.keySet().equals(found.keySet())
                && wanted.keySet().stream().allMatch(key -> sameValue(wanted.get(key), found.get(key)));
    }

    private boolean sameChild(Map<?, ?> wanted, Map<?, ?> found) {
        return Objects.equals(wanted.get("action"), found.get("action"))
                && Objects.equals(wanted.get("valid"), found.get("valid"))
                && sameValue(wanted.get("changes"), found.get("changes"))
                && sameErrors(wanted.get("errors"), found.get("errors"))
                && (!wanted.containsKey("data") || sameValue(wanted.get("data"), found.get("data")));
    }
}
