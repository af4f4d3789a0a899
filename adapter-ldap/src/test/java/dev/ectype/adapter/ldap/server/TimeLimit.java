package dev.ectype.adapter.ldap.server;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;

/** The place of the driver's own server at which searches end by its time limit: what the overlay retcode is for slapd. */
final class TimeLimit extends InMemoryOperationInterceptor {
    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest search) throws LDAPException {
        if (search.getRequest().getBaseDN().equals(TestDirectory.TOO_SLOW)) {
            throw new LDAPException(ResultCode.TIME_LIMIT_EXCEEDED, "too slow");
        }
    }
}
