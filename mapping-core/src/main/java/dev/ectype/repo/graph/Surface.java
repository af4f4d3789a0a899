package dev.ectype.repo.graph;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.schema.Association;
import java.util.ArrayList;
import java.util.List;

/** Takes the related records that a new owner holds for ones to be written with it. */
final class Surface {
    private Surface() {}

    static <R> Changeset<R> of(Changeset<R> owner) {
        Changeset<R> whole = owner;
        for (Association<R, ?, ?> association : Changed.schema(owner).associations()) {
            if (association.through().isEmpty() && !owner.hasChange(association)) {
                whole = of(whole, association);
            }
        }
        return whole;
    }

    private static <R, E> Changeset<R> of(Changeset<R> owner, Association<R, E, ?> association) {
        List<Changeset<E>> children = new ArrayList<>();
        for (E record : Changed.before(association, owner)) {
            Action action = association.isStored(record) ? Action.UPDATE : Action.INSERT;
            children.add(association.related().change(record).withAction(action));
        }
        return children.isEmpty() ? owner : owner.withChildren(association, children);
    }
}
