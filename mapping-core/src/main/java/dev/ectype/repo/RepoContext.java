package dev.ectype.repo;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.repo.atomic.Atomic;
import dev.ectype.repo.atomic.Scope;
import dev.ectype.repo.call.CallEvent.Ending;
import dev.ectype.repo.call.Operation;
import dev.ectype.schema.Schema;
import dev.ectype.spi.Adapter;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a repo share: the adapter, and what is done with every call. Each public method of a repo is one call,
 * which its parts take part in without opening others. Immutable.
 */
record RepoContext(Scope scope, RepoSettings settings) {

    Adapter adapter() {
        return scope.adapter();
    }

    /** Returns the same elsewhere, such as in a transaction; of what is only rehearsed nobody is told. */
    RepoContext on(Scope other) {
        RepoSettings inside =
                settings.withPreloading(settings.manner().preloading().sequential());
        return new RepoContext(other, other.isRehearsal() ? inside.withoutListeners() : inside);
    }

    /** Returns how writes of a call take place together. */
    Atomic atomic(Call call) {
        return new Atomic(scope, settings.manner().isAtomic(), call.forStore());
    }

    /** Runs one call on the records of a schema, or of none; listeners are told when it has ended. */
    <T> T call(Operation operation, @Nullable Schema<?> schema, Function<Call, T> work) {
        requireAllowed(operation);
        Call call = open(operation, schema);
        try {
            T result = work.apply(call);
            call.endWith(result);
            return result;
        } catch (RuntimeException e) {
            call.end(new Ending.Failed(e));
            throw e;
        }
    }

    void requireAllowed(Operation operation) {
        if (settings.manner().readsOnly() && operation.writes()) {
            throw new MappingException(
                    Kind.USAGE, "this repo is read-only; write by another one", Map.of("operation", operation));
        }
    }

    /** Opens a call that ends later, with {@link Call#end}. */
    Call open(Operation operation, @Nullable Schema<?> schema) {
        return new Call(this, operation, settings.optionsOf(operation), schema);
    }
}
