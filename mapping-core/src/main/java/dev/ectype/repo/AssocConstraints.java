package dev.ectype.repo;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Constraint;
import dev.ectype.changeset.Result;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.Query;
import dev.ectype.query.RelatedQueries;
import dev.ectype.repo.call.Operation;
import dev.ectype.schema.Association;
import dev.ectype.schema.BelongsTo;
import dev.ectype.schema.JoinThrough;
import dev.ectype.schema.Link;
import dev.ectype.schema.ManyToMany;
import dev.ectype.schema.Schema;
import dev.ectype.spi.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Looks for the records that association constraints speak of, in the transaction of the write that declares them. */
record AssocConstraints(RepoContext context) {

    /** Tells whether a changeset declares constraints on associations. */
    static boolean areDeclared(Changeset<?> changeset) {
        List<Constraint> declared = changeset.constraints();
        return !declared.isEmpty() && declared.stream().anyMatch(constraint -> isOnAssociation(changeset, constraint));
    }

    private static boolean isOnAssociation(Changeset<?> changeset, Constraint constraint) {
        return constraint.kind() == Constraint.Kind.FOREIGN_KEY
                && changeset.shape() instanceof Schema<?> schema
                && schema.association(constraint.fields().get(0)).isPresent();
    }

    /**
     * Writes a record if its constraints hold.
     *
     * @param write writes it, in the context that it is given
     * @throws MappingException if there is no transaction in which to look and to write
     */
    <R> Result<R> guard(Changeset<R> prepared, Action action, BiFunction<RepoContext, Changeset<R>, Result<R>> write) {
        if (prepared.constraints().isEmpty()
                || !prepared.isValid()
                || asked(prepared, action).isEmpty()) {
            return write.apply(context, prepared);
        }
        boolean isOpen = context.scope().transaction().isPresent();
        boolean canOpen = context.adapter().as(Transactional.class).isPresent();
        if (isOpen || (!canOpen && !context.settings().manner().isAtomic())) {
            return checked(prepared, action, write);
        }
        if (!canOpen) {
            throw refused(prepared);
        }
        return context.call(
                Operation.TRANSACT,
                Writer.schemaOf(prepared),
                call -> context.atomic(call)
                        .alternating(
                                scope -> new AssocConstraints(context.on(scope)).checked(prepared, action, write),
                                Result::isOk));
    }

    private MappingException refused(Changeset<?> changeset) {
        return new MappingException(
                Kind.UNSUPPORTED,
                "an association constraint is looked into in the transaction of its write, and this store has none;"
                        + " leave it out, or allow looking beforehand: repo.withoutTransaction()",
                Map.of(
                        "store",
                        context.adapter().store(),
                        "record",
                        changeset.shape().name()));
    }

    private <R> Result<R> checked(
            Changeset<R> prepared, Action action, BiFunction<RepoContext, Changeset<R>, Result<R>> write) {
        Changeset<R> changeset = prepared;
        for (Constraint constraint : asked(prepared, action)) {
            Association<R, ?, ?> association = association(prepared, constraint);
            boolean isRelated = isRelated(prepared, association);
            if (isRelated != association.isParent()) {
                changeset = violated(changeset, constraint, association);
            }
        }
        return changeset.isValid() ? write.apply(context, changeset) : new Result.Invalid<>(changeset);
    }

    private static <R> Changeset<R> violated(
            Changeset<R> changeset, Constraint constraint, Association<R, ?, ?> association) {
        String name = constraint.name().orElseGet(() -> nameOf(association));
        return changeset
                .violated(Constraint.Kind.FOREIGN_KEY, name, constraint.fields())
                .orElseThrow();
    }

    /** Returns the name that Ecto would infer. */
    private static <R, E> String nameOf(Association<R, E, ?> association) {
        Optional<Link<R, E>> link = association.linked();
        if (link.isEmpty()) {
            return association.shape().reflection().source() + "_" + association.name() + "_fkey";
        }
        boolean isParent = association.isParent();
        Schema<?> referring = isParent ? association.shape() : association.related();
        String column =
                (isParent ? link.get().owner() : link.get().related()).path().source();
        return referring.reflection().source() + "_" + column + "_fkey";
    }

    /** Returns the constraints that this write could break. */
    private static <R> List<Constraint> asked(Changeset<R> changeset, Action action) {
        return changeset.constraints().stream()
                .filter(constraint -> isOnAssociation(changeset, constraint))
                .filter(constraint -> isAsked(changeset, association(changeset, constraint), action))
                .toList();
    }

    private static <R> boolean isAsked(Changeset<R> changeset, Association<R, ?, ?> association, Action action) {
        if (action == Action.DELETE) {
            return !association.isParent();
        }
        return association
                .parent()
                .map(BelongsTo::link)
                .map(Link::owner)
                .filter(key -> changeset.get(key) != null && (action == Action.INSERT || changeset.hasChange(key)))
                .isPresent();
    }

    private static <R> Association<R, ?, ?> association(Changeset<R> changeset, Constraint constraint) {
        Schema<R> schema = Writer.schemaOf(changeset);
        return schema.association(constraint.fields().get(0)).orElseThrow();
    }

    private <R, E> boolean isRelated(Changeset<R> changeset, Association<R, E, ?> association) {
        Optional<ManyToMany<R, E>> joined = association.joined();
        if (joined.isPresent()) {
            return isJoined(changeset, joined.get(), joined.get().rows());
        }
        Link<R, E> link = association
                .linked()
                .orElseThrow(() -> new MappingException(
                        Kind.USAGE,
                        "what is related through other associations is no constraint of its own; declare one on the"
                                + " way",
                        Map.of("association", association)));
        return exists(RelatedQueries.having(
                Query.from(association.related()), link.related(), keys(changeset.get(link.owner()))));
    }

    private <R, J> boolean isJoined(Changeset<R> changeset, ManyToMany<R, ?> association, JoinThrough.Joining<J> rows) {
        Object key = changeset.get(association.ends().owner());
        return exists(RelatedQueries.having(Query.from(rows.schema()), rows.ownerKey(), keys(key)));
    }

    private static List<Object> keys(@Nullable Object key) {
        return key == null ? List.of() : List.of(key);
    }

    private boolean exists(Query<?> related) {
        return new Reader(context).exists(related);
    }
}
