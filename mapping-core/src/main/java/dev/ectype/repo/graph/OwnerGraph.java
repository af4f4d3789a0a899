package dev.ectype.repo.graph;

import dev.ectype.association.ToOne;
import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.OnReplace;
import dev.ectype.changeset.Result;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.schema.Association;
import dev.ectype.schema.BelongsTo;
import dev.ectype.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One owner on its way into the store with its related records. Used by one write. */
final class OwnerGraph<R> {
    private final GraphWriter writer;
    private final Changeset<R> given;
    private final Schema<R> schema;
    private final Map<Association<R, ?, ?>, Object> values = new LinkedHashMap<>();
    private Changeset<R> owner;
    private @Nullable Result<R> failure;

    OwnerGraph(GraphWriter writer, Changeset<R> given) {
        this.writer = writer;
        this.given = given;
        this.owner = given;
        this.schema = Changed.schema(given);
    }

    Result<R> write(Function<Changeset<R>, Result<R>> own) {
        for (Association<R, ?, ?> association : schema.associations()) {
            if (isGoingOn(association)) {
                association.parent().ifPresent(this::save);
            }
        }
        return failure == null ? afterParents(own.apply(owner)) : failure;
    }

    private Result<R> afterParents(Result<R> result) {
        if (!(result instanceof Result.Ok<R> ok)) {
            return result instanceof Result.Invalid<R> invalid
                    ? new Result.Invalid<>(withoutKeys(invalid.changeset()))
                    : new Result.Stale<>(given);
        }
        for (Association<R, ?, ?> association : schema.associations()) {
            if (isGoingOn(association)) {
                afterOwner(association, ok.value());
            }
        }
        return failure == null ? new Result.Ok<>(filled(ok.value())) : failure;
    }

    private boolean isGoingOn(Association<R, ?, ?> association) {
        return failure == null && given.hasChange(association);
    }

    private <E> void afterOwner(Association<R, E, ?> association, R record) {
        if (association.parent().isPresent()) {
            removeParents(association);
        } else {
            new Children<>(this, association, record).write();
        }
    }

    private <E> void save(BelongsTo<R, E> association) {
        Optional<Changeset<E>> parent = owner.child(association).filter(Changed::stays);
        if (parent.isEmpty()) {
            refer(association, null);
            keep(association, ToOne.none());
            return;
        }
        Result<E> saved = writer.save(parent.get());
        if (saved instanceof Result.Ok<E> ok) {
            refer(
                    association,
                    association.related().get(ok.value(), association.link().related()));
            keep(association, ToOne.of(ok.value()));
        } else {
            fail(association, List.of(parent.get()), 0, saved);
        }
    }

    private <E> void refer(BelongsTo<R, E> association, @Nullable Object key) {
        var column = association.link().owner();
        if (given.hasChange(column) && !same(given.get(column), key)) {
            throw new MappingException(
                    Kind.USAGE,
                    "a changeset refers to two records at once; change the foreign key or the association, not both",
                    Map.of("association", association, "column", column));
        }
        owner = Changed.put(owner, column, key);
    }

    private static boolean same(@Nullable Object left, @Nullable Object right) {
        return left == null ? right == null : left.equals(right);
    }

    private <E> void removeParents(Association<R, E, ?> association) {
        OnReplace mode = association.settings().onReplace();
        if (mode == OnReplace.DELETE || mode == OnReplace.DELETE_IF_EXISTS) {
            Changed.gone(association, given).ifPresent(old -> {
                Changeset<E> gone = association.related().change(old);
                settle(association, writer.save(gone, Action.DELETE, Replaced.options(mode)));
            });
        }
        given.children(association).stream()
                .filter(parent -> Changed.action(parent) == Action.DELETE)
                .forEach(parent -> settle(association, writer.save(parent)));
    }

    GraphWriter writer() {
        return writer;
    }

    Changeset<R> given() {
        return given;
    }

    /** Keeps the value of an association for the written owner. */
    <V> void keep(Association<R, ?, V> association, V value) {
        values.put(association, value);
    }

    /** Ends the writing if the write of a record that the owner loses did not take place. */
    <E> boolean settle(Association<R, E, ?> association, Result<E> result) {
        if (result.isOk()) {
            return true;
        }
        fail(association, given.children(association), -1, result);
        return false;
    }

    /** Ends the writing because of one related record. */
    <E> void fail(Association<R, E, ?> association, List<Changeset<E>> children, int at, Result<E> result) {
        failure = result instanceof Result.Invalid<E> invalid
                ? new Result.Invalid<>(given.withChildren(association, Replaced.at(children, at, invalid.changeset())))
                : new Result.Stale<>(given);
    }

    /** Ends the writing because of the owner's own constraints. */
    void fail(Changeset<R> invalid) {
        failure = new Result.Invalid<>(invalid);
    }

    /** Takes back the keys of parents that are not there after all. */
    private Changeset<R> withoutKeys(Changeset<R> invalid) {
        Changeset<R> restored = invalid;
        for (Association<R, ?, ?> association : schema.associations()) {
            restored = given.hasChange(association) ? withoutKey(restored, association) : restored;
        }
        return restored;
    }

    private <E> Changeset<R> withoutKey(Changeset<R> invalid, Association<R, E, ?> association) {
        return association
                .parent()
                .map(parent -> parent.link().owner())
                .filter(key -> !given.hasChange(key))
                .map(invalid::delete)
                .orElse(invalid);
    }

    private R filled(R record) {
        R filled = record;
        for (Association<R, ?, ?> association : schema.associations()) {
            Object value = values.get(association);
            filled = value == null ? forgetting(filled, association) : with(filled, association, value);
        }
        return filled;
    }

    @SuppressWarnings("unchecked") // the value was kept for this association
    private <V> R with(R record, Association<R, ?, V> association, Object value) {
        return schema.with(record, association, (V) value);
    }

    /** Returns the record without a parent that it refers to no more. */
    private <E> R forgetting(R record, Association<R, E, ?> association) {
        return association.parent().map(parent -> forgetting(record, parent)).orElse(record);
    }

    private <E> R forgetting(R record, BelongsTo<R, E> parent) {
        Object key = schema.get(record, parent.link().owner());
        boolean isStale = Changed.loaded(parent, record).stream()
                .anyMatch(old -> !same(parent.related().get(old, parent.link().related()), key));
        return isStale ? schema.with(record, parent, parent.initial()) : record;
    }
}
