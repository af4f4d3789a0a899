package dev.ectype.types;

import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.types.stored.Storage;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChoiceTypeTest {
    private enum Status {
        OPEN("o", 1),
        CLOSED("c", 2) {
            @Override
            public String toString() {
                return "shut";
            }
        };

        private final String letter;
        private final int number;

        Status(String letter, int number) {
            this.letter = letter;
            this.number = number;
        }
    }

    private final Type<Status> byName = Types.enumOf(Status.class);
    private final Type<Status> byLetter = Types.enumOf(Status.class, status -> status.letter);
    private final Type<Status> byNumber = Types.enumOf(Status.class, status -> status.number);

    @Test
    void takesNamesAndConstants() {
        assertThat(value(byName, "OPEN")).isEqualTo(Status.OPEN);
        assertThat(value(byName, Status.CLOSED)).isEqualTo(Status.CLOSED);
        assertThat(byName.dump(Status.CLOSED)).isEqualTo("CLOSED");
    }

    @Test
    void takesCodesAndNames() {
        assertThat(value(byLetter, "o")).isEqualTo(Status.OPEN);
        assertThat(value(byLetter, "OPEN")).isEqualTo(Status.OPEN);
        assertThat(value(byNumber, 2L)).isEqualTo(Status.CLOSED);
        assertThat(value(byNumber, BigInteger.TWO)).isEqualTo(Status.CLOSED);
        assertThat(value(byNumber, "CLOSED")).isEqualTo(Status.CLOSED);
    }

    @Test
    void prefersACodeToANameOfTheSameText() {
        Map<String, String> crossed = new LinkedHashMap<>();
        crossed.put("foo", "bar");
        crossed.put("bar", "foo");

        assertThat(value(Types.oneOf(crossed), "foo")).isEqualTo("bar");
    }

    @Test
    void saysWhatIsAllowedInTheOrderOfDeclaration() {
        Cast<Status> expected = new Cast.Failed<>(
                null, Map.of("validation", "inclusion", "enum", List.of("OPEN", "CLOSED")), List.of());

        for (Object wrong : new Object[] {"open", "1", 3, 1.0, "", List.of("OPEN"), Thread.State.NEW}) {
            assertThat(byNumber.cast(wrong)).isEqualTo(expected);
        }
    }

    @Test
    void storesTextOrNumbers() {
        assertThat(byLetter.storage()).isEqualTo(Storage.Scalar.TEXT);
        assertThat(byNumber.storage()).isEqualTo(Storage.Scalar.INT32);
        assertThat(byNumber.dump(Status.CLOSED)).isEqualTo(2);
        assertThat(byNumber.load(2.0)).isEqualTo(Status.CLOSED);
        assertThatThrownBy(() -> byNumber.load(3)).hasMessage("expected one of [1, 2] but was an integer");
        assertThatThrownBy(() -> byLetter.load("OPEN")).hasMessage("expected one of [o, c] but was text");
    }

    @Test
    void refusesToStoreATextThatIsNoChoice() {
        assertThatThrownBy(() -> Types.oneOf("red").dump("blue")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesCodesThatDoNotTellTheConstantsApart() {
        assertThatThrownBy(() -> Types.enumOf(Status.class, status -> 1))
                .hasMessage("two values of an enum are stored as '1': give each its own code");
        assertThatThrownBy(() -> Types.oneOf("a", "a")).hasMessage("'a' is given twice: give each name once");
    }

    @Test
    void refusesCodesOfMixedClasses() {
        assertThatThrownBy(() -> Types.oneOf(Map.of("a", 1, "b", "2")))
                .hasMessage("the codes of an enum must all be text or all be of the class Integer");
    }
}
