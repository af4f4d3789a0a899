package dev.ectype.changeset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns what hangs on fields into a tree: for a field the list of its own, newest first; for a related record a tree, and
 * for several a list of trees in their order, empty ones for those that have nothing.
 */
final class Traversal {

    private Traversal() {}

    static <T> Map<String, Object> errors(Changeset<?> changeset, Function<? super FieldError, T> function) {
        Map<String, List<T>> own = new LinkedHashMap<>();
        for (FieldError error : changeset.errors()) {
            own.computeIfAbsent(error.path().field(), name -> new ArrayList<>()).add(function.apply(error));
        }
        return withChildren(changeset, own, child -> errors(child, function));
    }

    static <T> Map<String, Object> validations(Changeset<?> changeset, Function<? super Validation, T> function) {
        Map<String, List<T>> own = new LinkedHashMap<>();
        for (Validation validation : changeset.validations()) {
            own.computeIfAbsent(validation.field(), name -> new ArrayList<>()).add(function.apply(validation));
        }
        return withChildren(changeset, own, child -> validations(child, function));
    }

    private static Map<String, Object> withChildren(
            Changeset<?> changeset, Map<String, ?> own, Function<Changeset<?>, Map<String, Object>> tree) {
        Map<String, Object> all = new LinkedHashMap<>(own);
        State<?> state = changeset.state();
        for (Relation<?, ?, ?> relation : state.plan().relations()) {
            Object below = children(state.change(relation.ordinal()), relation.isMany(), tree);
            if (below != null) {
                all.put(Errors.param(relation), below);
            }
        }
        return all;
    }

    private static @Nullable Object children(
            @Nullable Object change, boolean many, Function<Changeset<?>, Map<String, Object>> tree) {
        List<Map<String, Object>> trees = new ArrayList<>();
        boolean empty = true;
        for (Changeset<?> child : Children.in(change)) {
            Map<String, Object> below = tree.apply(child);
            trees.add(below);
            empty = empty && below.isEmpty();
        }
        if (empty) {
            return null;
        }
        return many ? trees : trees.get(0);
    }
}
