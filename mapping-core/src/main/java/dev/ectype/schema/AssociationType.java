package dev.ectype.schema;

import dev.ectype.types.Cast;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Storage;

/** The type of an association's value, which is made by a repo, and neither cast as a whole nor stored. */
record AssociationType<V>(Class<? super V> valueClass) implements Type<V> {

    @Override
    public String name() {
        return "association";
    }

    @Override
    public Storage storage() {
        throw notStored();
    }

    @Override
    @SuppressWarnings("unchecked") // the class is the value's
    public Cast<V> cast(Object input) {
        return valueClass.isInstance(input) ? Cast.ok((V) input) : Cast.failed();
    }

    @Override
    public Object dump(V value) {
        throw notStored();
    }

    @Override
    public V load(Object stored) {
        throw notStored();
    }

    private static UnsupportedOperationException notStored() {
        return new UnsupportedOperationException("an association is not stored with its owner");
    }
}
