package dev.ectype.adapter.ldap.internal.search;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.ServerSideSortRequestControl;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.controls.VirtualListViewRequestControl;
import dev.ectype.adapter.ldap.connection.LdapCapabilities.Offer;
import dev.ectype.adapter.ldap.connection.LdapOptions.Referrals;
import dev.ectype.adapter.ldap.internal.search.Sorting.Part;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.internal.server.LdapErrors;
import dev.ectype.error.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one search (RFC 2696). A server's cookie is worth nothing on another connection, so that one connection is
 * kept from the first page to the last. Used by one thread.
 */
final class Pages implements AutoCloseable {
    private static final Set<ResultCode> LIMITS =
            Set.of(ResultCode.SIZE_LIMIT_EXCEEDED, ResultCode.TIME_LIMIT_EXCEEDED, ResultCode.ADMIN_LIMIT_EXCEEDED);
    private static final Set<ResultCode> BEYOND =
            Set.of(ResultCode.OFFSET_RANGE_ERROR, ResultCode.VIRTUAL_LIST_VIEW_ERROR);
    private static final long LONGEST_PAUSE = 256;
    private final Directory directory;
    private final LdapPlan plan;
    private final Part part;
    private final String[] attributes;
    private final long deadline;
    private @Nullable LDAPConnection connection;
    private @Nullable ASN1OctetString cookie;
    private boolean done;
    private boolean limited;

    /**
     * Begins one part of a plan.
     *
     * @param deadline the time by {@link System#nanoTime} at which the whole call must have ended
     */
    Pages(Directory directory, LdapPlan plan, Part part, String[] attributes, long deadline) {
        this.directory = directory;
        this.plan = plan;
        this.part = part;
        this.attributes = attributes;
        this.deadline = deadline;
    }

    /** Tells whether there are no more pages. */
    boolean isDone() {
        return done;
    }

    /** Tells whether a limit of the server cut the result short. */
    boolean isLimited() {
        return limited;
    }

    /**
     * Returns the next entries.
     *
     * @param wanted how many are asked for, at most; the caller wants no more than them if {@code last}
     */
    List<SearchResultEntry> next(int wanted, boolean last) {
        boolean paged = !plan.target().scope().equals(SearchScope.BASE)
                && directory.has(Offer.PAGING)
                && !plan.byPosition()
                && !(last && cookie == null);
        SearchRequest request = request(paged, wanted, last);
        try {
            return taken(sent(request, paged), paged);
        } catch (LDAPSearchException e) {
            return cutShort(e, last && !paged, wanted);
        } catch (LDAPException e) {
            throw LdapErrors.reading(plan.mapping().source().toString(), e);
        }
    }

    private SearchRequest request(boolean paged, int wanted, boolean last) {
        SearchRequest request = new SearchRequest(
                plan.target().base().toString(),
                plan.target().scope(),
                part.filter().orElseThrow(),
                attributes);
        request.setFollowReferrals(directory.options().referrals() == Referrals.FOLLOW);
        long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
        request.setResponseTimeoutMillis(left);
        request.setTimeLimitSeconds((int) Math.min(Integer.MAX_VALUE, (left + 999) / 1000));
        if (last && !paged && !plan.byPosition() && !plan.target().scope().equals(SearchScope.BASE)) {
            request.setSizeLimit(wanted);
        }
        request.setControls(controls(paged, wanted));
        return request;
    }

    private List<Control> controls(boolean paged, int wanted) {
        List<Control> controls = new ArrayList<>();
        if (!part.keys().isEmpty()) {
            controls.add(new ServerSideSortRequestControl(true, part.keys()));
        }
        if (plan.byPosition()) {
            int limit = (int) plan.window().limit().orElseThrow();
            controls.add(
                    new VirtualListViewRequestControl((int) plan.window().offset() + 1, 0, limit - 1, 0, null, true));
        }
        if (paged) {
            controls.add(new SimplePagedResultsControl(wanted, cookie, true));
        }
        return controls;
    }

