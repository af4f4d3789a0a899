package dev.ectype.repo;

import dev.ectype.repo.call.Operation;
import java.util.function.Function;

/** How a repo does several things together or not at all. */
public sealed interface Transacting permits Repo {

    private Repo self() {
        return (Repo) this;
    }

    /**
     * Does work in a transaction, on the repo that it is given; within another transaction it is a part of that. What the work
     * returns says whether its writes stay. An exception rolls back and passes through, the store's conflict with another
     * transaction among them, which says whether the work may be tried again.
     *
     * @throws dev.ectype.error.MappingException if the store has no transactions, before the work begins
     * @throws dev.ectype.error.StoreException if the store fails, or another transaction was first
     */
    default <T, E> Transacted<T, E> transact(Function<? super Repo, Transacted<T, E>> work) {
        RepoContext context = self().context();
        return context.call(
                Operation.TRANSACT,
                null,
                call -> context.atomic(call)
                        .alternating(scope -> work.apply(Repo.in(context.on(scope))), Transacted::isCommitted));
    }

    /**
     * Does the steps of a Multi together or not at all. Known changesets are looked at first: an invalid one is the failure,
     * and nothing is begun. A store without transactions that writes together takes the steps if all of them are known.
     *
     * @throws dev.ectype.error.MappingException if the store can do neither, before the first step
     */
    default MultiResult transact(Multi multi) {
        return new MultiRun(self().context(), multi).run();
    }

    /** Tells whether this repo works in a transaction. */
    default boolean isInTransaction() {
        return self().context().scope().transaction().isPresent();
    }
}
