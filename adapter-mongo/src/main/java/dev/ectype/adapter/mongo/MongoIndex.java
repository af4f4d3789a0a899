package dev.ectype.adapter.mongo;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/**
 * An index that only MongoDB has, as a hint of a schema: {@code hint(MongoIndex.expiring("seen_at", Duration.ofDays(30)))}.
 * {@link MongoStorage} creates it with the others. Fields are named as they are stored; inside embeds with dots. Immutable.
 */
public sealed interface MongoIndex {

    /** Returns the name of the index in the store. */
    String name();

    /** Returns the index as the server's {@code createIndexes} command takes it. */
    BsonDocument toSpecification();

    /**
     * The server deletes a document some time after the moment in one of its fields; documents without it stay.
     *
     * @param name the name of the index in the store
     * @param field a date, a date and time, or an instant; not one that is kept finer than the millisecond
     * @param after how long after, to the second; zero for at that moment. The server looks once a minute or so
     */
    record Expiry(String name, String field, Duration after) implements MongoIndex {
        /** Checks the duration. */
        public Expiry {
            if (after.isNegative()
                    || !after.equals(Duration.ofSeconds(after.toSeconds()))
                    || after.toSeconds() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "a document expires 0 to 2147483647 whole seconds after its moment, not " + after);
            }
        }

        @Override
        public BsonDocument toSpecification() {
            return new BsonDocument("key", new BsonDocument(field, new BsonInt32(1)))
                    .append("name", new BsonString(name))
                    .append("expireAfterSeconds", new BsonInt32((int) after.toSeconds()));
        }
    }

    /**
     * The words of text fields, for {@code $text} in a native condition. A collection can have only one.
     *
     * @param name the name of the index in the store
     * @param weights the fields, in order, with how much a word in each counts: 1 to 99,999
     * @param language whose stems and stop words are used, such as {@code english}; {@code none} for neither; empty for the
     *     server's default
     */
    record Text(String name, Map<String, Integer> weights, Optional<String> language) implements MongoIndex {
        private static final int MOST_WEIGHT = 99_999;

        /** Copies and checks the weights. */
        public Text {
            weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
            if (weights.isEmpty() || weights.values().stream().anyMatch(weight -> weight < 1 || weight > MOST_WEIGHT)) {
                throw new IllegalArgumentException(
                        "an index of words needs fields, each of a weight from 1 to 99999: " + weights);
            }
        }

        @Override
        public BsonDocument toSpecification() {
            BsonDocument key = new BsonDocument();
            BsonDocument counted = new BsonDocument();
            weights.forEach((field, weight) -> {
                key.put(field, new BsonString("text"));
                counted.put(field, new BsonInt32(weight));
            });
            BsonDocument specification = new BsonDocument("key", key)
                    .append("name", new BsonString(name))
                    .append("weights", counted);
            language.ifPresent(known -> specification.put("default_language", new BsonString(known)));
            return specification;
        }

        /** Returns the same with another weight for a field, which is added if it is not there. */
        public Text withWeight(String field, int weight) {
            Map<String, Integer> changed = new LinkedHashMap<>(weights);
            changed.put(field, weight);
            return new Text(name, changed, language);
        }

        /** Returns the same for words of another language. */
        public Text withLanguage(String newLanguage) {
            return new Text(name, weights, Optional.of(newLanguage));
        }
    }

    /** Returns the declaration that documents expire some time after the moment in a field. */
    static Expiry expiring(String field, Duration after) {
        return new Expiry(field.replace('.', '_') + "_expiry", field, after);
    }

    /** Returns the declaration of an index of the words of fields, all of the same weight. */
    static Text text(String first, String... more) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        weights.put(first, 1);
        List.of(more).forEach(field -> weights.put(field, 1));
        return new Text(String.join("_", weights.keySet()).replace('.', '_') + "_text", weights, Optional.empty());
    }
}
