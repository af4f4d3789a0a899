package dev.ectype.adapter.ldap.internal.write;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.FullLDAPInterface;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.UpdatableLDAPRequest;
import java.util.List;
import java.util.Optional;

/**
 * One request of a write.
 *
 * @param dn the name of the entry afterwards
 * @param request the request, with its controls
 * @param column the source of the column of which it writes an entry below the record's; empty for the record's own
 */
record Step(String dn, UpdatableLDAPRequest request, Optional<String> column) {

    /** Makes a request on the record's own entry. */
    Step(String dn, UpdatableLDAPRequest request) {
        this(dn, request, Optional.empty());
    }

    /** Says what is done, without values. */
    String text() {
        String what = request instanceof AddRequest
                ? "add"
                : request instanceof ModifyRequest ? "modify" : request instanceof DeleteRequest ? "delete" : "rename";
        return column.map(name -> what + " " + name).orElse(what);
    }

    /** Returns the modifications that are asked for; none of other requests. */
    List<Modification> modifications() {
        return request instanceof ModifyRequest modify ? modify.getModifications() : List.of();
    }

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
