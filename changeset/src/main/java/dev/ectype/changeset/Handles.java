package dev.ectype.changeset;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Method handles put together, and called. Put together they are compiled as one piece of code, with constants in it. */
final class Handles {
    private static final MethodType FUNCTION = MethodType.methodType(Object.class, Object.class);

    private Handles() {}

    static MethodHandle ofStatic(MethodHandles.Lookup lookup, String name, Class<?> result, Class<?>... parameters) {
        try {
            return lookup.findStatic(lookup.lookupClass(), name, MethodType.methodType(result, parameters));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a function that is always the same. */
    static MethodHandle constant(@Nullable Object value) {
        return MethodHandles.dropArguments(MethodHandles.constant(Object.class, value), 0, Object.class);
    }

    /** Returns a function that gives one object to several functions, and their results to another. */
    static MethodHandle spread(MethodHandle target, MethodHandle[] each) {
        return MethodHandles.permuteArguments(
                MethodHandles.filterArguments(target, 0, each), FUNCTION, new int[each.length]);
    }

    /** Returns a handle that does one thing after another, at least one, all with the same arguments. */
    static MethodHandle sequence(List<MethodHandle> steps) {
        MethodHandle all = steps.get(steps.size() - 1);
        for (int i = steps.size() - 2; i >= 0; i--) {
            all = MethodHandles.foldArguments(all, steps.get(i));
        }
        return all;
    }

    static Object call(MethodHandle function, Object argument) {
        try {
            return (Object) function.invokeExact(argument);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    static void call(MethodHandle consumer, Object first, Object second) {
        try {
            consumer.invokeExact(first, second);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    static RuntimeException rethrown(Throwable error) {
        if (error instanceof Error serious) {
            throw serious;
        }
        return error instanceof RuntimeException plain ? plain : new IllegalStateException(error);
    }
}
