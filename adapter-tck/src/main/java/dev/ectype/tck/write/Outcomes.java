package dev.ectype.tck.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.spi.WriteOutcome.Written;
import dev.ectype.types.stored.Row;
import java.util.List;

/** Checks of what became of a write. */
final class Outcomes {
    private Outcomes() {}

    static void assertWritten(WriteOutcome outcome, Effect effect) {
        assertThat(outcome).isInstanceOf(Written.class);
        assertThat(((Written) outcome).effect()).isEqualTo(effect);
    }

    static Row told(WriteOutcome outcome) {
        assertThat(outcome).isInstanceOf(Written.class);
        return ((Written) outcome).row().orElseThrow(() -> new AssertionError("the outcome tells no row"));
    }

    static void assertStale(WriteOutcome outcome) {
        assertThat(outcome).isEqualTo(new WriteOutcome.Stale());
    }

    /** The rule of that name was violated; what the store says of the fields is true as far as it goes. */
    static void assertViolated(WriteOutcome outcome, String constraint, List<String> fields) {
        assertThat(outcome).isInstanceOf(WriteOutcome.Violated.class);
        List<Violation> violations = ((WriteOutcome.Violated) outcome).violations();
        assertThat(violations).extracting(Violation::constraint).contains(constraint);
        for (Violation violation : violations) {
            if (violation.constraint().equals(constraint)) {
                assertThat(violation.kind()).isEqualTo(Violation.Kind.UNIQUE);
                assertThat(violation.fields()).isIn(List.of(), fields);
            }
        }
    }
}
