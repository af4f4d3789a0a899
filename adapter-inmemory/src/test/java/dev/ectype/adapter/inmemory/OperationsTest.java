package dev.ectype.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.MappingException;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Assignment.Operation;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationsTest {
    private static final FieldPath ZIP = new FieldPath(
            List.of(new FieldPath.Slot("address", "address", 4), new FieldPath.Slot("zip", "postal_code", 1)),
            Storage.Scalar.INT32,
            false);
    private static final FieldPath SECOND_TAG =
            new FieldPath(List.of(People.TAGS.steps().get(0), new FieldPath.Position(1)), Storage.Scalar.TEXT, false);
    private static final FieldPath COLOUR = new FieldPath(
            List.of(new FieldPath.Slot("extra", "extra", 6), new FieldPath.Key("colour")), Storage.Scalar.ANY, false);

    private final InMemoryAdapter adapter = InMemoryAdapter.create();

    private Row after(FieldPath path, Operation operation, Object operand) {
        People.insert(adapter, People.PEOPLE, People.person(1, "Ann", null, null));
        People.update(adapter, 1, new Assignment(path, operation, operand));
        return People.get(adapter, 1);
    }

    @Test
    void incrementsFromZeroAndWithinTheKind() {
        assertThat(after(People.AGE, Operation.INCREMENT, 5).get(2)).isEqualTo(5);
        assertThat(after(People.AGE, Operation.INCREMENT, -7).get(2)).isEqualTo(-2);
        after(People.AGE, Operation.SET, Integer.MAX_VALUE);
        assertThatThrownBy(() -> after(People.AGE, Operation.INCREMENT, 1))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("does not fit")
                .hasMessageContaining("age");
    }

    @Test
    void keepsTheLeastAndTheGreatest() {
        assertThat(after(People.AGE, Operation.MIN, 5).get(2)).isEqualTo(5);
        assertThat(after(People.AGE, Operation.MIN, 7).get(2)).isEqualTo(5);
        assertThat(after(People.AGE, Operation.MAX, 7).get(2)).isEqualTo(7);
        assertThat(after(People.AGE, Operation.MAX, 6).get(2)).isEqualTo(7);
    }

    @Test
    void pushesPullsAndAddsElements() {
        assertThat(after(People.TAGS, Operation.PULL, "a").get(5)).isNull();
        assertThat(after(People.TAGS, Operation.PUSH, "a").get(5)).isEqualTo(List.of("a"));
        assertThat(after(People.TAGS, Operation.PUSH, "a").get(5)).isEqualTo(List.of("a", "a"));
        assertThat(after(People.TAGS, Operation.ADD_TO_SET, "a").get(5)).isEqualTo(List.of("a", "a"));
        assertThat(after(People.TAGS, Operation.ADD_TO_SET, "b").get(5)).isEqualTo(List.of("a", "a", "b"));
        assertThat(after(People.TAGS, Operation.PULL, "a").get(5)).isEqualTo(List.of("b"));
    }

    @Test
    void setsInsideAnEmbeddedRecordThatWasNotThere() {
        Row row = after(ZIP, Operation.SET, 10431);
        assertThat(row.get(4)).isEqualTo(Row.over(People.ADDRESS, new Object[] {null, 10431}));
        assertThat(after(People.CITY, Operation.SET, "Athens").get(4))
                .isEqualTo(Row.over(People.ADDRESS, new Object[] {"Athens", 10431}));
    }

    @Test
    void removesNothingFromNothing() {
        assertThat(after(ZIP, Operation.SET, null).get(4)).isNull();
    }

    @Test
    void setsPositionsThatAreThere() {
        after(People.TAGS, Operation.SET, Arrays.asList("a", null));
        assertThat(after(SECOND_TAG, Operation.SET, "b").get(5)).isEqualTo(List.of("a", "b"));
        after(People.TAGS, Operation.SET, List.of("a"));
        assertThatThrownBy(() -> after(SECOND_TAG, Operation.SET, "b")).hasMessageContaining("leads into a value");
    }

    @Test
    void setsAndRemovesKeys() {
        assertThat(after(COLOUR, Operation.SET, "red").get(6)).isEqualTo(Map.of("colour", "red"));
        assertThat(after(COLOUR, Operation.SET, null).get(6)).isEqualTo(Map.of());
    }
}
