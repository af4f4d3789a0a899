package dev.ectype.tck;

import dev.ectype.tck.association.AssociationReplaceContract;
import dev.ectype.tck.association.AssociationWriteContract;
import dev.ectype.tck.association.PreloadContract;
import dev.ectype.tck.claim.QueryClaimContract;
import dev.ectype.tck.claim.WriteClaimContract;
import dev.ectype.tck.harness.AdapterUnderTest;
import dev.ectype.tck.plan.AccessContract;
import dev.ectype.tck.plan.PlanningContract;
import dev.ectype.tck.query.AggregateContract;
import dev.ectype.tck.query.ComparisonContract;
import dev.ectype.tck.query.CursorContract;
import dev.ectype.tck.query.FunctionContract;
import dev.ectype.tck.query.JoinContract;
import dev.ectype.tck.query.KeyReadingContract;
import dev.ectype.tck.query.ListContract;
import dev.ectype.tck.query.LogicContract;
import dev.ectype.tck.query.OrderContract;
import dev.ectype.tck.query.PathContract;
import dev.ectype.tck.query.TextContract;
import dev.ectype.tck.write.AtomicContract;
import dev.ectype.tck.write.BulkContract;
import dev.ectype.tck.write.ConcurrencyContract;
import dev.ectype.tck.write.DeleteContract;
import dev.ectype.tck.write.ElementUpdateContract;
import dev.ectype.tck.write.HostileContract;
import dev.ectype.tck.write.InsertContract;
import dev.ectype.tck.write.OperationContract;
import dev.ectype.tck.write.PrefixContract;
import dev.ectype.tck.write.RoundTripContract;
import dev.ectype.tck.write.TransactionContract;
import dev.ectype.tck.write.UpdateContract;
import dev.ectype.tck.write.UpsertContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * Everything that an adapter must do: extended by one test class of the adapter, which says how to open a fixture. Each
 * nested class is one topic; a topic can also be extended alone, by a class that is an {@link AdapterUnderTest}.
 */
public abstract class AdapterContract implements AdapterUnderTest {

    @Nested
    @DisplayName("claims on queries")
    class ClaimingQueries extends QueryClaimContract {}

    @Nested
    @DisplayName("claims on writes")
    class ClaimingWrites extends WriteClaimContract {}

    @Nested
    @DisplayName("planning")
    class Planning extends PlanningContract {}

    @Nested
    @DisplayName("access paths and explanations")
    class Accessing extends AccessContract {}

    @Nested
    @DisplayName("comparisons")
    class Comparing extends ComparisonContract {}

    @Nested
    @DisplayName("three-valued logic")
    class Reasoning extends LogicContract {}

    @Nested
    @DisplayName("texts")
    class MatchingText extends TextContract {}

    @Nested
    @DisplayName("paths")
    class FollowingPaths extends PathContract {}

    @Nested
    @DisplayName("lists, sets and maps")
    class SearchingLists extends ListContract {}

    @Nested
    @DisplayName("functions")
    class Computing extends FunctionContract {}

    @Nested
    @DisplayName("orders and windows")
    class Ordering extends OrderContract {}

    @Nested
    @DisplayName("cursors")
    class ReadingCursors extends CursorContract {}

    @Nested
    @DisplayName("reading by key")
    class ReadingByKey extends KeyReadingContract {}

    @Nested
    @DisplayName("counts and groups")
    class Grouping extends AggregateContract {}

    @Nested
    @DisplayName("joins")
    class Joins extends JoinContract {}

    @Nested
    @DisplayName("round trips")
    class RoundTrips extends RoundTripContract {}

    @Nested
    @DisplayName("inserts")
    class Inserting extends InsertContract {}

    @Nested
    @DisplayName("updates")
    class Updating extends UpdateContract {}

    @Nested
    @DisplayName("operations of updates")
    class Operating extends OperationContract {}

    @Nested
    @DisplayName("deletes")
    class Deleting extends DeleteContract {}

    @Nested
    @DisplayName("upserts")
    class Upserting extends UpsertContract {}

    @Nested
    @DisplayName("bulk writes")
    class WritingInBulk extends BulkContract {}

    @Nested
    @DisplayName("updates of elements")
    class UpdatingElements extends ElementUpdateContract {}

    @Nested
    @DisplayName("atomic writes")
    class WritingAtomically extends AtomicContract {}

    @Nested
    @DisplayName("transactions")
    class Transacting extends TransactionContract {}

    @Nested
    @DisplayName("concurrency")
    class Concurring extends ConcurrencyContract {}

    @Nested
    @DisplayName("hostile values")
    class Resisting extends HostileContract {}

    @Nested
    @DisplayName("prefixes")
    class Prefixing extends PrefixContract {}

    @Nested
    @DisplayName("related records, written")
    class Relating extends AssociationWriteContract {}

    @Nested
    @DisplayName("related records, replaced and deleted")
    class Replacing extends AssociationReplaceContract {}

    @Nested
    @DisplayName("related records, read")
    class Preloading extends PreloadContract {}
}
