package dev.ectype.adapter.ldap.internal.server;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.ectype.error.StoreException;
import dev.ectype.error.StoreException.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the driver's exceptions into ours, by result code. The server's own words stay with the cause: they may quote
 * values.
 */
public final class LdapErrors {
    private static final Set<ResultCode> LOST =
            Set.of(ResultCode.SERVER_DOWN, ResultCode.TIMEOUT, ResultCode.CONNECT_ERROR, ResultCode.DECODING_ERROR);
    private static final Set<ResultCode> PASSING = Set.of(
            ResultCode.BUSY,
            ResultCode.UNAVAILABLE,
            ResultCode.SERVER_DOWN,
            ResultCode.CONNECT_ERROR,
            ResultCode.TIMEOUT,
            ResultCode.TIME_LIMIT_EXCEEDED,
            ResultCode.ADMIN_LIMIT_EXCEEDED);

    private LdapErrors() {}

    /** Returns the failure of a read: it changed nothing, and may be tried again if the trouble passes. */
    public static StoreException reading(String where, LDAPException cause) {
        return failure("the directory did not answer a search", where, cause, Outcome.NOT_DONE);
    }

    /** Returns the failure of a write: what is known of it depends on whether an answer came. */
    public static StoreException writing(String where, LDAPException cause) {
        Outcome outcome = LOST.contains(cause.getResultCode()) ? Outcome.UNKNOWN : Outcome.NOT_DONE;
        return failure("the directory did not do a write", where, cause, outcome);
    }

    /**
     * Returns the failure of a write of several requests behind the first of them. It is unknown whether the first of those
     * that are not done took place if its answer did not come.
     */
    public static StoreException halfWay(String where, List<String> done, List<String> notDone, LDAPException cause) {
        Map<String, Object> context = context(where, cause);
        context.put("done", done);
        boolean lost = LOST.contains(cause.getResultCode());
        context.put("notDone", lost ? notDone.subList(1, notDone.size()) : notDone);
        if (lost) {
            context.put("unknown", notDone.subList(0, 1));
        }
        return new StoreException(
                "a write of several requests stopped behind the first of them", context, Outcome.PARTLY, false, cause);
    }

    /** Returns the failure to connect or to bind. */
    public static StoreException connecting(String where, LDAPException cause) {
        return failure("no connection to the directory", where, cause, Outcome.NOT_DONE);
    }

    private static StoreException failure(String message, String where, LDAPException cause, Outcome outcome) {
        boolean retryable = PASSING.contains(cause.getResultCode()) && outcome != Outcome.UNKNOWN;
        return new StoreException(message, context(where, cause), outcome, retryable, cause);
    }

    private static Map<String, Object> context(String where, LDAPException cause) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("where", where);
        context.put(
                "result",
                cause.getResultCode().intValue() + " " + cause.getResultCode().getName());
        return context;
    }
}
