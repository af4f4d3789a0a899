package dev.ectype.adapter.ldap.internal.search;

import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.ectype.adapter.ldap.internal.search.ChildReader.Gathered;
import dev.ectype.adapter.ldap.internal.search.Sorting.Part;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.SlotsUsed;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.types.stored.Row;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows of one search, page by page; entries that the server found without being right about them are dropped. */
public final class SearchCursor implements RowCursor {
    private final LdapPlan plan;
    private final Set<Integer> slots;
    private final Evaluator rechecks;
    private final Directory directory;
    private final Iterator<Part> parts;
    private final long deadline;
    private final int pageSize;
    private final long budget;
    private final long limit;
    private long toSkip;
    private long returned;
    private Pages pages;
    private Iterator<SearchResultEntry> page = Collections.emptyIterator();
    private final ChildReader below;
    private Gathered gathered;
    private @Nullable End end;

    private SearchCursor(Directory directory, LdapPlan plan, ScanSpec spec) {
        this.plan = plan;
        this.slots = new TreeSet<>(spec.slots());
        plan.rechecks().forEach(predicate -> SlotsUsed.by(predicate, slots::add));
        this.rechecks = Evaluator.ofAll(plan.rechecks());
        this.directory = directory;
        this.parts = plan.parts().iterator();
        this.deadline = directory.deadline(spec.options());
        this.below = ChildReader.of(directory, plan.mapping(), slots, deadline);
        this.gathered = below.below(List.of());
        this.pages = nextPart();
        this.pageSize = directory.options().pageSize();
        this.budget = spec.rowBudget().orElse(Long.MAX_VALUE);
        this.limit = plan.window().limit().orElse(Long.MAX_VALUE);
        this.toSkip = plan.byPosition() ? 0 : plan.window().offset();
    }

    private Pages nextPart() {
        return new Pages(directory, plan, parts.next(), plan.mapping().attributes(slots), deadline);
    }

    /** Opens the cursor of a plan that the adapter made. The server is first asked for the first row. */
    public static RowCursor open(Directory directory, NativePlan plan, ScanSpec spec) {
        return new SearchCursor(directory, (LdapPlan) plan, spec);
    }

    @Override
    public @Nullable Row next() {
        if (end != null) {
            return null;
        }
        if (returned >= limit) {
            return ended(End.WINDOW);
        }
        Row row = nextFitting();
        if (row == null) {
            return ended(pages.isLimited() ? End.STORE_LIMIT : End.EXHAUSTED);
        }
        if (returned >= budget) {
            return ended(End.BUDGET);
        }
        returned++;
        return row;
    }

    private @Nullable Row ended(End why) {
        end = why;
        pages.close();
        return null;
    }

    private @Nullable Row nextFitting() {
        while (true) {
            Row row = nextFound();
            if (row == null || (rechecks.matches(row) && toSkip-- <= 0)) {
                return row;
            }
        }
    }

    private @Nullable Row nextFound() {
        while (!page.hasNext()) {
            if (plan.target().nothing() || (pages.isDone() && !goesOn())) {
                return null;
            }
            page = nextPage();
        }
        SearchResultEntry entry = page.next();
        return gathered.complete(entry, plan.mapping().decode(entry, slots));
    }

    private boolean goesOn() {
        boolean more = parts.hasNext() && !pages.isLimited();
        if (more) {
            pages = nextPart();
        }
        return more;
    }

    private Iterator<SearchResultEntry> nextPage() {
        long wanted = limit == Long.MAX_VALUE ? Long.MAX_VALUE : limit - returned + Math.max(0, toSkip);
        boolean last = wanted <= pageSize && plan.rechecks().isEmpty();
        List<SearchResultEntry> entries = pages.next((int) Math.min(wanted, pageSize), last);
        gathered = below.below(entries);
        return entries.iterator();
    }

    @Override
    public End end() {
        if (end == null) {
            throw new IllegalStateException("there may be more rows: next() has not returned null yet");
        }
        return end;
    }

    @Override
    public void close() {
        pages.close();
    }
}
