package dev.ectype.adapter.mongo.recorded;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * What a real server answered to filters over one set of documents. The answer to a filter that was not asked as a whole is made of
 * those to its parts: of conjunctions, disjunctions and negations only.
 */
final class RecordedAnswers {
    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final List<BsonDocument> documents;
    private final Set<String> all = new TreeSet<>();
    private final Map<String, Set<String>> answers = new HashMap<>();

    private RecordedAnswers(BsonDocument set) {
        documents =
                set.getArray("documents").stream().map(BsonValue::asDocument).toList();
        documents.forEach(document -> all.add(id(document.get("_id"))));
        for (BsonValue each : set.getArray("cases")) {
            BsonDocument one = each.asDocument();
            if (one.containsKey("ids") && !one.containsKey("sort")) {
                Set<String> ids = new TreeSet<>();
                one.getArray("ids").forEach(id -> ids.add(id(id)));
                answers.put(key(one.getDocument("filter")), ids);
            }
        }
    }

    /** Returns the answers about the documents of a set. */
    static RecordedAnswers of(String name) {
        return Recorded.entries("find.json").stream()
                .filter(set -> set.getString("set").getValue().equals(name))
                .map(RecordedAnswers::new)
                .findFirst()
                .orElseThrow();
    }

    /** Returns how the answers name a document. */
    static String id(BsonValue id) {
        return id.isString() ? id.asString().getValue() : id.asNumber().longValue() + "";
    }

    /** Returns the documents that were asked about. */
    List<BsonDocument> documents() {
        return documents;
    }

    /** Returns the documents that a filter finds; empty if a part of it was never asked. */
    Optional<Set<String>> to(BsonDocument filter) {
        Set<String> known = answers.get(key(filter));
        if (known != null) {
            return Optional.of(known);
        }
        if (filter.size() != 1) {
            return combined(
                    filter.entrySet().stream().map(entry -> new BsonDocument(entry.getKey(), entry.getValue())),
                    RecordedAnswers::both);
        }
        String name = filter.getFirstKey();
        return name.startsWith("$")
                ? toOperator(name, filter.get(name))
                : filter.isDocument(name) ? toTests(name, filter.getDocument(name)) : Optional.empty();
    }

    private Optional<Set<String>> toOperator(String name, BsonValue terms) {
        if (!name.equals("$and") && !name.equals("$or")) {
            return Optional.empty();
        }
        return combined(
                terms.asArray().stream().map(BsonValue::asDocument),
                name.equals("$and") ? RecordedAnswers::both : RecordedAnswers::either);
    }

    private Optional<Set<String>> toTests(String field, BsonDocument tests) {
        if (tests.size() > 1 && !tests.containsKey("$regex")) {
            return combined(
                    tests.entrySet().stream()
                            .map(test -> new BsonDocument(field, new BsonDocument(test.getKey(), test.getValue()))),
                    RecordedAnswers::both);
        }
        if (tests.isDocument("$not")) {
            return to(new BsonDocument(field, tests.getDocument("$not"))).map(this::others);
        }
        BsonDocument there = new BsonDocument(field, new BsonDocument("$exists", BsonBoolean.TRUE));
        return tests.isBoolean("$exists") && !tests.getBoolean("$exists").getValue()
                ? to(there).map(this::others)
                : Optional.empty();
    }

    private Optional<Set<String>> combined(Stream<BsonDocument> parts, BinaryOperator<Set<String>> operator) {
        return parts.map(this::to)
                .reduce((one, other) -> one.flatMap(ids -> other.map(others -> operator.apply(ids, others))))
                .orElse(Optional.empty());
    }

    private Set<String> others(Set<String> ids) {
        Set<String> others = new TreeSet<>(all);
        others.removeAll(ids);
        return others;
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static Set<String> either(Set<String> one, Set<String> other) {
        Set<String> either = new TreeSet<>(one);
        either.addAll(other);
        return either;
    }

    private static String key(BsonDocument filter) {
        return spelledOut(filter).toJson(CANONICAL);
    }

    /** A field with a constant beside it is short for the test of being equal, also in a condition on elements. */
    private static BsonDocument spelledOut(BsonDocument filter) {
        BsonDocument spelledOut = new BsonDocument();
        filter.forEach((name, value) -> {
            boolean inside =
                    (!name.startsWith("$") && isTests(value)) || name.equals("$not") || name.equals("$elemMatch");
            boolean constant = !name.startsWith("$") && !isTests(value);
            spelledOut.put(
                    name,
                    constant
                            ? new BsonDocument("$eq", value)
                            : inside && value.isDocument() ? spelledOut(value.asDocument()) : value);
        });
        return spelledOut;
    }

    private static boolean isTests(BsonValue value) {
        return value.isRegularExpression()
                || (value.isDocument()
                        && !value.asDocument().isEmpty()
                        && value.asDocument().getFirstKey().startsWith("$"));
    }

    /** Returns the documents of a pipeline's recorded answer, by a part of the text of the pipeline. */
    static List<BsonDocument> toPipeline(String set, String part) {
        BsonArray cases = Recorded.entries("aggregate.json").stream()
                .filter(one -> one.getString("set").getValue().equals(set))
                .findFirst()
                .orElseThrow()
                .getArray("cases");
        return cases.stream()
                .map(BsonValue::asDocument)
                .filter(one -> one.containsKey("pipeline") && one.toJson().contains(part))
                .findFirst()
                .orElseThrow()
                .getArray("documents")
                .stream()
                .map(BsonValue::asDocument)
                .toList();
    }
}
