package dev.ectype.types;

/** Says why a value does not fit, where the type itself would only say that it is invalid. */
final class WordedType<V> extends DecoratedType<V> {
    private final String message;

    WordedType(Type<V> base, String message) {
        super(base);
        this.message = message;
    }

    @Override
    public Cast<V> cast(Object input) {
        Cast<V> cast = base.cast(input);
        if (cast instanceof Cast.Failed<V> failed && failed.message() == null) {
            return new Cast.Failed<>(message, failed.arguments(), failed.path());
        }
        return cast;
    }
}
