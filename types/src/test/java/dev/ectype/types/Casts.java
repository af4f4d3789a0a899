package dev.ectype.types;

import static org.assertj.core.api.Assertions.assertThat;

/** Short words for what a cast gave. */
final class Casts {
    private Casts() {}

    static <V> V value(Type<V> type, Object input) {
        Cast<V> cast = type.cast(input);
        assertThat(cast).isInstanceOf(Cast.Ok.class);
        return ((Cast.Ok<V>) cast).value();
    }

    static void refuses(Type<?> type, Object... inputs) {
        for (Object input : inputs) {
            assertThat(type.cast(input)).as("cast of %s to %s", input, type).isEqualTo(Cast.failed());
        }
    }
}
