package dev.ectype.changeset.params;

import dev.ectype.changeset.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the names of form fields as paths, and puts their values there. */
final class FormNames {
    private static final int LONGEST_INDEX = 9;

    private final Limits limits;

    FormNames(Limits limits) {
        this.limits = limits;
    }

    Map<String, Object> read(Map<String, ?> fields) {
        if (fields.size() > limits.keys()) {
            return Params.invalid();
        }
        Node root = new Node();
        for (Map.Entry<String, ?> field : fields.entrySet()) {
            List<String> path = path(field.getKey());
            if (path.size() > limits.depth()) {
                return Params.invalid();
            }
            root.put(path, values(field.getValue()));
        }
        return root.toMap();
    }

    private static List<@Nullable Object> values(@Nullable Object given) {
        if (given instanceof Object[] array) {
            return Arrays.asList(array);
        }
        return given instanceof Collection<?> list ? new ArrayList<>(list) : Arrays.asList(given);
    }

    /** Returns the steps of a name, or the whole name as one step if its brackets do not match. */
    static List<String> path(String name) {
        List<String> steps = new ArrayList<>();
        int at = 0;
        while (at < name.length()) {
            boolean bracket = name.charAt(at) == '[';
            int from = bracket || name.charAt(at) == '.' ? at + 1 : at;
            int to = bracket ? name.indexOf(']', from) : nextStep(name, from);
            if (to < 0
                    || name.charAt(0) == '['
                    || name.charAt(0) == '.'
                    || (bracket && name.indexOf('[', from) >= 0 && name.indexOf('[', from) < to)) {
                return List.of(name);
            }
            if (!bracket && from == to) {
                return List.of(name);
            }
            steps.add(name.substring(from, to));
            at = bracket ? to + 1 : to;
            if (bracket && at < name.length() && name.charAt(at) != '[' && name.charAt(at) != '.') {
                return List.of(name);
            }
        }
        return steps.isEmpty() || steps.get(0).isEmpty() ? List.of(name) : steps;
    }

    private static int nextStep(String name, int from) {
        int to = from;
        while (to < name.length() && name.charAt(to) != '[' && name.charAt(to) != '.') {
            to++;
        }
        return to;
    }

    /** A place in the tree: further places, or values where there are none. */
    private static final class Node {
        private final Map<String, Node> children = new LinkedHashMap<>();
        private final List<@Nullable Object> values = new ArrayList<>();
        private boolean list;

        void put(List<String> path, List<@Nullable Object> given) {
            if (path.isEmpty() || (path.size() == 1 && path.get(0).isEmpty())) {
                list = list || !path.isEmpty() || given.size() > 1;
                values.addAll(given);
                return;
            }
            children.computeIfAbsent(path.get(0), step -> new Node()).put(path.subList(1, path.size()), given);
        }

        @Nullable Object toValue() {
            if (!children.isEmpty()) {
                return isListOfTexts() ? texts() : toMap();
            }
            return list ? values : values.isEmpty() ? null : values.get(0);
        }

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            children.forEach((name, child) -> map.put(name, child.toValue()));
            return map;
        }

        private boolean isListOfTexts() {
            return children.entrySet().stream()
                    .allMatch(child ->
                            isIndex(child.getKey()) && child.getValue().children.isEmpty());
        }

        private static boolean isIndex(String name) {
            return !name.isEmpty()
                    && name.length() <= LONGEST_INDEX
                    && name.chars().allMatch(c -> c >= '0' && c <= '9');
        }

        private List<@Nullable Object> texts() {
            List<@Nullable Object> texts = new ArrayList<>();
            children.entrySet().stream()
                    .sorted(Comparator.comparingInt(child -> Integer.parseInt(child.getKey())))
                    .forEach(child -> texts.add(child.getValue().toValue()));
            return texts;
        }
    }
}
