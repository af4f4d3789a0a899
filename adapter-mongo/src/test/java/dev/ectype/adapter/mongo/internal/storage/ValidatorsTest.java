package dev.ectype.adapter.mongo.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import dev.ectype.adapter.mongo.internal.codec.FinerTime;
import dev.ectype.adapter.mongo.internal.codec.Formats;
import dev.ectype.adapter.mongo.internal.codec.StoredTexts;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.sample.RandomThings;
import dev.ectype.adapter.mongo.sample.Things;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A validator takes whatever the adapter stores, and not what it does not. */
class ValidatorsTest {
    private static final Map<BsonType, String> NAMES = Map.ofEntries(
            Map.entry(BsonType.STRING, "string"),
            Map.entry(BsonType.INT32, "int"),
            Map.entry(BsonType.INT64, "long"),
            Map.entry(BsonType.DOUBLE, "double"),
            Map.entry(BsonType.DECIMAL128, "decimal"),
            Map.entry(BsonType.BOOLEAN, "bool"),
            Map.entry(BsonType.DATE_TIME, "date"),
            Map.entry(BsonType.BINARY, "binData"),
            Map.entry(BsonType.ARRAY, "array"),
            Map.entry(BsonType.DOCUMENT, "object"),
            Map.entry(BsonType.NULL, "null"));

    private static MongoSource source(FinerTime finer) {
        return MongoSource.of(
                Things.source("things"),
                new Formats(finer),
                StoredTexts.PLAIN,
                MongoClientSettings.getDefaultCodecRegistry());
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', true",
        "strict, error, true",
        "off, error, false",
        "moderate, error, false",
        "strict, warn, false"
    })
    void aValidatorThatDoesNotRejectIsNotTheDeclaredOne(String level, String action, boolean expected) {
        MongoSource source = source(FinerTime.REFUSE);
        BsonDocument options = new BsonDocument("validator", Validators.of(source));
        if (!level.isEmpty()) {
            options.append("validationLevel", new BsonString(level)).append("validationAction", new BsonString(action));
        }
        assertThat(Validators.isEnforced(source, new BsonDocument("options", options)))
                .isEqualTo(expected);
        assertThat(Validators.isEnforced(source, new BsonDocument())).isFalse();
    }

    private static boolean isValid(BsonDocument schema, BsonValue value) {
        if (schema.containsKey("bsonType")
                && !schema.getArray("bsonType").contains(new BsonString(NAMES.get(value.getBsonType())))) {
            return false;
        }
        if (value.isArray() && schema.containsKey("items")) {
            return value.asArray().stream().allMatch(element -> isValid(schema.getDocument("items"), element));
        }
        BsonDocument properties = schema.getDocument("properties", new BsonDocument());
        return !value.isDocument()
                || properties.keySet().stream()
                        .allMatch(name -> !value.asDocument().containsKey(name)
                                || isValid(
                                        properties.getDocument(name),
                                        value.asDocument().get(name)));
    }

    @ParameterizedTest
    @EnumSource(FinerTime.class)
    void whateverIsStoredIsValid(FinerTime finer) {
        MongoSource source = source(finer);
        BsonDocument schema = Validators.of(source).getDocument("$jsonSchema");
        long seed = System.nanoTime();
        RandomThings things = new RandomThings(seed);
        for (int id = 0; id < 200; id++) {
            BsonValue stored = source.format().toBson(things.row(id));
            assertThat(isValid(schema, stored)).as("%s, seed %d", stored, seed).isTrue();
        }
    }

    @Test
    void whatIsOfAnotherTypeIsNot() {
        BsonDocument schema = Validators.of(source(FinerTime.REFUSE)).getDocument("$jsonSchema");
        for (String wrong : new String[] {
            "{text: 1}", "{int32: 'a'}", "{instant: {$numberLong: '1'}}", "{texts: ['a', 1]}", "{place: {city: 5}}"
        }) {
            assertThat(isValid(schema, BsonDocument.parse(wrong))).as(wrong).isFalse();
        }
    }
}
