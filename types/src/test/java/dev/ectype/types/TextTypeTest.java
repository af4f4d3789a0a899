package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTypeTest {
    private final Type<String> type = Types.string();

    @Test
    void keepsTextAsItIs() {
        assertThat(value(type, " a\u0000\uD800 ")).isEqualTo(" a\u0000\uD800 ");
    }

    @Test
    void takesACharacterAsText() {
        assertThat(value(type, 'x')).isEqualTo("x");
    }

    @Test
    void refusesWhatIsNoText() {
        refuses(type, 1, true, List.of("a"), Thread.State.NEW);
    }

    @Test
    void saysWhatWasStoredInsteadOfText() {
        assertThatThrownBy(() -> type.load(1))
                .isInstanceOf(LoadException.class)
                .hasMessage("expected text but was an integer");
    }
}
