package dev.ectype.spi;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.types.stored.Layout;
import java.util.List;
import java.util.Optional;

/**
 * Where the records of one schema live: what an adapter knows of a schema. Immutable, and the same object for every call
 * that has the same schema, prefix and name, so that an adapter may keep what it derives from it.
 *
 * @param name the collection, table or base below which the records live
 * @param prefix the namespace: a database, a table prefix, a base DN; empty for the adapter's own
 * @param layout the stored slots
 * @param key the slots of the primary key, in order; empty for records without one
 * @param indexes the declared indexes, the primary key not among them
 * @param hints what the schema says to one store only, each an object of a class of that store's adapter
 */
public record Source(
        String name,
        Optional<String> prefix,
        Layout layout,
        List<Integer> key,
        List<Index> indexes,
        List<Object> hints) {

    /**
     * A declared index.
     *
     * @param name its name, by which a violation is reported
     * @param fields the indexed paths, in order
     * @param unique whether two records may not agree in all of them; records with a null in one never clash
     * @param conditions what must be true of a record for it to stand in the index; empty for an index of all records
     */
    public record Index(String name, List<FieldPath> fields, boolean unique, List<Predicate> conditions) {
        /** Copies the lists. */
        public Index {
            fields = List.copyOf(fields);
            conditions = List.copyOf(conditions);
        }

        /** Creates an index of all records. */
        public Index(String name, List<FieldPath> fields, boolean unique) {
            this(name, fields, unique, List.of());
        }

        /** Tells whether records may be missing in the index. */
        public boolean isPartial() {
            return !conditions.isEmpty();
        }

        /**
         * Tells whether every record that meets the conjuncts stands in the index, as far as that can be seen from the
         * conjuncts alone: each condition is one of them, or asks for a value where one of them compares it.
         */
        public boolean covers(List<Predicate> conjuncts) {
            return conditions.isEmpty()
                    || conditions.stream()
                            .allMatch(condition -> conjuncts.contains(condition)
                                    || conjuncts.stream().anyMatch(conjunct -> isPresence(condition, conjunct)));
        }

        private static boolean isPresence(Predicate condition, Predicate conjunct) {
            return condition instanceof Predicate.Not not
                    && not.term() instanceof Predicate.IsNull isNull
                    && ((conjunct instanceof Predicate.Compare compare
                                    && compare.left().equals(isNull.operand()))
                            || (conjunct instanceof Predicate.In in
                                    && in.operand().equals(isNull.operand())));
        }
    }

    /** Copies the collections. */
    public Source {
        key = List.copyOf(key);
        indexes = List.copyOf(indexes);
        hints = List.copyOf(hints);
    }

    /** Returns what the schema says to the store whose adapter owns the class. */
    public <T> Optional<T> hint(Class<T> kind) {
        return hints.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Returns the name with its prefix. */
    @Override
    public String toString() {
        return prefix.map(p -> p + "." + name).orElse(name);
    }
}
