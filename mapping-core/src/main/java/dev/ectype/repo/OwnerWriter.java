package dev.ectype.repo;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Relation;
import dev.ectype.changeset.Result;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.repo.atomic.Scope;
import dev.ectype.repo.call.Operation;
import dev.ectype.repo.graph.Extent;
import dev.ectype.repo.graph.GraphWriter;
import dev.ectype.repo.write.WriteOptions;
import dev.ectype.schema.Association;
import java.util.Map;
import java.util.function.Function;

/** Writes the records of schemas with associations: several that belong together take place together or not at all. */
record OwnerWriter(RepoContext context) {

    /**
     * Returns a changeset whose record is written alone.
     *
     * @throws MappingException if it changes associations, its record holds related records, or it declares constraints on
     *     them
     */
    static <R> Changeset<R> alone(Changeset<R> changeset) {
        if (AssocConstraints.areDeclared(changeset)) {
            throw new MappingException(
                    Kind.USAGE,
                    "association constraints are looked into by insert, update, delete and a Multi, not with many rows"
                            + " or an upsert",
                    Map.of("record", changeset.shape().name()));
        }
        for (Association<R, ?, ?> association : Writer.schemaOf(changeset).associations()) {
            if (changeset.hasChange(association) || holdsAny(changeset, association)) {
                throw new MappingException(
                        Kind.USAGE,
                        "related records are written by insert, update and a Multi, not with many rows or an upsert",
                        Map.of("association", association));
            }
        }
        return changeset;
    }

    private static <R, V> boolean holdsAny(Changeset<R> changeset, Relation<R, ?, V> association) {
        V value = changeset
                .data()
                .map(data -> changeset.shape().get(data, association))
                .orElse(null);
        return value != null
                && association.isLoaded(value)
                && !association.records(value).isEmpty();
    }

    <R> Result<R> insert(Changeset<R> given, WriteOptions options) {
        Changeset<R> prepared = prepared(given, Action.INSERT, options);
        return prepared.isValid()
                ? write(prepared, Action.INSERT, graph -> graph.insert(prepared, options))
                : new StoreWrites(context).insert(prepared, options);
    }

    <R> Result<R> update(Changeset<R> given, WriteOptions options) {
        Changeset<R> prepared = prepared(given, Action.UPDATE, options);
        return prepared.isValid()
                ? write(prepared, Action.UPDATE, graph -> graph.update(prepared, options))
                : new StoreWrites(context).update(prepared, options);
    }

    <R> Result<R> delete(Changeset<R> given, WriteOptions options) {
        Changeset<R> prepared = prepared(given, Action.DELETE, options);
        return prepared.isValid()
                ? write(prepared, Action.DELETE, graph -> graph.delete(prepared, options))
                : new StoreWrites(context).delete(prepared, options);
    }

    private <R> Changeset<R> prepared(Changeset<R> given, Action action, WriteOptions options) {
        Operation operation = Operation.valueOf(action.name());
        context.requireAllowed(operation);
        try {
            return Writer.prepared(given, action, options);
        } catch (RuntimeException e) {
            return context.call(operation, Writer.schemaOf(given), call -> {
                throw e;
            });
        }
    }

    private <R> Result<R> write(Changeset<R> prepared, Action action, Function<GraphWriter, Result<R>> work) {
        Function<Scope, Result<R>> inScope = scope -> work.apply(new GraphWriter(new StoreWrites(context.on(scope))));
        return Extent.ofWrites(prepared, action) <= 1
                ? inScope.apply(context.scope())
                : context.call(
                        Operation.TRANSACT,
                        Writer.schemaOf(prepared),
                        call -> context.atomic(call).known(inScope, Result::isOk));
    }
}
