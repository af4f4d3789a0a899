package dev.ectype.schema;

import java.util.Optional;

/**
 * Where one call finds the records of a schema, as far as it is elsewhere than the schema says. Immutable.
 *
 * @param prefix the namespace: a database, a table prefix, a base; empty for the schema's own
 * @param source the collection, table or base; empty for the schema's own
 */
public record Location(Optional<String> prefix, Optional<String> source) {
    /** Where the schema says. */
    public static final Location DECLARED = new Location(Optional.empty(), Optional.empty());

    /** Returns where the schema says, in a namespace. */
    public static Location inPrefix(Optional<String> prefix) {
        return prefix.isEmpty() ? DECLARED : new Location(prefix, Optional.empty());
    }

    /** Returns the same in another namespace, or in the schema's own. */
    public Location withPrefix(Optional<String> namespace) {
        return new Location(namespace, source);
    }

    /** Returns the same in another source, or in the schema's own. */
    public Location withSource(Optional<String> name) {
        return new Location(prefix, name);
    }

    /** Returns this location and, where it says nothing, that one. */
    public Location over(Location other) {
        return other.equals(DECLARED) ? this : new Location(prefix.or(other::prefix), source.or(other::source));
    }
}
