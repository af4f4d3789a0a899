package dev.ectype.adapter.mongo.recorded;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Asks a server what a real one was asked, and brings both answers into one form. */
final class Replay {
    static final String ERROR = "error";
    private static final BsonDocument BY_ID = new BsonDocument("_id", new BsonInt32(1));

    private final MongoDatabase database;

    Replay(MongoDatabase database) {
        this.database = database;
    }

    MongoCollection<BsonDocument> filled(String name, BsonArray documents) {
        MongoCollection<BsonDocument> collection = database.getCollection(name, BsonDocument.class);
        collection.drop();
        documents.forEach(document -> collection.insertOne(document.asDocument().clone()));
        return collection;
    }

    static String expected(BsonDocument asked) {
        for (String answer : List.of("ids", "documents", "values", "n")) {
            if (asked.containsKey(answer)) {
                return answer.equals("values")
                        ? sorted(asked.getArray(answer))
                        : asked.get(answer).toString();
            }
        }
        return ERROR;
    }

    private static String sorted(BsonArray values) {
        return values.stream().map(Object::toString).sorted().toList().toString();
    }

    static String find(MongoCollection<BsonDocument> collection, BsonDocument asked) {
        try {
            FindIterable<BsonDocument> found = collection
                    .find(asked.getDocument("filter"))
                    .sort(asked.getDocument("sort", BY_ID))
                    .skip(asked.getNumber("skip", new BsonInt32(0)).intValue())
                    .limit(asked.getNumber("limit", new BsonInt32(0)).intValue());
            if (asked.containsKey("projection")) {
                found.projection(asked.getDocument("projection"));
            }
            BsonArray answer = new BsonArray();
            found.forEach(document -> answer.add(asked.containsKey("documents") ? document : document.get("_id")));
            return answer.toString();
        } catch (MongoException refused) {
            return ERROR;
        }
    }

    static String aggregate(MongoCollection<BsonDocument> collection, BsonDocument asked) {
        try {
            if (asked.containsKey("count")) {
                return new BsonInt32((int) collection.countDocuments(asked.getDocument("count"))).toString();
            }
            if (asked.containsKey("distinct")) {
                BsonArray values = new BsonArray();
                collection
                        .distinct(asked.getString("distinct").getValue(), asked.getDocument("filter"), BsonValue.class)
                        .forEach(value -> values.add(value == null ? BsonNull.VALUE : value));
                return sorted(values);
            }
            List<BsonDocument> stages = new ArrayList<>();
            asked.getArray("pipeline").forEach(stage -> stages.add(stage.asDocument()));
            return new BsonArray(collection.aggregate(stages).into(new ArrayList<>())).toString();
        } catch (MongoException refused) {
            return ERROR;
        }
    }

    /** Returns whether an update was refused, and the collection afterwards. */
    String update(MongoCollection<BsonDocument> collection, BsonDocument asked) {
        BsonDocument one = new BsonDocument("q", asked.get("filter")).append("u", asked.get("update"));
        one.putAll(asked.getDocument("options", new BsonDocument()));
        BsonDocument command = new BsonDocument(
                        "update", new BsonString(collection.getNamespace().getCollectionName()))
                .append("updates", new BsonArray(List.of(one)))
                .append("ordered", BsonBoolean.TRUE);
        return refused(command) + " "
                + new BsonArray(collection.find().sort(BY_ID).into(new ArrayList<>()));
    }

    private String refused(BsonDocument command) {
        try {
            return isRefused(database.runCommand(command, BsonDocument.class)) ? ERROR : "done";
        } catch (MongoException refused) {
            return ERROR;
        }
    }

    private static boolean isRefused(BsonDocument reply) {
        return reply.containsKey("writeErrors") || reply.containsKey("error");
    }

    static String expectedUpdate(BsonDocument asked) {
        boolean refused = isRefused(asked.getDocument("reply")) || asked.containsKey("error");
        return (refused ? ERROR : "done") + " " + asked.getArray("after");
    }
}
