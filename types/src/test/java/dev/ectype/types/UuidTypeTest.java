package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

final class UuidTypeTest {
    private static final UUID ID = UUID.fromString("601d74e4-a8d3-4b6e-8365-eddb4c893327");
    private final Type<UUID> type = Types.uuid();

    @Test
    void takesTextInEitherCase() {
        assertThat(value(type, ID.toString())).isEqualTo(ID);
        assertThat(value(type, "601D74E4-A8D3-4B6E-8365-EDDB4C893327")).isEqualTo(ID);
    }

    @Test
    void takesAnySixteenBytes() {
        UUID text = UUID.fromString("77617265-686f-7573-6520-776f726b6572");

        assertThat(value(type, "warehouse worker")).isEqualTo(text);
        assertThat(value(type, "warehouse worker".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo(text);
    }

    @Test
    void refusesWhatTheJdkWouldComplete() {
        refuses(type, "1-1-1-1-1", "601d74e4a8d34b6e8365eddb4c893327", "{" + ID + "}", new byte[15], 16);
    }

    @Test
    void loadsUuidsOnly() {
        assertThat(type.load(ID)).isEqualTo(ID);
        assertThatThrownBy(() -> type.load(ID.toString())).hasMessage("expected a UUID but was text");
    }
}
