package dev.ectype.preload;

import dev.ectype.query.Query;
import dev.ectype.query.RelatedQueries;
import dev.ectype.schema.Association;
import dev.ectype.schema.JoinThrough;
import dev.ectype.schema.Link;
import dev.ectype.schema.ManyToMany;
import dev.ectype.schema.Way;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes the query of the records that an association of any kind relates to owners, and reads what stands between them.
 *
 * @param fetch how that is read
 * @param settings in which batches
 */
public record Associated(Fetch fetch, Preloading settings) {

    /** Returns the query of the related records, each once, in any order. */
    public <R, E> Query<E> of(Association<R, E, ?> association, List<R> owners) {
        Optional<Way<R, ?, E>> way = association.through();
        if (way.isPresent()) {
            return along(way.get(), owners);
        }
        return association
                .joined()
                .map(joined -> joined(joined, joined.rows(), owners))
                .orElseGet(() -> Query.assoc(association, owners));
    }

    private <R, M, E> Query<E> along(Way<R, M, E> way, List<R> owners) {
        return of(way.second(), fetch.all(of(way.first(), owners)));
    }

    private <R, J, E> Query<E> joined(ManyToMany<R, E> association, JoinThrough.Joining<J> rows, List<R> owners) {
        Link<R, E> ends = association.ends();
        KeyBatches batches = new KeyBatches(fetch, settings.batchSize());
        Collection<Object> keys =
                KeyBatches.keys(association.shape(), owners, ends.owner()).values();
        List<J> pairs =
                batches.read(RelatedQueries.of(association.join(), rows), rows.ownerKey(), keys, OptionalInt.empty());
        Collection<Object> related =
                KeyBatches.keys(rows.schema(), pairs, rows.relatedKey()).values();
        return RelatedQueries.having(RelatedQueries.of(association), ends.related(), related);
    }
}
