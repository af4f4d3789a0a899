package dev.ectype.types;

import dev.ectype.types.internal.value.Equality;
import dev.ectype.types.internal.value.Untyped;
import dev.ectype.types.stored.Storage;

/** Values of any class; lists and maps of them are copied, so that nobody changes them afterwards. */
final class AnyType extends ScalarType<Object> {
    static final Type<Object> PLAIN = new AnyType();

    private AnyType() {
        super("any", Object.class, Storage.Scalar.ANY);
    }

    @Override
    public Cast<Object> cast(Object input) {
        return okOrFailed(Untyped.copy(input));
    }

    @Override
    public Object dump(Object value) {
        return stored(value);
    }

    @Override
    public Object load(Object stored) {
        return loaded(Untyped.stored(stored), "a storable value", stored);
    }

    @Override
    public boolean equal(Object left, Object right) {
        return Equality.equal(left, right);
    }

    static Object stored(Object value) {
        Object stored = Untyped.stored(value);
        if (stored == null) {
            throw new IllegalArgumentException("a " + value.getClass().getSimpleName()
                    + " cannot be stored as it is: give the field a type, or make it virtual");
        }
        return stored;
    }
}
