package dev.ectype.preload;

import dev.ectype.changeset.Field;
import dev.ectype.query.Preload;
import dev.ectype.schema.Association;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import dev.ectype.schema.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what is related through other associations, whose records the owners have afterwards as well. */
record Through(Preloader preloader) {

    <R, E> List<R> preload(Schema<R> schema, List<R> owners, Preload<R, E> wanted) {
        return along(schema, owners, wanted, wanted.association().through().orElseThrow());
    }

    private <R, M, E> List<R> along(Schema<R> schema, List<R> owners, Preload<R, E> wanted, Way<R, M, E> way) {
        Preload<R, M> first = Preload.of(way.first(), all -> all.preload(wanted.elsewhere(way.second())));
        List<R> loaded = preloader.completed(schema, owners, List.of(wanted.isForced() ? first.force() : first));
        return loaded.stream()
                .map(owner -> Owners.with(
                        schema,
                        owner,
                        wanted.association(),
                        value(wanted, wanted.association(), ends(owner, way, wanted))))
                .toList();
    }

    private static <E, V> @Nullable V value(Preload<?, E> wanted, Association<?, E, V> association, List<E> ends) {
        int most = wanted.perOwner().orElse(Integer.MAX_VALUE);
        return association.value(ends.size() <= most ? ends : ends.subList(0, most));
    }

    /** Returns the records at the end of the way, each once. */
    private static <R, M, E> List<E> ends(R owner, Way<R, M, E> way, Preload<R, E> wanted) {
        Map<Object, E> ends = new LinkedHashMap<>();
        for (M middle : records(way.first(), owner)) {
            for (E end : records(way.second(), middle)) {
                ends.putIfAbsent(key(wanted.association().related(), end), end);
            }
        }
        return new ArrayList<>(ends.values());
    }

    private static <R, E, V> List<E> records(Association<R, E, V> association, R owner) {
        return association.records(association.shape().get(owner, association));
    }

    private static <E> Object key(Schema<E> schema, E each) {
        List<@Nullable Object> key = new ArrayList<>();
        for (Field<E, ?> field : schema.keyFields()) {
            key.add(KeyBatches.key(schema, each, (Column<E, ?>) field));
        }
        return key;
    }
}
