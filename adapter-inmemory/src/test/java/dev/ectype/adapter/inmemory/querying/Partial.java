package dev.ectype.adapter.inmemory.querying;

import dev.ectype.query.ir.Window;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Aggregating;
import dev.ectype.spi.ForwardingAdapter;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Verdict;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A store that lacks parts of the one it stands for, and notes what is asked of it. */
final class Partial extends ForwardingAdapter {
    /** What a store may lack. */
    enum Lack {
        /** It cannot begin behind a place in an order. */
        PLACE,
        /** It takes no order. */
        ORDER,
        /** It takes no condition that is not on an index. */
        CONDITION,
        /** It neither counts nor groups. */
        GROUPS
    }

    private final Set<Lack> lacks;
    private final List<String> calls = new ArrayList<>();
    private final List<ScanSpec> scans = new ArrayList<>();
    private final List<QueryRequest> planned = new ArrayList<>();

    private int explained;

    private Partial(Adapter whole, Set<Lack> lacks) {
        super(whole);
        this.lacks = lacks;
    }

    static Partial whole(Adapter adapter) {
        return new Partial(adapter, EnumSet.noneOf(Lack.class));
    }

    static Partial without(Adapter adapter, Lack first, Lack... more) {
        return new Partial(adapter, EnumSet.of(first, more));
    }

    List<String> calls() {
        return calls;
    }

    List<ScanSpec> scans() {
        return scans;
    }

    List<QueryRequest> planned() {
        return planned;
    }

    /** Returns how often the text of a plan was made. */
    int explained() {
        return explained;
    }

    private final class Plan implements NativePlan {
        private final NativePlan inner;

        Plan(NativePlan inner) {
            this.inner = inner;
        }

        @Override
        public Access access() {
            return inner.access();
        }

        @Override
        public String explain() {
            explained++;
            return inner.explain();
        }
    }

    @Override
    public String store() {
        return "partial";
    }

    @Override
    public PushDown plan(QueryRequest query) {
        planned.add(query);
        boolean conditions =
                !lacks.contains(Lack.CONDITION) || query.conjuncts().isEmpty();
        boolean order = query.order().isEmpty() || (conditions && !lacks.contains(Lack.ORDER));
        boolean place = query.window().after().isEmpty() || !lacks.contains(Lack.PLACE);
        boolean window = conditions && order && place;
        QueryRequest sent = new QueryRequest(
                query.source(),
                conditions ? query.conjuncts() : List.of(),
                order ? query.order() : List.of(),
                window ? query.window() : Window.ALL);
        PushDown inner = other().plan(sent);
        return new PushDown(
                new Plan(inner.plan()),
                conditions
                        ? inner.where()
                        : query.conjuncts().stream()
                                .map(any -> Verdict.refused("no such filter"))
                                .toList(),
                order ? Verdict.exact() : Verdict.refused("no such order"),
                window || query.window().isAll() ? Verdict.exact() : Verdict.refused("no such window"));
    }

    @Override
    public RowCursor scan(NativePlan plan, ScanSpec spec) {
        calls.add("scan");
        scans.add(spec);
        RowCursor rows = other().scan(plan instanceof Plan own ? own.inner : plan, spec);
        return new RowCursor() {
            @Override
            public Row next() {
                return rows.next();
            }

            @Override
            public End end() {
                return rows.end();
            }

            @Override
            public void close() {
                calls.add("close");
                rows.close();
            }
        };
    }

    @Override
    public WriteOutcome insert(Insert insert) {
        calls.add("insert " + insert.source());
        return other().insert(insert);
    }

    @Override
    public <T> Optional<T> as(Class<T> part) {
        return part == Aggregating.class && lacks.contains(Lack.GROUPS) ? Optional.empty() : other().as(part);
    }
}
