package dev.ectype.types;

import java.util.function.Predicate;

/** Those values of another type that a rule allows. Stored values are not asked: rules change, data stays. */
final class RestrictedType<V> extends DecoratedType<V> {
    private final String name;
    private final Predicate<? super V> rule;

    RestrictedType(String name, Type<V> base, Predicate<? super V> rule) {
        super(base);
        this.name = name;
        this.rule = rule;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Cast<V> cast(Object input) {
        Cast<V> cast = base.cast(input);
        boolean refused = cast instanceof Cast.Ok<V> ok && ok.value() != null && !allows(ok.value());
        return refused ? Cast.failed() : cast;
    }

    private boolean allows(V value) {
        try {
            return rule.test(value);
        } catch (RuntimeException refused) {
            return false;
        }
    }
}
