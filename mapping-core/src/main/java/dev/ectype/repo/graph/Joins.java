package dev.ectype.repo.graph;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.query.Query;
import dev.ectype.query.RelatedQueries;
import dev.ectype.schema.JoinThrough;
import dev.ectype.schema.ManyToMany;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that relate records to records. */
record Joins<R, E>(RecordWriter records, ManyToMany<R, E> association) {

    /** Returns the owner's changeset, invalid if the row violates a constraint. */
    Changeset<R> add(R owner, E related, Changeset<R> changeset) {
        return add(association.rows(), owner, related, changeset);
    }

    private <J> Changeset<R> add(JoinThrough.Joining<J> rows, R owner, E related, Changeset<R> changeset) {
        @SuppressWarnings("unchecked") // the join and its rows are of the same record
        JoinThrough<J> join = (JoinThrough<J>) association.join();
        Changeset<J> blank = rows.schema().change();
        Changeset<J> started = join.defaults().map(start -> start.apply(blank)).orElse(blank);
        Changeset<J> row = Changed.put(
                Changed.put(started, rows.ownerKey(), ownerKey(owner)), rows.relatedKey(), relatedKey(related));
        List<Field<J, ?>> keys = join.isKeepingExisting() ? List.of(rows.ownerKey(), rows.relatedKey()) : List.of();
        return records.relate(row, keys, changeset);
    }

    void remove(R owner, E related) {
        removeAll(association.rows(), owner, related);
    }

    void removeAll(R owner) {
        removeAll(association.rows(), owner, null);
    }

    private <J> void removeAll(JoinThrough.Joining<J> rows, R owner, @Nullable E related) {
        Object key = ownerKey(owner);
        if (key == null) {
            return;
        }
        Query<J> ofOwner =
                RelatedQueries.having(RelatedQueries.of(association.join(), rows), rows.ownerKey(), List.of(key));
        Object other = related == null ? null : relatedKey(related);
        records.removeAll(other == null ? ofOwner : RelatedQueries.having(ofOwner, rows.relatedKey(), List.of(other)));
    }

    private @Nullable Object ownerKey(R owner) {
        return association.shape().get(owner, association.ends().owner());
    }

    private @Nullable Object relatedKey(E related) {
        return association.related().get(related, association.ends().related());
    }
}
