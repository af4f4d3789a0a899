package dev.ectype.changeset;

import org.jspecify.annotations.Nullable;

/**
 * One value that would be different.
 *
 * @param path which
 * @param from the value before, null for none
 * @param to the value after, null for none
 */
public record Change(
        Path path, @Nullable Object from, @Nullable Object to) {

    /** Names the path and not the values, which may be secret. */
    @Override
    public String toString() {
        return "Change of " + path;
    }
}
