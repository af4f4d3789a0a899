package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.types.stored.Row;
import org.jspecify.annotations.Nullable;

/** Versions of a row: each write makes another object, even of the same values. */
final class Versions {
    private Versions() {}

    /** Tells whether two are one version, or both nothing. */
    @SuppressWarnings("ReferenceEquality") // identity is what makes a version
    static boolean isSame(@Nullable Row one, @Nullable Row other) {
        return one == other;
    }
}
