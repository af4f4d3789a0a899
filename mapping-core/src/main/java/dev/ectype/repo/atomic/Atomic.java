package dev.ectype.repo.atomic;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.AtomicWriting;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Does work whose writes take place together or not at all.
 *
 * @param scope where
 * @param isRequired whether it is refused where the store cannot do so; otherwise it is done write by write
 * @param options the options of a transaction
 */
public record Atomic(Scope scope, boolean isRequired, CallOptions options) {

    /**
     * Does work whose writes are known without their outcomes.
     *
     * @param holds whether what came of it is to stay
     * @throws MappingException if the store has neither transactions nor writes together
     */
    public <T> T known(Function<Scope, T> work, Predicate<T> holds) {
        Optional<AtomicWriting> together = adapter().as(AtomicWriting.class);
        return isTransactional() || together.isEmpty()
                ? alternating(work, holds)
                : new Rehearsal<>(adapter(), together.get(), work, holds).run();
    }

    /**
     * Does work that reads and writes in turn.
     *
     * @param holds whether what came of it is to stay
     * @throws MappingException if the store has no transactions
     */
    public <T> T alternating(Function<Scope, T> work, Predicate<T> holds) {
        return alternating(work, holds, List.of());
    }

    /**
     * Does work that reads and writes in turn.
     *
     * @param unknown what of it is not known beforehand, for the message
     */
    public <T> T alternating(Function<Scope, T> work, Predicate<T> holds, List<String> unknown) {
        if (scope.transaction().isPresent()) {
            return within(scope.transaction().get(), work, holds);
        }
        Optional<Transactional> transactional = adapter().as(Transactional.class);
        if (transactional.isPresent()) {
            return transacted(transactional.get(), work, holds);
        }
        if (isRequired && !scope.isRehearsal()) {
            throw refused(unknown);
        }
        return work.apply(scope);
    }

    private Adapter adapter() {
        return scope.adapter();
    }

    private boolean isTransactional() {
        return scope.isRehearsal()
                || scope.transaction().isPresent()
                || adapter().as(Transactional.class).isPresent();
    }

    private <T> T transacted(Transactional store, Function<Scope, T> work, Predicate<T> holds) {
        try (Transactional.Transaction real = store.begin(options)) {
            OpenTransaction transaction = new OpenTransaction(real);
            T result = work.apply(Scope.in(transaction));
            if (holds.test(result)) {
                transaction.commit();
            } else {
                real.rollback();
            }
            return result;
        }
    }

    private <T> T within(OpenTransaction transaction, Function<Scope, T> work, Predicate<T> holds) {
        Optional<Transactional.Savepoint> point = transaction.savepoint();
        boolean done = false;
        try {
            T result = work.apply(scope);
            done = holds.test(result);
            return result;
        } finally {
            if (!done) {
                transaction.forgetSince(point);
            }
        }
    }

    private MappingException refused(List<String> unknown) {
        boolean knowsBeforehand = adapter().as(AtomicWriting.class).isPresent();
        String text = knowsBeforehand
                ? "this store writes together only what is known beforehand, and here reads and writes alternate; use a"
                        + " Multi of known changesets, or allow writing one by one: repo.withoutTransaction()"
                : "these writes belong together, and this store does not write together; write them one by one, or"
                        + " allow that: repo.withoutTransaction()";
        Map<String, Object> context =
                new LinkedHashMap<>(Map.of("store", adapter().store()));
        if (!unknown.isEmpty()) {
            context.put("not known", unknown);
        }
        return new MappingException(Kind.UNSUPPORTED, text, context);
    }
}
