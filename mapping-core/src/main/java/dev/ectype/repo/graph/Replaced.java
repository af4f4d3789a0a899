package dev.ectype.repo.graph;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.OnReplace;
import dev.ectype.repo.write.WriteOptions;
import java.util.ArrayList;
import java.util.List;

/** What has to do with records that make place for others. */
final class Replaced {
    private Replaced() {}

    /** Returns how a replaced record is deleted. */
    static WriteOptions options(OnReplace mode) {
        return mode == OnReplace.DELETE_IF_EXISTS ? WriteOptions.none().allowStale() : WriteOptions.none();
    }

    /** Returns the list with another changeset at a place; a place before the first adds it there. */
    static <E> List<Changeset<E>> at(List<Changeset<E>> children, int place, Changeset<E> other) {
        List<Changeset<E>> all = new ArrayList<>(children);
        if (place < 0) {
            all.add(0, other);
        } else {
            all.set(place, other);
        }
        return all;
    }
}
