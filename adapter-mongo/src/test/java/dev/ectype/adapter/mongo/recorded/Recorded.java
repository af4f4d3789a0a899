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
    private Recorded() {}

    /** Returns the entries of one file. */
    public static List<BsonDocument> entries(String file) {
        try (InputStream in = Objects.requireNonNull(Recorded.class.getResourceAsStream("/recorded/" + file))) {
            return BsonArray.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream()
                    .map(BsonValue::asDocument)
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
