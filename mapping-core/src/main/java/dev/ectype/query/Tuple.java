package dev.ectype.query;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.jooq.SelectedField;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The selected values of one row, in the order of their selection. Immutable. */
public final class Tuple {
    private final List<SelectedField> fields;
    private final @Nullable Object[] values;

    Tuple(List<SelectedField> fields, @Nullable Object[] values) {
        this.fields = fields;
        this.values = values;
    }

    /**
     * Returns the value of a selected field, or null.
     *
     * @param field the column, or the very object that was given to {@code select}
     * @throws MappingException if it is not among the selected ones
     */
    @SuppressWarnings("unchecked") // a selected field is read as a value of its type
    public <V> @Nullable V get(Field<V> field) {
        for (int i = 0; i < values.length; i++) {
            if (fields.get(i).is(field)) {
                return (V) values[i];
            }
        }
        throw notSelected(field.getName());
    }

    /**
     * Returns the value of a name, or null.
     *
     * @throws MappingException if nothing that is selected has this name
     */
    public @Nullable Object get(String name) {
        for (int i = 0; i < values.length; i++) {
            if (fields.get(i).name().equals(name)) {
                return values[i];
            }
        }
        throw notSelected(name);
    }

    /** Returns a value by its place, from zero. */
    public @Nullable Object get(int index) {
        return values[index];
    }

    private MappingException notSelected(String name) {
        return new MappingException(
                Kind.USAGE,
                "this is not selected by the query",
                Map.of(
                        "asked",
                        name,
                        "selected",
                        fields.stream().map(SelectedField::name).toList()));
    }

    /** Returns how many values there are. */
    public int size() {
        return values.length;
    }

    /** Returns the values by their names, in order. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            map.put(fields.get(i).name(), values[i]);
        }
        return Collections.unmodifiableMap(map);
    }

    /** Returns a copy of the values. */
    @Nullable Object[] toArray() {
        return values.clone();
    }

    /** Tuples are equal when their values are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tuple tuple && Arrays.deepEquals(values, tuple.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    /** Returns names and values, those of redacted columns hidden. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", "(", ")");
        for (int i = 0; i < values.length; i++) {
            SelectedField field = fields.get(i);
            text.add(field.name() + "=" + (field.isRedacted() ? "**redacted**" : values[i]));
        }
        return text.toString();
    }
}
