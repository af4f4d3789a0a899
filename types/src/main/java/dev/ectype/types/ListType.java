package dev.ectype.types;

import dev.ectype.types.stored.Storage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lists of values of one type, in order; elements may be null. */
final class ListType<V> implements Type<List<V>> {
    private final Type<V> element;
    private final Storage storage;

    ListType(Type<V> element) {
        this.element = element;
        this.storage = new Storage.ListOf(element.storage());
    }

    @Override
    public Optional<Type<?>> element() {
        return Optional.of(element);
    }

    @Override
    public String name() {
        return "list of " + element.name();
    }

    @Override
    public Class<? super List<V>> valueClass() {
        return List.class;
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public Cast<List<V>> cast(Object input) {
        return Nested.castList(element, input);
    }

    @Override
    public Object dump(List<V> value) {
        return Nested.list(value, element::dump);
    }

    @Override
    public List<V> load(Object stored) {
        return load(stored, element::load);
    }

    @Override
    public Object dumpEmbedded(List<V> value) {
        return Nested.list(value, element::dumpEmbedded);
    }

    @Override
    public List<V> loadEmbedded(Object stored) {
        return load(stored, element::loadEmbedded);
    }

    @Override
    public boolean equal(List<V> left, List<V> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!Nested.equal(element, left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return name();
    }

    private List<V> load(Object stored, Function<Object, V> each) {
        if (stored instanceof Collection<?> collection) {
            return Nested.list(collection, each);
        }
        throw LoadException.expected("a list", stored);
    }
}
