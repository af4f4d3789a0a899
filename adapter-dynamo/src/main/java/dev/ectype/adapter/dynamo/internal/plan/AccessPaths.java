package dev.ectype.adapter.dynamo.internal.plan;

import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.adapter.dynamo.internal.source.TableIndex;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.QueryRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the way into a table that reads least. Only top-level conjuncts count: what stands below an or never does. */
final class AccessPaths {
    private static final int TABLE_ITSELF = 2;
    private static final int GIVES_ORDER = 3;
    private static final int LACKS_FIELDS = -4;
    private final DynamoSource source;
    private final QueryRequest request;
    private final List<KeyTest> tests;

    AccessPaths(DynamoSource source, QueryRequest request) {
        this.source = source;
        this.request = request;
        this.tests = KeyTest.of(source, request.conjuncts());
    }

    /** Returns the best way, or nothing if only a scan is left. */
    Optional<Candidate> best() {
        return source.indexes().stream().flatMap(this::candidate).max(Comparator.comparingInt(Candidate::score));
    }

    private Stream<Candidate> candidate(TableIndex index) {
        return Candidate.of(source, index, tests).filter(this::missesNothing).map(this::weighed).stream();
    }

    /** An index leaves out items that lack one of its keys, so each must be asked for by a condition. */
    private boolean missesNothing(Candidate candidate) {
        TableIndex index = candidate.index();
        return index.isTable()
                || Stream.concat(index.partition().stream(), index.sort().stream())
                        .allMatch(
                                slot -> request.conjuncts().stream().anyMatch(conjunct -> needsValue(conjunct, slot)));
    }

    private static boolean needsValue(Predicate conjunct, int slot) {
        if (conjunct instanceof Predicate.Compare compare) {
            return isSlot(compare.left(), slot) || isSlot(compare.right(), slot);
        }
        if (conjunct instanceof Predicate.In in) {
            return isSlot(in.operand(), slot);
        }
        if (conjunct instanceof Predicate.Not not && not.term() instanceof Predicate.IsNull isNull) {
            return isSlot(isNull.operand(), slot);
        }
        return conjunct instanceof Predicate.Text text && isSlot(text.operand(), slot);
    }

    private static boolean isSlot(Operand operand, int slot) {
        return operand instanceof FieldPath path && path.isTopLevel() && path.slot() == slot;
    }

    private Candidate weighed(Candidate candidate) {
        TableIndex index = candidate.index();
        KeyOrder order =
                new KeyOrder(index, candidate.fixed(), candidate.conditions().size());
        if (!request.order().isEmpty() && order.verdict(request.order()).isExact()) {
            candidate.prefer(GIVES_ORDER);
        }
        if (index.isTable()) {
            candidate.prefer(TABLE_ITSELF);
        }
        if (index.held().isPresent()) {
            candidate.prefer(LACKS_FIELDS);
        }
        return candidate;
    }
}
