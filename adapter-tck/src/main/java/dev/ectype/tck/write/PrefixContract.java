package dev.ectype.tck.write;

import static dev.ectype.tck.sample.Conditions.ge;
import static dev.ectype.tck.write.Outcomes.assertStale;
import static dev.ectype.tck.write.Outcomes.assertWritten;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.spi.Assignment;
import dev.ectype.spi.BulkChanging;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Sources;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Prefixes keep the rows of one namespace from another. */
public abstract class PrefixContract extends ContractTest {

    private Table people(int prefix) {
        bench().needs(Capability.PREFIXES);
        return bench().table(Sources.in(bench().prefix(prefix), Sources.people()));
    }

    @Test
    @DisplayName("PX1 rows of one prefix are not seen, changed or removed through another, or through none")
    void prefixesIsolate() {
        Table plain = bench().table(Sources.people());
        Table north = people(0);
        Table south = people(1);
        north.holds("p1", "north", 1, "same@example.org");
        south.holds("p1", "south", 2, "same@example.org");
        plain.holds("p1", "plain", 3, "same@example.org");
        north.holds("p2", "only north");
        assertStale(south.update("p2", Assignment.set(south.path("name"), "x")));
        assertStale(plain.delete("p2"));
        assertWritten(south.delete("p1"), Effect.DELETED);
        north.assertUnchanged();
        plain.assertUnchanged();
        south.assertHolds();
        assertThat(north.where(ge(north.path("age"), 0)).check()).hasSize(1);
    }

    @Test
    @DisplayName("PX2 changes of all rows stay within their prefix")
    void bulkChangesStayWithinTheirPrefix() {
        Table north = people(0);
        Table south = people(1);
        north.holds("p1", "north");
        south.holds("p1", "south");
        BulkChanging bulk = bench().part(BulkChanging.class, Capability.BULK_CHANGE);
        List<Assignment> renamed = List.of(Assignment.set(south.path("name"), "x"));
        assertThat(bulk.updateAll(south.adapter().plan(south.request()).plan(), renamed, CallOptions.NONE))
                .isEqualTo(1);
        assertThat(south.stored("p1", "name")).isEqualTo("x");
        north.assertUnchanged();
        assertThat(bulk.deleteAll(south.adapter().plan(south.request()).plan(), CallOptions.NONE))
                .isEqualTo(1);
        north.assertUnchanged();
    }
}
