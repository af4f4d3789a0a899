package dev.ectype.adapter.mongo.internal.write;

import com.mongodb.ErrorCategory;
import com.mongodb.WriteError;
import dev.ectype.adapter.mongo.internal.codec.MapKeys;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.spi.Source;
import dev.ectype.spi.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Reads which rule a write would have broken from the server's error documents. */
public final class ServerErrors {
    /** The name under which a document that does not meet its collection's validator is reported. */
    public static final String VALIDATION = "document_validation";

    private static final int DOCUMENT_VALIDATION_FAILURE = 121;
    private static final Pattern INDEX_IN_TEXT = Pattern.compile(" index: (.+?)(?: collation: .*?)? dup key");

    private ServerErrors() {}

    /** Tells whether an error is about two records with the same key. */
    public static boolean isDuplicateKey(int code) {
        return ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY;
    }

    /** Tells whether an error is about a rule of the store. */
    public static boolean isViolation(int code) {
        return isDuplicateKey(code) || code == DOCUMENT_VALIDATION_FAILURE;
    }

    /** Returns an error as the server's document, as far as the driver keeps it. */
    public static BsonDocument document(WriteError error) {
        return new BsonDocument("code", new BsonInt32(error.getCode()))
                .append("errmsg", new BsonString(error.getMessage()))
                .append("errInfo", error.getDetails());
    }

    /** Tells whether an error of two records with the same key says in its structure which key that is. */
    public static boolean isStructured(BsonDocument error) {
        return error.containsKey("keyPattern");
    }

    /**
     * Returns the rules that an error is about, none if it is about none: a key, or the validator, once for each field that
     * the server says it rejects.
     *
     * @param error a write error, or the reply to a command that failed
     */
    public static List<Violation> violations(MongoSource source, BsonDocument error) {
        int code = error.getNumber("code", new BsonInt32(0)).intValue();
        if (code == DOCUMENT_VALIDATION_FAILURE) {
            List<String> fields = rejected(error);
            return fields.isEmpty()
                    ? List.of(rejection(List.of()))
                    : fields.stream().map(field -> rejection(List.of(field))).toList();
        }
        return isDuplicateKey(code) ? List.of(duplicate(source, error)) : List.of();
    }

    private static Violation rejection(List<String> fields) {
        return new Violation(Violation.Kind.CHECK, VALIDATION, fields);
    }

    private static Violation duplicate(MongoSource source, BsonDocument error) {
        if (isStructured(error)) {
            return ofPattern(source, List.copyOf(error.getDocument("keyPattern").keySet()), nameIn(error));
        }
        return ofText(source, nameIn(error));
    }

    private static String nameIn(BsonDocument error) {
        Matcher matcher = INDEX_IN_TEXT.matcher(
                error.getString("errmsg", new BsonString("")).getValue());
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Only where several unique indexes are of the same fields, under different conditions, the text tells which it was. */
    private static Violation ofPattern(MongoSource source, List<String> paths, String named) {
        if (paths.equals(List.of(MongoSource.ID))) {
            return primaryKey(source);
        }
        List<Source.Index> same = source.source().indexes().stream()
                .filter(index -> index.unique() && source.paths(index).equals(paths))
                .toList();
        return same.stream()
                .filter(index -> index.name().equals(named))
                .findFirst()
                .or(() -> same.stream().findFirst())
                .map(ServerErrors::declared)
                .orElseGet(() -> new Violation(Violation.Kind.UNIQUE, String.join("_1_", paths) + "_1", paths));
    }

    // Only servers older than any that the driver connects to, and stand-ins, have no structure here.
    private static Violation ofText(MongoSource source, String name) {
        if (name.equals("_id_") || name.equals("_id")) {
            return primaryKey(source);
        }
        return source.source().indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .map(ServerErrors::declared)
                .orElseGet(() -> new Violation(Violation.Kind.UNIQUE, name, List.of()));
    }

    private static Violation primaryKey(MongoSource source) {
        List<String> fields = source.source().key().stream()
                .map(slot -> source.source().layout().slot(slot).source())
                .toList();
        return new Violation(Violation.Kind.UNIQUE, Violation.PRIMARY_KEY, fields);
    }

    private static Violation declared(Source.Index index) {
        List<String> fields =
                index.fields().stream().map(field -> field.source()).toList();
        return new Violation(Violation.Kind.UNIQUE, index.name(), fields);
    }

    private static List<String> rejected(BsonDocument error) {
        List<String> properties = new ArrayList<>();
        BsonDocument details =
                error.getDocument("errInfo", new BsonDocument()).getDocument("details", new BsonDocument());
        for (BsonValue rule : details.getArray("schemaRulesNotSatisfied", new BsonArray())) {
            addProperties(rule.asDocument(), properties);
        }
        return properties.stream().map(MapKeys::unescape).distinct().toList();
    }

    private static void addProperties(BsonDocument rule, List<String> properties) {
        for (BsonValue property : rule.getArray("propertiesNotSatisfied", new BsonArray())) {
            properties.add(property.asDocument().getString("propertyName").getValue());
        }
        for (BsonValue missing : rule.getArray("missingProperties", new BsonArray())) {
            properties.add(missing.asString().getValue());
        }
    }
}
