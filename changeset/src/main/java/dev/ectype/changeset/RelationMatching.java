package dev.ectype.changeset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass over what was given for a relation to many. */
final class RelationMatching<R, E> {
    private final RelationEngine<R, E> engine;
    private final Map<Object, E> left = new LinkedHashMap<>();
    private final List<List<@Nullable Object>> order = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();
    private final List<Changeset<E>> children = new ArrayList<>();
    private boolean valid = true;
    private boolean unchanged = true;
    private int inOrder;

    RelationMatching(RelationEngine<R, E> engine, List<E> existing) {
        this.engine = engine;
        for (E current : existing) {
            List<@Nullable Object> key = engine.dataKey(current);
            left.put(key.isEmpty() ? (Object) left.size() : key, current);
            order.add(key);
        }
    }

    Outcome match(List<?> given) {
        for (int index = 0; index < given.size(); index++) {
            Object next = given.get(index);
            if (next == null || !engine.isChild(next)) {
                return Outcome.INVALID;
            }
            add(next, index);
        }
        if (engine.relation.isOrdered() && inOrder < order.size()) {
            unchanged = false;
        }
        return replaceOthers();
    }

    private void add(Object given, int index) {
        List<@Nullable Object> key = engine.key(given);
        E current = left.remove(key);
        Set<Action> allowed = current == null ? RelationEngine.ADDED : engine.allowed(key);
        Changeset<E> child = engine.checked(given, current, allowed, index);
        if (inOrder < order.size() && order.get(inOrder).equals(key)) {
            inOrder++;
        }
        if (!RelationEngine.isIgnored(child)) {
            boolean keyed = engine.relation.isUnique() && !key.isEmpty();
            keep(keyed ? engine.unique(child, seen) : child, current);
        }
    }

    private void keep(Changeset<E> child, @Nullable E current) {
        children.add(child);
        valid = valid && child.isValid();
        unchanged = unchanged && current != null && RelationEngine.isUnchanged(child);
    }

    /** Those that were replaced come first, so that a store can take them away before it adds others. */
    private Outcome replaceOthers() {
        for (E current : left.values()) {
            Changeset<E> gone = engine.replaced(current);
            if (gone == null) {
                return Outcome.INVALID;
            }
            children.add(0, gone);
            unchanged = false;
        }
        return unchanged ? Outcome.IGNORED : new Outcome.Put(List.copyOf(children), valid);
    }
}