    /**
     * Sends a request, and again while the server is busy: slapd's overlay that sorts may still be tidying up after the
     * request before it (seen in 2.5.13).
     */
    private SearchResult sent(SearchRequest request, boolean paged) throws LDAPException {
        for (long pause = 1; ; pause *= 2) {
            try {
                return paged ? onPinned(request) : directory.pool().search(request);
            } catch (LDAPSearchException e) {
                if (!e.getResultCode().equals(ResultCode.BUSY) || pause > LONGEST_PAUSE || !hasPaused(pause)) {
                    throw e;
                }
            }
        }
    }

    private static boolean hasPaused(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private SearchResult onPinned(SearchRequest request) throws LDAPException {
        LDAPConnection kept = connection;
        if (kept != null) {
            return kept.search(request);
        }
        LDAPConnection fresh = directory.pool().getConnection();
        connection = fresh;
        try {
            return fresh.search(request);
        } catch (LDAPSearchException e) {
            if (e.getResultCode().isConnectionUsable() || e.getEntryCount() > 0) {
                throw e;
            }
            // The server was restarted while the connection lay in the pool: nothing is lost yet.
            connection = null;
            LDAPConnection replaced = directory.pool().replaceDefunctConnection(fresh);
            connection = replaced;
            return replaced.search(request);
        }
    }

    private List<SearchResultEntry> taken(SearchResult result, boolean paged) throws LDAPException {
        requireNoReferences(result.getReferenceCount());
        SimplePagedResultsControl page = paged ? SimplePagedResultsControl.get(result) : null;
        if (page != null && page.moreResultsToReturn()) {
            cookie = page.getCookie();
        } else {
            finish();
        }
        return result.getSearchEntries();
    }

    private void requireNoReferences(int references) {
        if (references > 0 && directory.options().referrals() == Referrals.REPORT) {
            close();
            throw new StoreException(
                    "other servers have a part of the answer: follow referrals, or search below them",
                    Map.of("source", plan.mapping().source(), "references", references),
                    StoreException.Outcome.NOT_DONE,
                    false,
                    null);
        }
    }

    private List<SearchResultEntry> cutShort(LDAPSearchException e, boolean bySizeLimit, int wanted) {
        ResultCode code = e.getResultCode();
        if (code.equals(ResultCode.NO_SUCH_OBJECT) && plan.mayBeGone()) {
            finish();
            return List.of();
        }
        if (BEYOND.contains(code) && plan.byPosition()) {
            finish();
            return List.of();
        }
        if (!LIMITS.contains(code)) {
            dropConnection(e);
            throw LdapErrors.reading(plan.mapping().source().toString(), e);
        }
        requireNoReferences(e.getReferenceCount());
        limited = !(bySizeLimit && code.equals(ResultCode.SIZE_LIMIT_EXCEEDED) && e.getEntryCount() >= wanted);
        finish();
        return e.getSearchEntries();
    }

    private void dropConnection(LDAPException e) {
        done = true;
        LDAPConnection pinned = connection;
        connection = null;
        if (pinned != null && e.getResultCode().isConnectionUsable()) {
            directory.pool().releaseConnection(pinned);
        } else if (pinned != null) {
            directory.pool().releaseDefunctConnection(pinned);
        }
    }

    private void finish() {
        done = true;
        cookie = null;
        LDAPConnection pinned = connection;
        connection = null;
        if (pinned != null) {
            directory.pool().releaseConnection(pinned);
        }
    }

    /** Tells the server that a search left half-way needs no more pages (RFC 2696, 3), and gives the connection back. */
    @Override
    public void close() {
        LDAPConnection pinned = connection;
        if (pinned != null && cookie != null) {
            try {
                SearchRequest request = request(true, 0, false);
                pinned.search(request);
            } catch (LDAPException e) {
                dropConnection(e);
            }
        }
        finish();
    }
}
