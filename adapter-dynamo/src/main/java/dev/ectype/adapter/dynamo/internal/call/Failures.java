package dev.ectype.adapter.dynamo.internal.call;

import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.error.StoreException.Outcome;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Says what is known of a request that failed, from the structure of the driver's exception. */
public final class Failures {
    private static final int SERVER_ERROR = 500;

    /** Codes with which the store says that it did nothing, and may do it later. */
    private static final Set<String> LATER = Set.of(
            "ProvisionedThroughputExceededException",
            "ThrottlingException",
            "Throttling",
            "RequestLimitExceeded",
            "TransactionConflictException",
            "TransactionInProgressException",
            "LimitExceededException");

    private static final Set<String> BAD_INPUT =
            Set.of("ValidationException", "ItemCollectionSizeLimitExceededException");

    private Failures() {}

    /** Tells whether the store said that it did nothing, and may do it later. */
    static boolean isRefusedForNow(SdkException failure) {
        return failure instanceof SdkServiceException service
                && (service.isThrottlingException() || LATER.contains(code(failure)));
    }

    /** Tells whether nobody knows whether the request was done: the answer is missing, or the server stumbled. */
    static boolean isUnknown(SdkException failure) {
        return failure instanceof SdkServiceException service
                ? service.statusCode() >= SERVER_ERROR && !isRefusedForNow(failure)
                : !isUnsent(failure);
    }

    /** The request cannot have reached the store: no connection was made. */
    private static boolean isUnsent(SdkException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    static String code(SdkException failure) {
        AwsErrorDetails details = failure instanceof AwsServiceException service ? service.awsErrorDetails() : null;
        return details == null || details.errorCode() == null ? "" : details.errorCode();
    }

    /** Returns the failure of a request that only reads, which has no effect in any case. */
    static MappingException ofRead(SdkException failure, String table) {
        return of(failure, table, Outcome.NOT_DONE);
    }

    /** Returns the failure of a request that writes. */
    static MappingException ofWrite(SdkException failure, String table) {
        return of(failure, table, isUnknown(failure) ? Outcome.UNKNOWN : Outcome.NOT_DONE);
    }

    private static MappingException of(SdkException failure, String table, Outcome outcome) {
        if (BAD_INPUT.contains(code(failure))) {
            return new MappingException(
                    MappingException.Kind.USAGE,
                    "DynamoDB does not accept the request: " + service(failure),
                    context(failure, table),
                    false,
                    failure);
        }
        boolean later = isRefusedForNow(failure) || isUnknown(failure) || isUnsent(failure);
        return new StoreException(
                said(failure), context(failure, table), outcome, later && outcome == Outcome.NOT_DONE, failure);
    }

    /** Returns the failure of a call whose time was over before a request could be made, or made again. */
    public static StoreException timeOver(String table, Outcome outcome, @Nullable SdkException last) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("store", "DynamoDB");
        context.put("table", table);
        if (last != null) {
            context.put("code", code(last));
        }
        return new StoreException(
                "DynamoDB did not take the request in time", context, outcome, outcome == Outcome.NOT_DONE, last);
    }

    /** The text of a refused request speaks of expressions and limits; its values are placeholders. */
    private static String service(SdkException failure) {
        AwsErrorDetails details = ((AwsServiceException) failure).awsErrorDetails();
        return String.valueOf(details.errorMessage());
    }

    private static Map<String, Object> context(SdkException failure, String table) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("store", "DynamoDB");
        context.put("table", table);
        if (!code(failure).isEmpty()) {
            context.put("code", code(failure));
        }
        return context;
    }

    private static String said(SdkException failure) {
        if (failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException) {
            return "DynamoDB did not answer in time";
        }
        if (failure instanceof ResourceNotFoundException) {
            return "DynamoDB has no such table or index: create the storage of the schema";
        }
        if (isRefusedForNow(failure)) {
            return "DynamoDB is too busy";
        }
        return failure instanceof SdkServiceException ? "DynamoDB refused the request" : "DynamoDB could not be asked";
    }
}
