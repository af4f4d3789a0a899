package dev.ectype.adapter.mongo.recorded;

import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * The operators of filters, pipelines and updates, each with the place where it stands: the same name may mean another thing in a
 * filter, in an expression, in a group and in an update.
 */
public final class Operators {
    private static final Set<String> OF_EXPRESSIONS = Set.of("$project", "$addFields", "$replaceWith", "$sortByCount");
    private static final Set<String> OF_FILTERS = Set.of("$pull");

    private final Set<String> found = new TreeSet<>();

    /** Returns all operators that a real server was asked in the recordings and did answer, rather than refuse. */
    public static Set<String> recorded() {
        Operators operators = new Operators();
        for (BsonDocument set : Recorded.entries("find.json")) {
            set.getArray("cases").stream()
                    .map(BsonValue::asDocument)
                    .filter(Operators::isAnswered)
                    .forEach(one -> {
                        operators.filter(one.getDocument("filter"));
                    });
        }
        for (BsonDocument set : Recorded.entries("aggregate.json")) {
            set.getArray("cases").stream()
                    .map(BsonValue::asDocument)
                    .filter(Operators::isAnswered)
                    .forEach(one -> {
                        operators.filter(one.getDocument("filter", new BsonDocument()));
                        operators.pipeline(one.getArray("pipeline", new BsonArray()));
                    });
        }
        for (BsonDocument one : Recorded.entries("update.json")) {
            if (isAnswered(one.getDocument("reply"))) {
                operators.filter(one.getDocument("filter"));
                operators.update(one.get("update"));
                one.getDocument("options", new BsonDocument())
                        .getArray("arrayFilters", new BsonArray())
                        .forEach(operators::arrayFilter);
            }
        }
        return operators.found;
    }

    private static boolean isAnswered(BsonDocument reply) {
        return !reply.containsKey("error") && !reply.containsKey("writeErrors");
    }

    /** Returns what was found. */
    public Set<String> found() {
        return found;
    }

    /** Takes in a filter, or the operators that stand behind a field in one. */
    public void filter(BsonValue filter) {
        if (filter.isArray()) {
            filter.asArray().forEach(this::filter);
        } else if (filter.isDocument()) {
            filter.asDocument().forEach((name, value) -> {
                add("filter", name);
                if (name.equals("$expr")) {
                    expression(value);
                } else {
                    filter(value);
                }
            });
        }
    }

    /** Takes in a filter of the elements that an update is of. */
    public void arrayFilter(BsonValue filter) {
        if (filter.isDocument()) {
            filter.asDocument().forEach((name, value) -> {
                add("array filter", name);
                arrayFilter(value);
            });
        }
    }

    /** Takes in an expression. */
    public void expression(BsonValue expression) {
        if (expression.isArray()) {
            expression.asArray().forEach(this::expression);
        } else if (expression.isDocument()) {
            expression.asDocument().forEach((name, value) -> {
                add("expression", name);
                if (!name.equals("$literal")) {
                    expression(value);
                }
            });
        }
    }

    /** Takes in the stages of a pipeline. */
    public void pipeline(BsonArray stages) {
        for (BsonValue stage : stages) {
            stage.asDocument().forEach((name, content) -> {
                add("stage", name);
                stage(name, content);
            });
        }
    }

    private void stage(String name, BsonValue content) {
        if (name.equals("$match")) {
            filter(content);
        } else if (name.equals("$group")) {
            content.asDocument().forEach((field, value) -> {
                if (field.equals("_id")) {
                    expression(value);
                } else {
                    value.asDocument().forEach(this::accumulator);
                }
            });
        } else if (name.equals("$lookup")) {
            expression(content.asDocument().getDocument("let", new BsonDocument()));
            pipeline(content.asDocument().getArray("pipeline", new BsonArray()));
        } else if (OF_EXPRESSIONS.contains(name)) {
            expression(content);
        }
    }

    private void accumulator(String name, BsonValue argument) {
        add("group", name);
        expression(argument);
    }

    /** Takes in an update. */
    public void update(BsonValue update) {
        if (update.isDocument()) {
            update.asDocument().forEach((name, fields) -> {
                add("update", name);
                if (OF_FILTERS.contains(name)) {
                    fields.asDocument().values().forEach(this::filter);
                }
            });
        }
    }

    private void add(String place, String name) {
        if (name.startsWith("$")) {
            found.add(place + " " + name);
        }
    }
}
