package dev.ectype.adapter.mongo.internal.query;

import static dev.ectype.adapter.mongo.internal.query.Docs.doc;

import dev.ectype.adapter.mongo.internal.codec.Format;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/**
 * Conditions on an element that is a value without parts: alternatives, each a document of operators. An element cannot
 * be named in a filter, so that there is no place for {@code $or} between its tests.
 */
final class ElementTests implements Predicate.Visitor<List<BsonDocument>> {
    private static final int MOST_ALTERNATIVES = 64;

    private final Storage storage;
    private final Format format;
    private final boolean wanted;

    private ElementTests(Storage storage, Format format, boolean wanted) {
        this.storage = storage;
        this.format = format;
        this.wanted = wanted;
    }

    /** Returns the alternatives of which an element must meet one for the condition to be true. */
    static List<BsonDocument> of(Predicate condition, Storage storage, Format format) {
        return condition.accept(new ElementTests(storage, format, true));
    }

    @Override
    public List<BsonDocument> and(Predicate.And and) {
        return wanted ? all(and.terms()) : oneOf(and.terms());
    }

    @Override
    public List<BsonDocument> or(Predicate.Or or) {
        return wanted ? oneOf(or.terms()) : all(or.terms());
    }

    private List<BsonDocument> oneOf(List<Predicate> terms) {
        return terms.stream().flatMap(term -> term.accept(this).stream()).toList();
    }

    private List<BsonDocument> all(List<Predicate> terms) {
        return terms.stream()
                .map(term -> term.accept(this))
                .reduce(ElementTests::product)
                .orElseGet(ElementTests::anything);
    }

    private static List<BsonDocument> product(List<BsonDocument> left, List<BsonDocument> right) {
        if ((long) left.size() * right.size() > MOST_ALTERNATIVES) {
            throw new Untranslatable("a condition on elements has too many alternatives");
        }
        List<BsonDocument> product = new ArrayList<>();
        left.forEach(one -> right.forEach(other -> product.add(both(one, other))));
        return product;
    }

    private static BsonDocument both(BsonDocument one, BsonDocument other) {
        if (one.containsKey("$regex") || other.containsKey("$regex")) {
            throw new Untranslatable("an element is tested by a pattern or by something else, not by both");
        }
        BsonDocument both = one.clone();
        other.forEach((operator, value) -> {
            if (!both.containsKey(operator) || both.get(operator).equals(value)) {
                both.put(operator, value);
            } else if (operator.equals("$nin")) {
                BsonArray values = both.getArray(operator).clone();
                values.addAll(value.asArray());
                both.put(operator, values);
            } else {
                throw new Untranslatable("an element cannot be tested twice by " + operator);
            }
        });
        return both;
    }

    @Override
    public List<BsonDocument> not(Predicate.Not not) {
        return not.term().accept(new ElementTests(storage, format, !wanted));
    }

    @Override
    public List<BsonDocument> constant(Predicate.Constant constant) {
        return constant.value() == wanted ? anything() : List.of();
    }

    private static List<BsonDocument> anything() {
        return List.of(doc("$nin", new BsonArray()));
    }

    @Override
    public List<BsonDocument> compare(Predicate.Compare compare) {
        requireElement(compare.left());
        if (!(compare.right() instanceof Value value)) {
            throw new Untranslatable("an element can be compared with a constant only");
        }
        Comparison comparison = wanted ? compare.comparison() : Operators.opposite(compare.comparison());
        return List.of(Operators.compare(storage, format, comparison, value));
    }

    @Override
    public List<BsonDocument> in(Predicate.In in) {
        requireElement(in.operand());
        if (in.values().isEmpty()) {
            return wanted ? List.of() : anything();
        }
        return List.of(
                wanted ? Operators.in(storage, format, in.values()) : Operators.notIn(storage, format, in.values()));
    }

    @Override
    public List<BsonDocument> isNull(Predicate.IsNull isNull) {
        requireElement(isNull.operand());
        return List.of(wanted ? Operators.isNull() : Operators.isNotNull());
    }

    @Override
    public List<BsonDocument> text(Predicate.Text text) {
        requireElement(text.operand());
        if (storage != Storage.Scalar.TEXT || format.isOpaque()) {
            throw new Untranslatable("only a text that is stored as a string can be compared with a pattern");
        }
        BsonDocument pattern = Patterns.of(text.match(), (String) text.pattern().value(), text.ignoreCase());
        return List.of(wanted ? pattern : doc("$not", pattern).append("$ne", Docs.nothing()));
    }

    @Override
    public List<BsonDocument> contains(Predicate.Contains contains) {
        throw noParts();
    }

    @Override
    public List<BsonDocument> containsAll(Predicate.ContainsAll containsAll) {
        throw noParts();
    }

    @Override
    public List<BsonDocument> anyElement(Predicate.AnyElement anyElement) {
        throw noParts();
    }

    @Override
    public List<BsonDocument> size(Predicate.Size size) {
        throw noParts();
    }

    @Override
    public List<BsonDocument> nativeCondition(Predicate.Native nativeCondition) {
        throw new Untranslatable("a native condition must stand outside a condition on elements");
    }

    private static void requireElement(Operand operand) {
        if (!(operand instanceof FieldPath path) || !path.steps().isEmpty()) {
            throw new Untranslatable("a test of an element must be of the element itself");
        }
    }

    private static Untranslatable noParts() {
        return new Untranslatable("an element without parts has no elements");
    }
}
