package dev.ectype.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CastTest {

    @Test
    void aFailureGrowsItsPathFromTheInsideOut() {
        Cast.Failed<String> failed = new Cast.Failed<>("no", Map.of(), List.of());

        assertThat(failed.under(1).under("a").path()).containsExactly("a", 1);
    }

    @Test
    void aFailureIsPlainWhenItSaysNothingMore() {
        assertThat(((Cast.Failed<Object>) Cast.failed()).isPlain()).isTrue();
        assertThat(((Cast.Failed<Object>) Cast.failed("no")).isPlain()).isFalse();
        assertThat(new Cast.Failed<>(null, Map.of("enum", List.of()), List.of()).isPlain())
                .isFalse();
    }

    @Test
    void anEmptySuccessHoldsNoValue() {
        assertThat(Cast.empty())
                .isInstanceOfSatisfying(
                        Cast.Ok.class, ok -> assertThat(ok.value()).isNull());
    }
}
