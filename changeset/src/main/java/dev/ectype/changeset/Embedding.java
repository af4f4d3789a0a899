package dev.ectype.changeset;

import dev.ectype.types.Cast;
import dev.ectype.types.LoadException;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The types of embedded records: cast only from records that are made already, since params go by changesets. */
final class Embedding {

    private Embedding() {}

    static <E> Type<E> one(Supplier<? extends Shape<E>> shape) {
        return new One<>(shape);
    }

    static <E> Type<List<E>> many(Supplier<? extends Shape<E>> shape) {
        return new Many<>(one(shape));
    }

    private record One<E>(Supplier<? extends Shape<E>> shape) implements Type<E> {

        @Override
        public String name() {
            return "map";
        }

        @Override
        public Class<? super E> valueClass() {
            return shape.get().recordClass();
        }

        @Override
        public Storage storage() {
            return shape.get().storage();
        }

        @Override
        @SuppressWarnings("unchecked") // the class is the record's
        public Cast<E> cast(Object input) {
            return valueClass().isInstance(input) ? Cast.ok((E) input) : Cast.failed();
        }

        @Override
        public Row dump(E value) {
            return shape.get().dumpEmbedded(value);
        }

        @Override
        public E load(Object stored) {
            if (stored instanceof Row row) {
                return shape.get().loadEmbedded(row);
            }
            throw LoadException.expected("an embedded record", stored);
        }
    }

    private record Many<E>(Type<E> one) implements Type<List<E>> {

        @Override
        public String name() {
            return "list of map";
        }

        @Override
        public Class<? super List<E>> valueClass() {
            return List.class;
        }

        @Override
        public Storage storage() {
            return new Storage.ListOf(one.storage());
        }

        @Override
        public Cast<List<E>> cast(Object input) {
            if (!(input instanceof List<?> list)) {
                return Cast.failed();
            }
            List<E> cast = new ArrayList<>(list.size());
            for (Object item : list) {
                if (item == null || !(one.cast(item) instanceof Cast.Ok<E> ok)) {
                    return Cast.failed();
                }
                cast.add(ok.value());
            }
            return Cast.ok(cast);
        }

        @Override
        public List<Object> dump(List<E> value) {
            List<Object> rows = new ArrayList<>(value.size());
            for (E item : value) {
                rows.add(one.dump(item));
            }
            return rows;
        }

        @Override
        public List<E> load(Object stored) {
            if (!(stored instanceof List<?> list)) {
                throw LoadException.expected("a list of embedded records", stored);
            }
            List<E> records = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                try {
                    records.add(one.load(list.get(i)));
                } catch (LoadException e) {
                    throw e.under(i);
                }
            }
            return records;
        }
    }
}
