package dev.ectype.repo.graph;

import dev.ectype.query.Query;
import dev.ectype.query.RelatedQueries;
import dev.ectype.schema.Association;
import dev.ectype.schema.Link;
import dev.ectype.schema.OnDelete;
import java.util.List;

/** What happens to related records before their owner is deleted. */
record Cascade<R>(RecordWriter records, R owner) {

    <E> void apply(Association<R, E, ?> association) {
        if (association.onDelete() == OnDelete.NOTHING) {
            return;
        }
        association.joined().ifPresent(joined -> new Joins<>(records, joined).removeAll(owner));
        association.linked().ifPresent(link -> apply(association, link));
    }

    private <E> void apply(Association<R, E, ?> association, Link<R, E> link) {
        Object key = association.shape().get(owner, link.owner());
        if (key == null) {
            return;
        }
        Query<E> related = RelatedQueries.having(RelatedQueries.of(association), link.related(), List.of(key));
        if (association.onDelete() == OnDelete.DELETE_ALL) {
            records.removeAll(related);
        } else {
            records.clearAll(related, link.related());
        }
    }
}
