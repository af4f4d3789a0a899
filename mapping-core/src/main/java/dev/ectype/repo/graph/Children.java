package dev.ectype.repo.graph;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.OnReplace;
import dev.ectype.changeset.Result;
import dev.ectype.schema.Association;
import dev.ectype.schema.ManyToMany;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The related records that are written after their owner, those of one association.
 *
 * @param graph the owner's
 * @param association the association
 * @param record the written owner
 */
record Children<R, E, V>(OwnerGraph<R> graph, Association<R, E, V> association, R record) {

    void write() {
        if (!association.isMany() && !replaceOne()) {
            return;
        }
        List<Changeset<E>> children = graph.given().children(association);
        List<E> related = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            Changeset<E> child = children.get(i);
            Result<E> result = write(child);
            if (!(result instanceof Result.Ok<E> ok)) {
                graph.fail(association, children, i, result);
                return;
            }
            if (!relate(child, ok.value())) {
                return;
            }
            if (Changed.stays(child)) {
                related.add(ok.value());
            }
        }
        V value = association.value(related);
        if (value != null) {
            graph.keep(association, value);
        }
    }

    /** Takes the one record away that the owner had before; tells whether that went well. */
    private boolean replaceOne() {
        Optional<E> old = Changed.gone(association, graph.given());
        return old.isEmpty()
                || graph.settle(association, replaced(association.related().change(old.get())));
    }

    private Result<E> write(Changeset<E> child) {
        return switch (Changed.action(child)) {
            case INSERT, UPDATE -> graph.writer().save(referring(child));
            case DELETE ->
                joined().isPresent() ? unchanged(child) : graph.writer().save(child);
            default -> joined().isPresent() ? unchanged(child) : replaced(child);
        };
    }

    private Optional<ManyToMany<R, E>> joined() {
        return association.joined();
    }

    private Result<E> unchanged(Changeset<E> child) {
        return new Result.Ok<>(child.data().orElseThrow());
    }

    private Changeset<E> referring(Changeset<E> child) {
        return association
                .linked()
                .map(link ->
                        Changed.put(child, link.related(), association.shape().get(record, link.owner())))
                .orElse(child);
    }

    private Result<E> replaced(Changeset<E> child) {
        OnReplace mode = association.settings().onReplace();
        if (mode == OnReplace.DELETE || mode == OnReplace.DELETE_IF_EXISTS) {
            return graph.writer().save(child, Action.DELETE, Replaced.options(mode));
        }
        Changeset<E> alone =
                Changed.put(child, association.linked().orElseThrow().related(), null);
        return graph.writer().save(alone.withAction(null), Action.UPDATE, Replaced.options(mode));
    }

    /** Writes the row that relates a record to the owner, or removes it; tells whether that went well. */
    private boolean relate(Changeset<E> child, E related) {
        if (joined().isEmpty()) {
            return true;
        }
        Joins<R, E> joins = new Joins<>(graph.writer().records(), joined().get());
        if (!Changed.stays(child)) {
            joins.remove(record, related);
            return true;
        }
        boolean isNew =
                Changed.action(child) == Action.INSERT || !Changed.wasRelated(association, graph.given(), related);
        Changeset<R> owner = isNew ? joins.add(record, related, graph.given()) : graph.given();
        if (!owner.isValid()) {
            graph.fail(owner);
        }
        return owner.isValid();
    }
}
