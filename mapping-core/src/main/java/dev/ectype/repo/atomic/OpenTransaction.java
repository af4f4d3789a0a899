package dev.ectype.repo.atomic;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.spi.Transactional;
import java.util.Map;
import java.util.Optional;

/** A transaction in which a repo works, until it ends. Used by one thread. */
public final class OpenTransaction {
    private final Transactional.Transaction transaction;
    private boolean broken;

    OpenTransaction(Transactional.Transaction transaction) {
        this.transaction = transaction;
    }

    Transactional.Transaction real() {
        return transaction;
    }

    /** Returns a point to go back to, where the store has such. */
    Optional<Transactional.Savepoint> savepoint() {
        try {
            return Optional.of(transaction.savepoint());
        } catch (MappingException e) {
            if (e.kind() == Kind.UNSUPPORTED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Forgets what was written since a point; without one, the whole transaction can only be rolled back from now on. */
    void forgetSince(Optional<Transactional.Savepoint> point) {
        point.ifPresent(Transactional.Savepoint::rollback);
        broken = broken || point.isEmpty();
    }

    void commit() {
        if (broken) {
            transaction.rollback();
            throw new MappingException(
                    Kind.USAGE,
                    "a part of this transaction failed after it had written, and the store has no savepoints to go back"
                            + " to; everything was rolled back: let the transaction end with the failure of its part",
                    Map.of("store", transaction.adapter().store()));
        }
        transaction.commit();
    }
}
