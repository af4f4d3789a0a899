package dev.ectype.changeset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes maps: with the fields that have a value, or with all of them. */
record MapConstruction(String name, boolean complete) implements Construction<Map<String, Object>> {

    @Override
    public Class<? super Map<String, Object>> type() {
        return Map.class;
    }

    @Override
    public Binding<Map<String, Object>> bind(List<? extends Field<Map<String, Object>, ?>> fields) {
        return new MapBinding(fields.stream().map(Field::name).toArray(String[]::new), complete);
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record MapBinding(String[] names, boolean complete) implements Binding<Map<String, Object>> {

        @Override
        public @Nullable Object get(Map<String, Object> data, int ordinal) {
            return data.get(names[ordinal]);
        }

        @Override
        public boolean has(Map<String, Object> data, int ordinal) {
            return data.containsKey(names[ordinal]);
        }

        @Override
        public boolean isSparse() {
            return !complete;
        }

        @Override
        public Map<String, Object> build(@Nullable Map<String, Object> original, @Nullable Object[] values) {
            Map<String, Object> made = new LinkedHashMap<>();
            if (original != null) {
                made.putAll(original);
            }
            for (int i = 0; i < names.length; i++) {
                if (values[i] != ABSENT) {
                    made.put(names[i], values[i]);
                }
            }
            return Collections.unmodifiableMap(made);
        }
    }
}
