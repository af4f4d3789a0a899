package dev.ectype.changeset;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A binding over method handles. They are made when first needed and not with the shape, since a request that turns out
 * invalid never needs them, and the first ones cost a cold process tens of milliseconds.
 */
final class RecordBinding<R> implements Binding<R> {
    private final RecordConstruction<R> construction;
    private final RecordComponent[] components;
    private final int[] ordinals;
    private final @Nullable MethodHandle[] readers;
    private final int[] componentOf;
    private final boolean[] primitive;
    private final boolean straight;
    private final boolean anyPrimitive;
    private @Nullable MethodHandle constructor;

    RecordBinding(RecordConstruction<R> construction, RecordComponent[] components, int[] ordinals, int size) {
        this.construction = construction;
        this.components = components;
        this.ordinals = ordinals;
        this.readers = new MethodHandle[size];
        this.componentOf = new int[size];
        this.primitive = new boolean[ordinals.length];
        Arrays.fill(componentOf, -1);
        boolean same = size == ordinals.length;
        boolean some = false;
        for (int i = 0; i < ordinals.length; i++) {
            componentOf[ordinals[i]] = i;
            primitive[i] = components[i].getType().isPrimitive();
            same = same && ordinals[i] == i;
            some = some || primitive[i];
        }
        this.straight = same;
        this.anyPrimitive = some;
    }

    @Override
    public @Nullable Object get(R data, int ordinal) {
        int component = componentOf[ordinal];
        if (component < 0) {
            return null;
        }
        try {
            return (Object) reader(ordinal, component).invokeExact((Object) data);
        } catch (Throwable e) {
            throw Handles.rethrown(e);
        }
    }

    /** Returns a function from a record to the value of a field. */
    MethodHandle reader(int ordinal) {
        int component = componentOf[ordinal];
        return component < 0 ? Handles.constant(null) : reader(ordinal, component);
    }

    private MethodHandle reader(int ordinal, int component) {
        MethodHandle reader = readers[ordinal];
        if (reader == null) {
            reader = construction.reader(components[component]);
            readers[ordinal] = reader;
        }
        return reader;
    }

    @Override
    public R build(@Nullable R original, @Nullable Object[] values) {
        if (anyPrimitive) {
            checkPrimitives(values);
        }
        return construct(straight ? values : arguments(values));
    }

    /** Tells whether the constructor takes whatever the fields hold: a primitive component takes no null. */
    boolean takesNulls() {
        return !anyPrimitive;
    }

    /** Returns a function that makes a record of an object, by functions from the object to the value of each field. */
    @SuppressWarnings("unchecked") // the constructor of R makes an R
    <T> Function<T, R> maker(MethodHandle[] fields) {
        MethodHandle[] each =
                Arrays.stream(ordinals).mapToObj(ordinal -> fields[ordinal]).toArray(MethodHandle[]::new);
        MethodHandle all = Handles.spread(construction.bare(components), each);
        return from -> (R) Handles.call(all, from);
    }

    private void checkPrimitives(@Nullable Object[] values) {
        for (int i = 0; i < ordinals.length; i++) {
            if (primitive[i] && values[ordinals[i]] == null) {
                throw new MissingPrimitiveException(ordinals[i], components[i].getName(), construction.name());
            }
        }
    }

    private @Nullable Object[] arguments(@Nullable Object[] values) {
        @Nullable Object[] arguments = new Object[ordinals.length];
        for (int i = 0; i < ordinals.length; i++) {
            arguments[i] = values[ordinals[i]];
        }
        return arguments;
    }

    @SuppressWarnings("unchecked") // the constructor of R makes an R
    private R construct(@Nullable Object[] arguments) {
        MethodHandle handle = constructor;
        if (handle == null) {
            handle = construction.constructor(components);
            constructor = handle;
        }
        try {
            return (R) (Object) handle.invokeExact(arguments);
        } catch (Throwable e) {
            throw Handles.rethrown(e);
        }
    }
}
