package dev.ectype.adapter.mongo.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import dev.ectype.adapter.mongo.MongoIndex;
import dev.ectype.adapter.mongo.internal.codec.FinerTime;
import dev.ectype.adapter.mongo.internal.codec.Formats;
import dev.ectype.adapter.mongo.internal.codec.StoredTexts;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Storage.Scalar;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexSpecsTest {
    private static final Predicate POSITIVE =
            new Predicate.Compare(Things.path("int32"), Comparison.GT, Things.value(0, Scalar.INT32));

    private static BsonDocument spec(boolean unique, Predicate... conditions) {
        Source plain = Things.source("things");
        Source.Index index = new Source.Index("by_text", List.of(Things.path("text")), unique, List.of(conditions));
        Source source =
                new Source(plain.name(), plain.prefix(), plain.layout(), plain.key(), List.of(index), plain.hints());
        return IndexSpecs.of(MongoSource.of(
                        source,
                        new Formats(FinerTime.REFUSE),
                        StoredTexts.PLAIN,
                        MongoClientSettings.getDefaultCodecRegistry()))
                .get(0);
    }

    @Test
    void aConditionMakesAnIndexPartial() {
        assertThat(spec(false, POSITIVE)).isEqualTo(BsonDocument.parse("""
            {"key": {"text": 1}, "name": "by_text",
             "partialFilterExpression": {"$and": [{"int32": {"$gt": 0}}]}}\
            """));
    }

    @Test
    void aUniquePartialIndexLeavesOutAbsentValuesByTheSameExpression() {
        Predicate present = new Predicate.Not(new Predicate.IsNull(Things.path("int32")));
        assertThat(spec(true, present)).isEqualTo(BsonDocument.parse("""
            {"key": {"text": 1}, "name": "by_text", "unique": true,
             "partialFilterExpression": {"$and": [{"text": {"$exists": true}}, {"int32": {"$exists": true}}]}}\
            """));
    }

    @ParameterizedTest
    @CsvSource({"english, '', true", "none, '', false", "none, none, true", "english, greek, false"})
    void anIndexOfWordsIsOfALanguage(String there, String declared, boolean same) {
        BsonDocument found = MongoIndex.text("text").withLanguage(there).toSpecification();
        MongoIndex.Text wanted = MongoIndex.text("text");
        BsonDocument asked = (declared.isEmpty() ? wanted : wanted.withLanguage(declared)).toSpecification();
        assertThat(IndexSpecs.isSame(asked, found)).isEqualTo(same);
    }

    @Test
    void aConditionOnWhatHasNoStoredFormIsRefused() {
        Value finer = Things.value(Instant.ofEpochSecond(1, 1), Scalar.INSTANT);
        assertThatThrownBy(() -> spec(false, new Predicate.Compare(Things.path("instant"), Comparison.GT, finer)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("millisecond")
                .hasMessageContaining("field: instant");
    }

    @Test
    void whatTheServerTakesInNoPartialIndexIsRefused() {
        Predicate unequal = new Predicate.Compare(Things.path("int32"), Comparison.NE, Things.value(0, Scalar.INT32));
        assertThatThrownBy(() -> spec(false, unequal))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("by_text")
                .hasMessageContaining("int32 <> ?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{key: {text: -1}}",
                "{key: {text: 'hashed'}}",
                "{key: {text: 1, int32: 1}}",
                "{key: {text: 1}, unique: true}",
                "{key: {text: 1}, sparse: true}",
                "{key: {text: 1}, hidden: true}",
                "{key: {text: 1}, expireAfterSeconds: 5}",
                "{key: {text: 1}, partialFilterExpression: {int32: {$gt: 0}}}",
                "{key: {text: 1}, collation: {locale: 'el'}}"
            })
    void anIndexThatDoesSomethingElseIsNotTheDeclaredOne(String there) {
        BsonDocument found = BsonDocument.parse(there).append("name", new BsonString("by_text"));
        assertThat(IndexSpecs.isSame(spec(false), found)).isFalse();
    }

    @Test
    void anIndexIsTheDeclaredOneWhateverItsNumbersAre() {
        BsonDocument found = BsonDocument.parse("{v: 2, key: {text: {$numberDouble: '1.0'}}, name: 'by_text'}");
        assertThat(IndexSpecs.isSame(spec(false), found)).isTrue();
        BsonDocument unique = BsonDocument.parse(
                "{v: 2, unique: true, key: {text: 1}, name: 'by_text', sparse: true, ns: 'shop.things'}");
        assertThat(IndexSpecs.isSame(spec(true), unique)).isTrue();
    }
}
