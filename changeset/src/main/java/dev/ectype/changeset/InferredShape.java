package dev.ectype.changeset;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shape that a record's components say. */
final class InferredShape<R> extends Shape<R> {

    private InferredShape(Class<R> recordClass, Map<Class<?>, InferredShape<?>> known) {
        super(recordClass);
        known.put(recordClass, this);
        for (RecordComponent component : recordClass.getRecordComponents()) {
            declare(component, known);
        }
    }

    static <R> Shape<R> of(Class<R> recordClass) {
        return new InferredShape<>(recordClass, new HashMap<>());
    }

    private void declare(RecordComponent component, Map<Class<?>, InferredShape<?>> known) {
        Type type = component.getGenericType();
        Class<?> one = record(type);
        Class<?> many = element(type);
        if (one != null) {
            embedOne(component.getName(), one, known);
        } else if (many != null) {
            embedMany(component.getName(), many, known);
        } else {
            field(component.getName(), InferredTypes.of(type, component));
        }
    }

    private <E> void embedOne(String name, Class<E> related, Map<Class<?>, InferredShape<?>> known) {
        InferredShape<E> shape = inferred(related, known);
        embedsOne(name, shape, shape::castAll);
    }

    private <E> void embedMany(String name, Class<E> related, Map<Class<?>, InferredShape<?>> known) {
        InferredShape<E> shape = inferred(related, known);
        embedsMany(name, shape, shape::castAll);
    }

    @SuppressWarnings("unchecked") // a class is kept beside the shape of its records
    private static <E> InferredShape<E> inferred(Class<E> related, Map<Class<?>, InferredShape<?>> known) {
        InferredShape<E> shape = (InferredShape<E>) known.get(related);
        return shape == null ? new InferredShape<>(related, known) : shape;
    }

    private static @Nullable Class<?> record(Type type) {
        return type instanceof Class<?> plain && plain.isRecord() && !InferredTypes.isKnown(plain) ? plain : null;
    }

    private static @Nullable Class<?> element(Type type) {
        boolean list = type instanceof ParameterizedType generic && generic.getRawType() == List.class;
        return list ? record(((ParameterizedType) type).getActualTypeArguments()[0]) : null;
    }

    /** Casts every field and every embed. */
    private Changeset<R> castAll(Changeset<R> child, Map<String, ?> params) {
        Changeset<R> cast = child.cast(params, castable());
        for (Relation<R, ?, ?> relation : plan().relations()) {
            cast = castRelation(cast, relation);
        }
        return cast;
    }

    private static <R, E> Changeset<R> castRelation(Changeset<R> changeset, Relation<R, E, ?> relation) {
        return changeset.castRelation(relation, RelationOptions.usual());
    }
}
