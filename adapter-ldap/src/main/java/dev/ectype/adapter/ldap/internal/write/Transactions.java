package dev.ectype.adapter.ldap.internal.write;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.TransactionSpecificationRequestControl;
import com.unboundid.ldap.sdk.extensions.EndTransactionExtendedRequest;
import com.unboundid.ldap.sdk.extensions.EndTransactionExtendedResult;
import com.unboundid.ldap.sdk.extensions.StartTransactionExtendedRequest;
import com.unboundid.ldap.sdk.extensions.StartTransactionExtendedResult;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.internal.server.LdapErrors;
import dev.ectype.spi.CallOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several requests together or not at all (RFC 5805), on one connection. */
final class Transactions {

    /**
     * Why nothing took place.
     *
     * @param step which request was refused; -1 if the server does not say
     * @param cause its result
     */
    record Refusal(int step, LDAPException cause) {}

    private final Directory directory;
    private final CallOptions options;

    Transactions(Directory directory, CallOptions options) {
        this.directory = directory;
        this.options = options;
    }

    /** Does all steps, or says which one was refused. */
    Optional<Refusal> run(List<Step> steps, String where) {
        LDAPConnection connection = connection(where);
        try {
            ASN1OctetString id = begin(connection);
            List<Integer> messages = new ArrayList<>();
            for (Step step : steps) {
                Optional<Refusal> refusal = queue(connection, id, step, messages);
                if (refusal.isPresent()) {
                    end(connection, id, false);
                    directory.pool().releaseConnection(connection);
                    return refusal;
                }
            }
            EndTransactionExtendedResult result = end(connection, id, true);
            directory.pool().releaseConnection(connection);
            return refusal(result, messages);
        } catch (LDAPException e) {
            directory.pool().releaseDefunctConnection(connection);
            throw LdapErrors.writing(where, e);
        }
    }

    private LDAPConnection connection(String where) {
        try {
            return directory.pool().getConnection();
        } catch (LDAPException e) {
            throw LdapErrors.connecting(where, e);
        }
    }

    private ASN1OctetString begin(LDAPConnection connection) throws LDAPException {
        StartTransactionExtendedResult started = (StartTransactionExtendedResult)
                connection.processExtendedOperation(directory.prepare(new StartTransactionExtendedRequest(), options));
        ASN1OctetString id = started.getTransactionID();
        if (id == null) {
            throw new LDAPException(started);
        }
        return id;
    }

    private static Optional<Refusal> queue(
            LDAPConnection connection, ASN1OctetString id, Step step, List<Integer> messages) throws LDAPException {
        step.request().addControl(new TransactionSpecificationRequestControl(id));
        try {
            LDAPResult result = step.send(connection);
            messages.add(result.getMessageID());
            return Optional.empty();
        } catch (LDAPException e) {
            if (!e.getResultCode().isConnectionUsable()) {
                throw e;
            }
            return Optional.of(new Refusal(messages.size(), e));
        }
    }

    private EndTransactionExtendedResult end(LDAPConnection connection, ASN1OctetString id, boolean commit)
            throws LDAPException {
        return (EndTransactionExtendedResult) connection.processExtendedOperation(
                directory.prepare(new EndTransactionExtendedRequest(id, commit, new Control[0]), options));
    }

    private static Optional<Refusal> refusal(EndTransactionExtendedResult result, List<Integer> messages) {
        return result.getResultCode().equals(ResultCode.SUCCESS)
                ? Optional.empty()
                : Optional.of(new Refusal(messages.indexOf(result.getFailedOpMessageID()), new LDAPException(result)));
    }
}
