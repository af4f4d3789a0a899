package dev.ectype.adapter.mongo.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.ServerAddress;
import dev.ectype.adapter.mongo.internal.codec.FinerTime;
import dev.ectype.adapter.mongo.internal.codec.Formats;
import dev.ectype.adapter.mongo.internal.codec.StoredTexts;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.internal.write.Failures;
import dev.ectype.adapter.mongo.internal.write.ServerErrors;
import dev.ectype.error.StoreException;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Source;
import dev.ectype.spi.Violation;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

/** What is made of the errors that a real server answered with. */
class RecordedErrorsTest {
    private static final Layout LAYOUT = new Layout(
            List.of(new Layout.Slot("id", "key", Scalar.INT32), new Layout.Slot("name", "name", Scalar.TEXT)));
    private static final FieldPath NAME =
            new FieldPath(List.of(new FieldPath.Slot("name", "name", 1)), Scalar.TEXT, false);
    private static final MongoSource SOURCE = MongoSource.of(
            new Source(
                    "c",
                    Optional.empty(),
                    LAYOUT,
                    List.of(0),
                    List.of(new Source.Index("name_key", List.of(NAME), true)),
                    List.of()),
            new Formats(FinerTime.REFUSE),
            StoredTexts.PLAIN,
            MongoClientSettings.getDefaultCodecRegistry());

    private static List<BsonDocument> errors() {
        List<BsonDocument> errors = new ArrayList<>();
        for (BsonDocument entry : Recorded.entries("replies.json")) {
            for (BsonValue step : entry.getArray("steps")) {
                BsonDocument reply = step.asDocument().getDocument("reply");
                reply.getArray("writeErrors", new BsonArray()).forEach(error -> errors.add(error.asDocument()));
                if (reply.containsKey("errmsg")) {
                    errors.add(reply);
                }
            }
        }
        return errors;
    }

    @Test
    void everyDuplicateKeyIsReadFromItsPatternAndNotFromItsText() {
        List<BsonDocument> duplicates = errors().stream()
                .filter(error -> error.getNumber("code").intValue() == 11000)
                .toList();
        assertThat(duplicates).hasSizeGreaterThan(20).allMatch(ServerErrors::isStructured);
        for (BsonDocument error : duplicates) {
            BsonDocument withoutText = error.clone().append("errmsg", new BsonString(""));
            Violation violation = ServerErrors.violations(SOURCE, withoutText).get(0);
            assertThat(violation.kind()).isEqualTo(Violation.Kind.UNIQUE);
            assertThat(violation).isEqualTo(expected(error));
        }
    }

    private static Violation expected(BsonDocument error) {
        String key = String.join(",", error.getDocument("keyPattern").keySet());
        return switch (key) {
            case "_id" -> new Violation(Violation.Kind.UNIQUE, Violation.PRIMARY_KEY, List.of("key"));
            case "name" -> new Violation(Violation.Kind.UNIQUE, "name_key", List.of("name"));
            default -> new Violation(Violation.Kind.UNIQUE, key.replace(",", "_1_") + "_1", List.of(key.split(",")));
        };
    }

    private static MongoSource sourceOf(Source.Index... indexes) {
        return MongoSource.of(
                new Source("c", Optional.empty(), LAYOUT, List.of(0), List.of(indexes), List.of()),
                new Formats(FinerTime.REFUSE),
                StoredTexts.PLAIN,
                MongoClientSettings.getDefaultCodecRegistry());
    }

    private static BsonDocument taken(String index) {
        return BsonDocument.parse("{code: 11000, keyPattern: {name: 1}}")
                .append(
                        "errmsg",
                        new BsonString("E11000 duplicate key error collection: shop.c index: " + index
                                + " dup key: { name: \"a\" }"));
    }

    @Test
    void ofSeveralIndexesOfTheSameFieldsTheUniqueOneIsMeant() {
        MongoSource source = sourceOf(
                new Source.Index("by_name", List.of(NAME), false), new Source.Index("name_key", List.of(NAME), true));
        assertThat(ServerErrors.violations(source, taken("")))
                .extracting(Violation::constraint)
                .containsExactly("name_key");
    }

    @Test
    void ofSeveralUniqueIndexesOfTheSameFieldsTheNamedOneIsMeant() {
        Predicate absent = new Predicate.IsNull(NAME);
        MongoSource source = sourceOf(
                new Source.Index("names of old", List.of(NAME), true, List.of(absent)),
                new Source.Index("names of now", List.of(NAME), true, List.of(new Predicate.Not(absent))));
        for (BsonDocument error : List.of(taken("names of now"), withoutPattern("names of now"))) {
            assertThat(ServerErrors.violations(source, error))
                    .extracting(Violation::constraint)
                    .containsExactly("names of now");
        }
    }

    private static BsonDocument withoutPattern(String index) {
        BsonDocument error = taken(index);
        error.remove("keyPattern");
        return error;
    }

    @Test
    void aRejectedDocumentBreaksARuleOfItsValues() {
        List<BsonDocument> rejected = errors().stream()
                .filter(error -> error.getNumber("code").intValue() == 121)
                .toList();
        assertThat(rejected).isNotEmpty();
        assertThat(rejected)
                .allSatisfy(error -> assertThat(ServerErrors.violations(SOURCE, error))
                        .extracting(Violation::kind)
                        .containsExactly(Violation.Kind.CHECK));
    }

    @Test
    void otherErrorsAreNoViolations() {
        assertThat(errors())
                .filteredOn(error ->
                        !ServerErrors.isViolation(error.getNumber("code").intValue()))
                .isNotEmpty()
                .allSatisfy(error ->
                        assertThat(ServerErrors.violations(SOURCE, error)).isEmpty());
    }

    @Test
    void errorsOfTransactionsSayThatNothingIsDoneAndWhetherToTryAgain() {
        int seen = 0;
        for (BsonDocument entry : Recorded.entries("transactions.json")) {
            for (BsonValue step : entry.getArray("steps")) {
                BsonDocument error = step.asDocument().getDocument("error", new BsonDocument());
                if (error.containsKey("code") && error.isNumber("code")) {
                    StoreException failure = Failures.ofWrite(exception(error), "c");
                    int code = error.getNumber("code").intValue();
                    boolean interrupted = code == 50;
                    assertThat(failure.outcome())
                            .isEqualTo(interrupted ? StoreException.Outcome.UNKNOWN : StoreException.Outcome.NOT_DONE);
                    assertThat(failure.retryable()).as(error.toJson()).isEqualTo(error.containsKey("labels"));
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(8);
    }

    private static MongoException exception(BsonDocument error) {
        BsonDocument reply = new BsonDocument("ok", new BsonInt32(0))
                .append("code", error.get("code"))
                .append("errmsg", error.getString("message"));
        if (error.containsKey("labels")) {
            reply.append("errorLabels", error.getArray("labels"));
        }
        return error.getNumber("code").intValue() == 50
                ? new MongoExecutionTimeoutException(50, "operation exceeded time limit", reply)
                : new MongoCommandException(reply, new ServerAddress());
    }
}
