package dev.ectype.changeset;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes records by their canonical constructor. */
record RecordConstruction<R>(Class<R> type, MethodHandles.Lookup lookup) implements Construction<R> {

    RecordConstruction {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName()
                    + " is not a record: give the shape a Construction.by(...) that says how it is made and read");
        }
    }

    @Override
    public String name() {
        return type.getSimpleName();
    }

    @Override
    public Binding<R> bind(List<? extends Field<R, ?>> fields) {
        RecordComponent[] components = type.getRecordComponents();
        Map<String, Field<R, ?>> byName = new HashMap<>();
        for (Field<R, ?> field : fields) {
            byName.put(field.name(), field);
        }
        List<String> problems = new ArrayList<>();
        int[] ordinals = new int[components.length];
        for (int i = 0; i < components.length; i++) {
            Field<R, ?> field = byName.remove(components[i].getName());
            ordinals[i] = field == null ? -1 : field.ordinal();
            check(components[i], field, problems);
        }
        for (Field<R, ?> field : byName.values()) {
            if (!field.settings().isVirtual()) {
                problems.add(
                        "field '" + field.name() + "' has no record component: add one, or make the field virtual()");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException(name() + " and its shape do not fit: " + String.join("; ", problems));
        }
        return new RecordBinding<>(this, components, ordinals, fields.size());
    }

    private void check(RecordComponent component, @Nullable Field<R, ?> field, List<String> problems) {
        if (field == null) {
            problems.add("record component '" + component.getName() + "' has no field: declare field(\""
                    + component.getName() + "\", ...)");
            return;
        }
        Class<?> given = component.getType();
        Class<?> wanted =
                given.isPrimitive() ? MethodType.methodType(given).wrap().returnType() : given;
        if (!wanted.isAssignableFrom(field.type().valueClass())
                && !field.type().valueClass().isAssignableFrom(wanted)) {
            problems.add("record component '" + component.getName() + "' is a " + wanted.getSimpleName()
                    + " but field type '" + field.type().name() + "' makes a "
                    + field.type().valueClass().getSimpleName());
        }
    }

    /** Returns the constructor as a handle from an array of its arguments. */
    MethodHandle constructor(RecordComponent[] components) {
        return bare(components)
                .asSpreader(Object[].class, components.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    /** Returns the constructor as a handle from its arguments, as objects. */
    MethodHandle bare(RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            MethodHandle handle = access().findConstructor(type, MethodType.methodType(void.class, types));
            return handle.asType(handle.type().generic());
        } catch (ReflectiveOperationException e) {
            throw closed(e);
        }
    }

    MethodHandle reader(RecordComponent component) {
        try {
            return access().findVirtual(type, component.getName(), MethodType.methodType(component.getType()))
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw closed(e);
        }
    }

    private MethodHandles.Lookup access() throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, lookup);
    }

    private IllegalStateException closed(ReflectiveOperationException cause) {
        return new IllegalStateException(
                "cannot see into " + type.getName()
                        + ": make the record public and exported, open its package to dev.ectype.changeset,"
                        + " or give the shape Construction.ofRecord(" + name() + ".class, MethodHandles.lookup())",
                cause);
    }
}
