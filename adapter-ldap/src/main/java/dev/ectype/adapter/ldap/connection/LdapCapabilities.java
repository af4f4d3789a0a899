package dev.ectype.adapter.ldap.connection;

import com.unboundid.ldap.sdk.RootDSE;
import com.unboundid.ldap.sdk.controls.AssertionRequestControl;
import com.unboundid.ldap.sdk.controls.PermissiveModifyRequestControl;
import com.unboundid.ldap.sdk.controls.PostReadRequestControl;
import com.unboundid.ldap.sdk.controls.PreReadRequestControl;
import com.unboundid.ldap.sdk.controls.ServerSideSortRequestControl;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.controls.SubtreeDeleteRequestControl;
import com.unboundid.ldap.sdk.controls.VirtualListViewRequestControl;
import com.unboundid.ldap.sdk.extensions.EndTransactionExtendedRequest;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;
import com.unboundid.ldap.sdk.extensions.StartTransactionExtendedRequest;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a directory offers beyond the basic protocol, as its root DSE says.
 *
 * @param offered the offers
 */
public record LdapCapabilities(Set<Offer> offered) {

    /** One offer. */
    public enum Offer {
        /** Results in pages (RFC 2696). */
        PAGING,
        /** Results in an order (RFC 2891). */
        SORTING,
        /** A part of an ordered result by its position (virtual list view). */
        LIST_VIEW,
        /** Conditions on writes (RFC 4528). */
        ASSERTION,
        /** The entry as it was before a write (RFC 4527). */
        PRE_READ,
        /** The entry as it is after a write (RFC 4527). */
        POST_READ,
        /** Adding to a number without reading it (RFC 4525). */
        INCREMENT,
        /** Several writes together or not at all (RFC 5805). */
        TRANSACTIONS,
        /** Removing an entry with all below it. */
        SUBTREE_DELETE,
        /** Adding a value that is there, and removing one that is not, without an error. */
        PERMISSIVE_MODIFY,
        /** Changing a password as the server stores it (RFC 3062). */
        PASSWORD_MODIFY
    }

    /** Copies the set. */
    public LdapCapabilities {
        offered = Set.copyOf(offered);
    }

    /** Tells whether the directory has an offer. */
    public boolean has(Offer offer) {
        return offered.contains(offer);
    }

    /** Reads what a root DSE offers. */
    public static LdapCapabilities of(RootDSE root) {
        Set<Offer> offers = EnumSet.noneOf(Offer.class);
        for (Offer offer : Offer.values()) {
            if (offers(root, offer)) {
                offers.add(offer);
            }
        }
        return new LdapCapabilities(offers);
    }

    /** Returns the same without an offer. */
    public LdapCapabilities without(Offer offer) {
        Set<Offer> rest = EnumSet.copyOf(offered);
        rest.remove(offer);
        return new LdapCapabilities(rest);
    }

    private static boolean offers(RootDSE root, Offer offer) {
        return switch (offer) {
            case PAGING -> root.supportsControl(SimplePagedResultsControl.PAGED_RESULTS_OID);
            case SORTING -> root.supportsControl(ServerSideSortRequestControl.SERVER_SIDE_SORT_REQUEST_OID);
            case LIST_VIEW -> root.supportsControl(VirtualListViewRequestControl.VIRTUAL_LIST_VIEW_REQUEST_OID);
            case ASSERTION -> root.supportsControl(AssertionRequestControl.ASSERTION_REQUEST_OID);
            case PRE_READ -> root.supportsControl(PreReadRequestControl.PRE_READ_REQUEST_OID);
            case POST_READ -> root.supportsControl(PostReadRequestControl.POST_READ_REQUEST_OID);
            case INCREMENT -> root.supportsFeature("1.3.6.1.1.14");
            // slapd supports the control of transactions without saying so: the operations are what tells.
            case TRANSACTIONS ->
                root.supportsExtendedOperation(StartTransactionExtendedRequest.START_TRANSACTION_REQUEST_OID)
                        && root.supportsExtendedOperation(EndTransactionExtendedRequest.END_TRANSACTION_REQUEST_OID);
            case SUBTREE_DELETE -> root.supportsControl(SubtreeDeleteRequestControl.SUBTREE_DELETE_REQUEST_OID);
            case PERMISSIVE_MODIFY ->
                root.supportsControl(PermissiveModifyRequestControl.PERMISSIVE_MODIFY_REQUEST_OID);
            case PASSWORD_MODIFY ->
                root.supportsExtendedOperation(PasswordModifyExtendedRequest.PASSWORD_MODIFY_REQUEST_OID);
        };
    }
}
