package dev.ectype.types;

import dev.ectype.types.stored.Storage;
import org.jspecify.annotations.Nullable;

/** True and false, and the texts {@code true}, {@code false}, {@code 1} and {@code 0}. */
final class BooleanType extends ScalarType<Boolean> {
    static final Type<Boolean> PLAIN = new BooleanType();

    private BooleanType() {
        super("boolean", Boolean.class, Storage.Scalar.BOOLEAN);
    }

    @Override
    public Cast<Boolean> cast(Object input) {
        if (input instanceof Boolean flag) {
            return Cast.ok(flag);
        }
        return input instanceof String text ? okOrFailed(parse(text)) : Cast.failed();
    }

    @Override
    public Boolean load(Object stored) {
        return loaded(stored instanceof Boolean flag ? flag : null, "a boolean", stored);
    }

    private static @Nullable Boolean parse(String text) {
        if (text.equals("true") || text.equals("1")) {
            return true;
        }
        return (text.equals("false") || text.equals("0")) ? false : null;
    }
}
