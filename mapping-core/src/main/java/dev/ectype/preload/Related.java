package dev.ectype.preload;

import dev.ectype.query.Preload;
import dev.ectype.query.Query;
import dev.ectype.query.RelatedQueries;
import dev.ectype.schema.JoinThrough;
import dev.ectype.schema.Link;
import dev.ectype.schema.ManyToMany;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is directly related to owners.
 *
 * @param batches how
 * @param preload what
 */
record Related<R, E>(KeyBatches batches, Preload<R, E> preload) {

    /** Returns the related records of each owner, in the owners' order. */
    List<List<E>> of(List<R> owners) {
        Optional<ManyToMany<R, E>> joined = preload.association().joined();
        return joined.isPresent()
                ? joined(owners, joined.get())
                : linked(owners, preload.association().linked().orElseThrow());
    }

    private Query<E> query() {
        return RelatedQueries.ordered(preload.query(), preload.association());
    }

    private List<List<E>> linked(List<R> owners, Link<R, E> link) {
        Map<Object, Object> keys = KeyBatches.keys(preload.association().shape(), owners, link.owner());
        Map<Object, List<E>> groups = new HashMap<>();
        for (E each : found(keys, all -> batches.read(query(), link.related(), all, preload.perOwner()))) {
            add(groups, KeyBatches.key(preload.association().related(), each, link.related()), each);
        }
        return groupsOf(owners, link, groups);
    }

    private <J> List<List<E>> joined(List<R> owners, ManyToMany<R, E> association) {
        @SuppressWarnings("unchecked") // the rows are of one kind, whichever
        JoinThrough.Joining<J> rows = (JoinThrough.Joining<J>) association.rows();
        Link<R, E> ends = association.ends();
        Map<Object, Object> keys = KeyBatches.keys(association.shape(), owners, ends.owner());
        List<J> pairs = batches.read(
                RelatedQueries.of(association.join(), rows), rows.ownerKey(), keys.values(), OptionalInt.empty());
        Map<Object, List<J>> byRelated = new HashMap<>();
        pairs.forEach(pair -> add(byRelated, KeyBatches.key(rows.schema(), pair, rows.relatedKey()), pair));
        Map<Object, Object> ids = KeyBatches.keys(rows.schema(), pairs, rows.relatedKey());
        Map<Object, List<E>> groups = new HashMap<>();
        for (E each : found(ids, all -> batches.readInOrder(query(), ends.related(), all))) {
            Object id = KeyBatches.key(association.related(), each, ends.related());
            for (J pair : byRelated.getOrDefault(id, List.of())) {
                add(groups, KeyBatches.key(rows.schema(), pair, rows.ownerKey()), each);
            }
        }
        return groupsOf(owners, ends, groups);
    }

    private Collection<E> found(Map<Object, Object> keys, Function<Collection<Object>, List<E>> read) {
        if (keys.isEmpty() || preload.finder().isEmpty()) {
            return read.apply(keys.values());
        }
        return preload.finder().get().apply(List.copyOf(keys.values()));
    }

    private static <T> void add(Map<Object, List<T>> groups, @Nullable Object key, T each) {
        if (key != null) {
            groups.computeIfAbsent(key, none -> new ArrayList<>()).add(each);
        }
    }

    private List<List<E>> groupsOf(List<R> owners, Link<R, E> link, Map<Object, List<E>> groups) {
        List<List<E>> all = new ArrayList<>(owners.size());
        for (R owner : owners) {
            Object key = KeyBatches.key(preload.association().shape(), owner, link.owner());
            List<E> found = key == null ? List.of() : groups.getOrDefault(key, List.of());
            int most = preload.perOwner().orElse(Integer.MAX_VALUE);
            all.add(found.size() <= most ? found : List.copyOf(found.subList(0, most)));
        }
        return all;
    }
}
