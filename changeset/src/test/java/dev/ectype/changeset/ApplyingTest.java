package dev.ectype.changeset;

import static dev.ectype.changeset.Orders.ORDER;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.changeset.Constraint.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplyingTest {

    @Test
    void changesAreAppliedWhetherValidOrNot() {
        Changeset<Orders.Order> changeset =
                ORDER.change(Orders.order(List.of())).put(ORDER.title, "Pens").addError(ORDER.title, "no");
        assertThat(changeset.applyChanges().title()).isEqualTo("Pens");
        assertThat(changeset.apply().isOk()).isFalse();
    }

    @Test
    void anActionStaysWithAnInvalidChangesetAlone() {
        Changeset<Orders.Order> changeset = ORDER.change().addError(ORDER.title, "no");
        assertThat(changeset.applyAction(Action.INSERT).failure())
                .hasValueSatisfying(failed -> assertThat(failed.action()).contains(Action.INSERT));
        assertThat(ORDER.change().applyAction(Action.INSERT).isOk()).isTrue();
    }

    @Test
    void orElseThrowListsWhatIsWrong() {
        Result<Orders.Order> result =
                ORDER.change().addError(ORDER.title, "is odd").apply();
        assertThatThrownBy(result::orElseThrow)
                .isInstanceOf(InvalidChangesetException.class)
                .hasMessageContaining("title is odd");
    }

    record Counted(int count) {}

    @Test
    void aPrimitiveComponentWithoutAValueIsBlank() {
        Shape<Counted> shape = Shape.infer(Counted.class);
        assertThat(shape.change().apply().failure().orElseThrow().errors())
                .extracting(FieldError::message)
                .containsExactly("can't be blank");
        assertThatThrownBy(() -> shape.change().applyChanges())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'count' of Counted has no value");
    }

    @Test
    void aViolationOfADeclaredConstraintBecomesAnError() {
        Changeset<Orders.Order> changeset = ORDER.change()
                .uniqueConstraint(ORDER.title)
                .uniqueConstraint(
                        ORDER.pin,
                        options -> options.named("pins_", Constraint.Match.PREFIX)
                                .message("is used")
                                .errorOn(ORDER.title));
        assertThat(changeset
                        .violated(Kind.UNIQUE, "orders_title_index", List.of("title"))
                        .orElseThrow()
                        .errors())
                .extracting(FieldError::message)
                .containsExactly("has already been taken");
        FieldError error = changeset
                .violated(Kind.UNIQUE, "pins_7", List.of("x"))
                .orElseThrow()
                .errors()
                .get(0);
        assertThat(error.path()).isEqualTo(Path.of("title"));
        assertThat(error.message()).isEqualTo("is used");
        assertThat(error.arguments()).isEqualTo(Map.of("constraint", "unique", "constraint_name", "pins_7"));
        assertThat(error.origin()).isEqualTo(Origin.CONSTRAINT);
        assertThat(changeset.violated(Kind.CHECK, "pins_7", List.of())).isEmpty();
    }

    @Test
    void ofConstraintsOfOneNameTheOneAboutTheReportedFieldIsMeant() {
        Changeset<Orders.Order> changeset =
                ORDER.change().checkConstraint(ORDER.title, "rules").checkConstraint(ORDER.pin, "rules");
        assertThat(fieldOf(changeset, List.of("title"))).isEqualTo(Path.of("title"));
        assertThat(fieldOf(changeset, List.of("pin"))).isEqualTo(Path.of("pin"));
        assertThat(fieldOf(changeset, List.of())).as("the latest").isEqualTo(Path.of("pin"));
    }

    private static Path fieldOf(Changeset<Orders.Order> changeset, List<String> reported) {
        return changeset
                .violated(Kind.CHECK, "rules", reported)
                .orElseThrow()
                .errors()
                .get(0)
                .path();
    }

    @Test
    void stepsBeforeAWriteRunInOrderAsLongAsItIsValid() {
        List<String> ran = new ArrayList<>();
        Changeset<Orders.Order> changeset = ORDER.change()
                .prepare(step -> {
                    ran.add("one");
                    return step.addError(ORDER.title, "no");
                })
                .prepare(step -> {
                    ran.add("two");
                    return step;
                });
        assertThat(changeset.prepared().isValid()).isFalse();
        assertThat(ran).containsExactly("one");
    }

    record Versioned(String name, Integer version) {}

    static final class Versions extends Shape<Versioned> {
        static final Versions VERSION = new Versions();
        final Field<Versioned, String> name = field("name", string());
        final Field<Versioned, Integer> version = field("version", integer(), FieldOptions.defaultTo(1));

        private Versions() {
            super(Versioned.class);
        }
    }

    @Test
    void anOptimisticLockIsAFilterAndAStep() {
        Versions f = Versions.VERSION;
        Changeset<Versioned> changeset = f.change(new Versioned("a", 4)).optimisticLock(f.version);
        assertThat(changeset.filters()).isEqualTo(Map.of(f.version, 4));
        assertThat(changeset.prepared().change(f.version)).isEqualTo(5);
        assertThat(f.change(new Versioned("a", Integer.MAX_VALUE))
                        .optimisticLock(f.version)
                        .prepared()
                        .change(f.version))
                .isEqualTo(1);
    }
}
