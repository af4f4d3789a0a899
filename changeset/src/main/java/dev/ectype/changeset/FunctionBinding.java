package dev.ectype.changeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A binding over user functions. */
record FunctionBinding<R>(
        Function<Construction.Values, R> maker,
        List<? extends Field<R, ?>> fields,
        List<Function<? super R, ?>> readers)
        implements Binding<R> {

    static <R> Binding<R> of(
            String name,
            Function<Construction.Values, R> maker,
            Map<String, Function<? super R, ?>> readers,
            List<? extends Field<R, ?>> fields) {
        List<Function<? super R, ?>> ordered = new ArrayList<>();
        for (Field<R, ?> field : fields) {
            Function<? super R, ?> reader = readers.get(field.name());
            if (reader == null && !field.settings().isVirtual()) {
                throw new IllegalStateException("nothing reads '" + field.name() + "' of " + name + ": add .reading(\""
                        + field.name() + "\", ...) to its construction, or make the field virtual()");
            }
            ordered.add(reader == null ? record -> null : reader);
        }
        return new FunctionBinding<>(maker, fields, ordered);
    }

    @Override
    public @Nullable Object get(R data, int ordinal) {
        return readers.get(ordinal).apply(data);
    }

    @Override
    public R build(@Nullable R original, @Nullable Object[] values) {
        return maker.apply(new ByName(fields, values));
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one call of the maker
    private record ByName(
            List<? extends Field<?, ?>> fields, @Nullable Object[] values) implements Construction.Values {

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller names the type
        public <V> @Nullable V get(String name) {
            for (Field<?, ?> field : fields) {
                if (field.name().equals(name)) {
                    return (V) values[field.ordinal()];
                }
            }
            throw new IllegalArgumentException(Suggestion.unknown(
                    "field", name, fields.stream().map(Field::name).toList()));
        }

        @Override
        @SuppressWarnings("unchecked") // a changeset holds values of the field's type
        public <V> @Nullable V get(Field<?, V> field) {
            return (V) values[field.ordinal()];
        }
    }
}
