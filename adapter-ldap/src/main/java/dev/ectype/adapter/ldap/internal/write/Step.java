package dev.ectype.adapter.ldap.internal.write;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.FullLDAPInterface;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.UpdatableLDAPRequest;

/**
 * One request of a write.
 *
 * @param dn the name of the entry afterwards
 * @param request the request, with its controls
 */
record Step(String dn, UpdatableLDAPRequest request) {

    /** Sends the request over connections, or over one. */
    LDAPResult send(FullLDAPInterface connection) throws LDAPException {
        if (request instanceof AddRequest add) {
            return connection.add(add);
        }
        if (request instanceof ModifyRequest modify) {
            return connection.modify(modify);
        }
        return request instanceof DeleteRequest delete
                ? connection.delete(delete)
                : connection.modifyDN((ModifyDNRequest) request);
    }
}
