package dev.ectype.types;

import dev.ectype.types.internal.value.Equality;
import dev.ectype.types.stored.Storage;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Sets of values of one type, in the order of their first occurrence; values stored alike stand once, null never. */
final class SetType<V> implements Type<Set<V>> {
    private final Type<V> element;
    private final Storage storage;

    SetType(Type<V> element) {
        this.element = element;
        this.storage = new Storage.SetOf(element.storage());
    }

    @Override
    public Optional<Type<?>> element() {
        return Optional.of(element);
    }

    @Override
    public String name() {
        return "set of " + element.name();
    }

    @Override
    public Class<? super Set<V>> valueClass() {
        return Set.class;
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public Cast<Set<V>> cast(Object input) {
        Cast<List<V>> cast = Nested.castList(element, input);
        if (cast instanceof Cast.Failed<List<V>> failed) {
            return failed.retyped();
        }
        List<V> values = ((Cast.Ok<List<V>>) cast).value();
        return (values == null || values.contains(null)) ? Cast.failed() : Cast.ok(distinct(values));
    }

    @Override
    public Object dump(Set<V> value) {
        return new LinkedHashSet<>(Nested.list(value, element::dump));
    }

    @Override
    public Set<V> load(Object stored) {
        return load(stored, element::load);
    }

    @Override
    public Object dumpEmbedded(Set<V> value) {
        return new LinkedHashSet<>(Nested.list(value, element::dumpEmbedded));
    }

    @Override
    public Set<V> loadEmbedded(Object stored) {
        return load(stored, element::loadEmbedded);
    }

    @Override
    public boolean equal(Set<V> left, Set<V> right) {
        return left.equals(right) || byKey(left).keySet().equals(byKey(right).keySet());
    }

    @Override
    public String toString() {
        return name();
    }

    private Set<V> load(Object stored, Function<Object, V> each) {
        if (!(stored instanceof Collection<?> collection)) {
            throw LoadException.expected("a set", stored);
        }
        List<V> values = Nested.list(collection, each);
        if (values.contains(null)) {
            throw new LoadException("expected a set without null but was one with null");
        }
        return distinct(values);
    }

    private Set<V> distinct(Collection<V> values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(byKey(values).values()));
    }

    // Sets of bytes or decimals need the value of an element, which equals() does not compare.
    private Map<Object, V> byKey(Collection<V> values) {
        Map<Object, V> byKey = new LinkedHashMap<>();
        for (V value : values) {
            byKey.putIfAbsent(Equality.key(element.dump(value)), value);
        }
        return byKey;
    }
}
