package dev.ectype.adapter.ldap.server;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedAddResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedDeleteResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyDNResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyResult;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;

/** The changes that the driver's own server makes, as LDIF: what the overlay auditlog is for slapd. */
final class ChangeLog extends InMemoryOperationInterceptor {
    private final StringBuilder text = new StringBuilder();

    private synchronized void add(LDAPResult result, String ldif) {
        if (result.getResultCode().equals(ResultCode.SUCCESS)) {
            text.append(ldif).append("\n\n");
        }
    }

    @Override
    public void processAddResult(InMemoryInterceptedAddResult done) {
        add(done.getResult(), done.getRequest().toLDIFString());
    }

    @Override
    public void processModifyResult(InMemoryInterceptedModifyResult done) {
        add(done.getResult(), done.getRequest().toLDIFString());
    }

    @Override
    public void processModifyDNResult(InMemoryInterceptedModifyDNResult done) {
        add(done.getResult(), done.getRequest().toLDIFString());
    }

    @Override
    public void processDeleteResult(InMemoryInterceptedDeleteResult done) {
        add(done.getResult(), done.getRequest().toLDIFString());
    }

    @Override
    public synchronized String toString() {
        return text.toString().replace("\r\n", "\n");
    }
}
