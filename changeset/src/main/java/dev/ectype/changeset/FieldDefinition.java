package dev.ectype.changeset;

import dev.ectype.types.Type;

/**
 * What a {@link Shape} hands to whoever makes its field tokens.
 *
 * @param shape the shape that declares the field
 * @param name the name
 * @param type the type of the values
 * @param ordinal the place among the shape's fields
 * @param settings everything else that was declared
 */
public record FieldDefinition<R, V>(Shape<R> shape, String name, Type<V> type, int ordinal, FieldSettings settings) {}
