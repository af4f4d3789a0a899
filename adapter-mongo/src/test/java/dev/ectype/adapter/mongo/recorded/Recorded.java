package dev.ectype.adapter.mongo.recorded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** What a real server answered. */
public final class Recorded {
    /** The reader takes an object with this key for a constant, while in a filter it is an operator. */
    private static final String OPERATOR = "\"$regex\"";

    private static final String STAND_IN = "\"%regex\"";

    private Recorded() {}

    private static BsonValue restored(BsonValue value) {
        if (value.isArray()) {
            return new BsonArray(
                    value.asArray().stream().map(Recorded::restored).toList());
        }
        if (!value.isDocument()) {
            return value;
        }
        BsonDocument restored = new BsonDocument();
        value.asDocument()
                .forEach((name, inside) -> restored.put(name.equals("%regex") ? "$regex" : name, restored(inside)));
        return restored;
    }

    /** Returns the entries of one file. */
    public static List<BsonDocument> entries(String file) {
        try (InputStream in = Objects.requireNonNull(Recorded.class.getResourceAsStream("/recorded/" + file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return BsonArray.parse(text.replace(OPERATOR, STAND_IN)).stream()
                    .map(value -> restored(value).asDocument())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the steps of one scenario. */
    public static List<BsonDocument> steps(String file, String scenario) {
        return entries(file).stream()
                .filter(entry -> entry.getString("scenario").getValue().equals(scenario))
                .flatMap(entry -> entry.getArray("steps").stream())
                .map(BsonValue::asDocument)
                .toList();
    }
}
