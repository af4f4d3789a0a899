package dev.ectype.adapter.ldap.internal.server;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPRequest;
import com.unboundid.ldap.sdk.RootDSE;
import com.unboundid.ldap.sdk.schema.Schema;
import dev.ectype.adapter.ldap.connection.LdapCapabilities;
import dev.ectype.adapter.ldap.connection.LdapCapabilities.Offer;
import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.connection.LdapOptions.Transactions;
import dev.ectype.error.MappingException;
import dev.ectype.spi.CallOptions;
import java.time.Duration;
import java.util.Map;

/**
 * A directory that answered: its connections, what it offers and its attribute types. Safe for use by several threads.
 *
 * @param pool the connections
 * @param options how they are used
 * @param capabilities what the directory offers
 * @param subschema its attribute types
 * @param isOpenLdap whether it is OpenLDAP, where it differs from all others
 */
public record Directory(
        LDAPConnectionPool pool,
        LdapOptions options,
        LdapCapabilities capabilities,
        Subschema subschema,
        boolean isOpenLdap) {

    /**
     * Asks a directory what it is.
     *
     * @throws dev.ectype.error.StoreException if it does not answer
     * @throws MappingException if it shows no subschema, without which no filter's meaning is known
     */
    public static Directory probe(LDAPConnectionPool pool, LdapOptions options) {
        try {
            RootDSE root = pool.getRootDSE();
            Schema schema = pool.getSchema();
            if (root == null || schema == null) {
                throw hidden(root == null ? "root DSE" : "subschema");
            }
            boolean openLdap = isOpenLdap(root);
            return new Directory(pool, options, usable(root, options), new Subschema(schema, openLdap), openLdap);
        } catch (LDAPException e) {
            throw LdapErrors.connecting("root DSE and subschema", e);
        }
    }

    private static LdapCapabilities usable(RootDSE root, LdapOptions options) {
        LdapCapabilities offered = LdapCapabilities.of(root);
        boolean unsafe = options.transactions() == Transactions.WHERE_SAFE && isOpenLdap(root);
        return unsafe && offered.has(Offer.TRANSACTIONS) ? offered.without(Offer.TRANSACTIONS) : offered;
    }

    /** OpenLDAP also compares every digit of a second; others, such as the driver's own server, stop at three. */
    private static boolean isOpenLdap(RootDSE root) {
        return root.hasAttributeValue("objectClass", "OpenLDAProotDSE")
                || root.hasAttributeValue("structuralObjectClass", "OpenLDAProotDSE");
    }

    private static MappingException hidden(String what) {
        return new MappingException(
                MappingException.Kind.USAGE,
                "the directory hides what the adapter must know; let the account that binds read it",
                Map.of("hidden", what));
    }

    /** Tells whether the directory has an offer. */
    public boolean has(Offer offer) {
        return capabilities.has(offer);
    }

    /** Returns a name that the server told, or that was made of values; its parts compare by their matching rules. */
    public DN name(String dn) {
        try {
            return new DN(dn, subschema.schema());
        } catch (LDAPException e) {
            throw new IllegalStateException("a name of an entry", e);
        }
    }

    /** Tells whether two texts name the same entry. */
    public boolean isSameName(String one, String other) {
        return name(one).equals(name(other));
    }

    /** Returns the time by {@link System#nanoTime} at which a call that begins now must have ended. */
    public long deadline(CallOptions call) {
        return System.nanoTime() + call.timeout().orElse(options.timeout()).toNanos();
    }

    /** Gives a request the time and the treatment of referrals that its call has. */
    public <R extends LDAPRequest> R prepare(R request, CallOptions call) {
        Duration limit = call.timeout().orElse(options.timeout());
        request.setResponseTimeoutMillis(Math.max(1, limit.toMillis()));
        request.setFollowReferrals(options.referrals() == LdapOptions.Referrals.FOLLOW);
        return request;
    }
}
