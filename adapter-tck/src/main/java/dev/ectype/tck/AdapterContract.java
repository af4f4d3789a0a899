package dev.ectype.tck;

import dev.ectype.tck.harness.AdapterUnderTest;
import dev.ectype.tck.plan.AccessContract;
import dev.ectype.tck.plan.PlanningContract;
import dev.ectype.tck.query.ComparisonContract;
import dev.ectype.tck.query.CursorContract;
import dev.ectype.tck.query.FunctionContract;
import dev.ectype.tck.query.ListContract;
import dev.ectype.tck.query.LogicContract;
import dev.ectype.tck.query.OrderContract;
import dev.ectype.tck.query.PathContract;
import dev.ectype.tck.query.TextContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * Everything that an adapter must do: extended by one test class of the adapter, which says how to open a fixture. Each
 * nested class is one topic; a topic can also be extended alone, by a class that is an {@link AdapterUnderTest}.
 */
public abstract class AdapterContract implements AdapterUnderTest {

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
}
