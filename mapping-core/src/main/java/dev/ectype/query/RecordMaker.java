package dev.ectype.query;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.jooq.SelectedField;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes records of tuples by their canonical constructor, bound once: the first value for the first component. */
final class RecordMaker<T> implements Function<Tuple, T> {
    private final Class<T> type;
    private final MethodHandle constructor;

    private RecordMaker(Class<T> type, MethodHandle constructor) {
        this.type = type;
        this.constructor = constructor;
    }

    /** Checks that what is selected fits the components, and finds the constructor. */
    static <T> RecordMaker<T> of(Class<T> type, List<SelectedField> fields) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null || components.length != fields.size()) {
            throw misfit(type, "a record with " + fields.size() + " components, one for each selected value");
        }
        for (int i = 0; i < components.length; i++) {
            Class<?> wanted = wrapped(components[i].getType());
            if (!wanted.isAssignableFrom(wrapped(fields.get(i).valueClass()))) {
                throw misfit(
                        type,
                        "component '" + components[i].getName() + "' as a "
                                + fields.get(i).valueClass().getSimpleName() + ", which "
                                + fields.get(i).name() + " is");
            }
        }
        return new RecordMaker<>(type, constructor(type, components));
    }

    private static Class<?> wrapped(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    private static MappingException misfit(Class<?> type, String needed) {
        return new MappingException(
                Kind.USAGE,
                "this class cannot hold what is selected",
                Map.of("class", type.getName(), "needed", needed));
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            MethodHandle handle = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findConstructor(type, MethodType.methodType(void.class, types));
            return handle.asType(handle.type().generic())
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException closed) {
            throw new MappingException(
                    Kind.USAGE,
                    "cannot see into this record: open its package to dev.ectype.core, or say map(tuple -> ...)",
                    Map.of("class", type.getName()),
                    false,
                    closed);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the constructor of T makes a T
    public T apply(Tuple tuple) {
        @Nullable Object[] values = tuple.toArray();
        try {
            return (T) (Object) constructor.invokeExact(values);
        } catch (NullPointerException missing) {
            throw new MappingException(
                    Kind.DATA,
                    "a primitive component has no value for this row: make it a class such as Integer, or leave such"
                            + " rows out",
                    Map.of("class", type.getName()),
                    false,
                    missing);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable checked) {
            throw new MappingException(
                    Kind.DATA,
                    "the constructor of this record failed",
                    Map.of("class", type.getName()),
                    false,
                    checked);
        }
    }
}
