package dev.ectype.adapter.mongo.internal.write;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoConfigurationException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import dev.ectype.error.StoreException;
import dev.ectype.error.StoreException.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bson.BsonMaximumSizeExceededException;

/** What the driver's exceptions say of a call: whether it took effect, and whether to try again. */
public final class Failures {
    private static final int WRITE_CONFLICT = 112;
    private static final int NO_SUCH_TRANSACTION = 251;

    /** Codes with which a server says that it was not, or is no longer, the one to write to, before it wrote. */
    private static final Set<Integer> BEFORE_THE_WRITE = Set.of(10107, 13435, 13436, 10058);

    /** Codes with which a server says that it may succeed later. */
    private static final Set<Integer> PASSING = Set.of(6, 7, 89, 91, 189, 262, 9001, 11600, 11602);

    /** Codes with which a server says that it stopped while it went through documents. */
    private static final Set<Integer> IN_THE_MIDDLE = Set.of(175, 11601);

    private Failures() {}

    /** Returns the failure of a call that only reads, which is not done in any case. */
    public static StoreException ofRead(MongoException cause, String source) {
        return failure(cause, source, Outcome.NOT_DONE, isPassing(cause));
    }

    /** Returns the failure of a call that writes, to a server that was there. */
    public static StoreException ofWrite(MongoException cause, String source) {
        return ofWrite(cause, source, true);
    }

    /**
     * Returns the failure of a call that writes.
     *
     * @param reachable whether there was a server to send it to
     */
    public static StoreException ofWrite(MongoException cause, String source, boolean reachable) {
        boolean unsent = !reachable && cause instanceof MongoOperationTimeoutException && cause.getCause() == null;
        Outcome outcome = unsent ? Outcome.NOT_DONE : outcome(cause);
        return failure(cause, source, outcome, outcome == Outcome.NOT_DONE && isPassing(cause));
    }

    /** Returns the failure of a call that the driver did not send, since it was too large. */
    public static StoreException tooLarge(BsonMaximumSizeExceededException cause, String source) {
        return new StoreException(
                "a document or a request is larger than the 16 MB that MongoDB takes",
                Map.of("store", "MongoDB", "source", source),
                Outcome.NOT_DONE,
                false,
                cause);
    }

    /** Tells whether a change of many documents may have ended in the middle of them. */
    public static boolean mayBePartial(MongoException cause) {
        return cause instanceof MongoWriteException || IN_THE_MIDDLE.contains(cause.getCode());
    }

    /** Returns the failure of a step that prepares a collection, such as a unique index over values that are not unique. */
    public static StoreException ofStep(StoreException failure, MongoException cause, String step) {
        Map<String, Object> context = new LinkedHashMap<>(failure.context());
        context.put("step", step);
        return new StoreException(said(cause), context, failure.outcome(), failure.retryable(), cause);
    }

    private static StoreException failure(MongoException cause, String source, Outcome outcome, boolean retryable) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("store", "MongoDB");
        context.put("source", source);
        if (cause.getCode() > 0) {
            context.put("code", cause.getCode());
        }
        return new StoreException(said(cause), context, outcome, retryable, cause);
    }

    private static String said(MongoException cause) {
        if (isTimeout(cause)) {
            return "MongoDB did not answer in time";
        }
        if (cause instanceof MongoSecurityException) {
            return "MongoDB refused the credentials";
        }
        if (cause instanceof MongoServerException) {
            return "MongoDB refused the call";
        }
        return cause instanceof MongoSocketException || cause instanceof MongoConnectionPoolClearedException
                ? "the connection to MongoDB was lost"
                : "MongoDB could not be asked";
    }

    private static boolean isTimeout(MongoException cause) {
        return cause instanceof MongoTimeoutException || cause instanceof MongoExecutionTimeoutException;
    }

    private static Outcome outcome(MongoException cause) {
        if (cause instanceof MongoWriteConcernException) {
            return Outcome.DONE;
        }
        if (cause instanceof MongoSocketOpenException
                || cause instanceof MongoSecurityException
                || cause.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)) {
            return Outcome.NOT_DONE;
        }
        if (cause instanceof MongoOperationTimeoutException
                || cause instanceof MongoExecutionTimeoutException
                || cause instanceof MongoSocketException
                || cause instanceof MongoInterruptedException) {
            return Outcome.UNKNOWN;
        }
        return cause instanceof MongoServerException ? ofServer(cause) : Outcome.NOT_DONE;
    }

    /** A server that answers with an error did not write, unless it stopped in the middle. */
    private static Outcome ofServer(MongoException cause) {
        boolean before = cause instanceof MongoNotPrimaryException || BEFORE_THE_WRITE.contains(cause.getCode());
        boolean stopped = PASSING.contains(cause.getCode()) || cause.hasErrorLabel("RetryableWriteError");
        return stopped && !before ? Outcome.UNKNOWN : Outcome.NOT_DONE;
    }

    private static boolean isPassing(MongoException cause) {
        if (cause instanceof MongoConfigurationException || cause instanceof MongoSecurityException) {
            return false;
        }
        return cause instanceof MongoSocketException
                || cause instanceof MongoConnectionPoolClearedException
                || cause instanceof MongoServerUnavailableException
                || isTimeout(cause)
                || cause.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                || cause.hasErrorLabel("RetryableWriteError")
                || PASSING.contains(cause.getCode())
                || BEFORE_THE_WRITE.contains(cause.getCode())
                || cause.getCode() == WRITE_CONFLICT
                || cause.getCode() == NO_SUCH_TRANSACTION;
    }

    /** Returns the code of the error that a server answered with, or zero. */
    public static int codeOf(MongoException cause) {
        if (cause instanceof MongoWriteException write) {
            return write.getError().getCode();
        }
        return cause instanceof MongoCommandException command ? command.getErrorCode() : cause.getCode();
    }
}
