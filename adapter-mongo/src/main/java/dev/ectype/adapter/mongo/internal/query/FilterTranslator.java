package dev.ectype.adapter.mongo.internal.query;

import com.mongodb.MongoClientSettings;
import dev.ectype.adapter.mongo.internal.source.Scope;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.UuidRepresentation;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;

/**
 * Predicates as filters. A filter knows two truth values where a predicate has three, so that there are two
 * translations: one finds the documents for which the predicate is true, the other those for which it is false, and
 * neither finds those for which it is unknown. Negation changes from one to the other and never becomes an operator.
 */
final class FilterTranslator implements Predicate.Visitor<BsonDocument> {
    static final String STORE = "MongoDB";
    private static final CodecRegistry DRIVERS = CodecRegistries.withUuidRepresentation(
            MongoClientSettings.getDefaultCodecRegistry(), UuidRepresentation.STANDARD);

    private final Scope scope;
    private final boolean wanted;

    private FilterTranslator(Scope scope, boolean wanted) {
        this.scope = scope;
        this.wanted = wanted;
    }

    /**
     * Returns the filter of the documents for which a predicate is true.
     *
     * @throws Untranslatable if there is none
     */
    static BsonDocument whereTrue(Scope scope, Predicate predicate) {
        return predicate.accept(new FilterTranslator(scope, true));
    }

    private BsonDocument translate(Predicate predicate) {
        return predicate.accept(this);
    }

    private List<BsonDocument> translate(List<Predicate> predicates) {
        return predicates.stream().map(this::translate).toList();
    }

    @Override
    public BsonDocument and(Predicate.And and) {
        return wanted ? Docs.and(translate(and.terms())) : Docs.or(translate(and.terms()));
    }

    @Override
    public BsonDocument or(Predicate.Or or) {
        return wanted ? Docs.or(translate(or.terms())) : Docs.and(translate(or.terms()));
    }

    @Override
    public BsonDocument not(Predicate.Not not) {
        return not.term().accept(new FilterTranslator(scope, !wanted));
    }

    @Override
    public BsonDocument constant(Predicate.Constant constant) {
        return constant.value() == wanted ? Docs.always() : Docs.never();
    }

    @Override
    public BsonDocument compare(Predicate.Compare compare) {
        Predicate.Compare asWanted = wanted
                ? compare
                : new Predicate.Compare(compare.left(), Operators.opposite(compare.comparison()), compare.right());
        if (compare.right() instanceof Value value) {
            if (isPlain(compare.left())) {
                return FieldFilters.compare(scope, (FieldPath) compare.left(), asWanted.comparison(), value);
            }
            if (PositionFilters.isFiltered(scope, compare.left())) {
                return PositionFilters.compare(scope, (FieldPath) compare.left(), asWanted.comparison(), value);
            }
        }
        return Computed.compare(scope, asWanted);
    }

    @Override
    public BsonDocument in(Predicate.In in) {
        if (in.values().isEmpty()) {
            return wanted ? Docs.never() : Docs.always();
        }
        if (isPlain(in.operand())) {
            FieldPath path = (FieldPath) in.operand();
            return wanted ? FieldFilters.in(scope, path, in.values()) : FieldFilters.notIn(scope, path, in.values());
        }
        return translate(Computed.spelledOut(in));
    }

    @Override
    public BsonDocument isNull(Predicate.IsNull isNull) {
        if (PositionFilters.isFiltered(scope, isNull.operand())) {
            return PositionFilters.isNull(scope, (FieldPath) isNull.operand(), wanted);
        }
        if (!isPlain(isNull.operand())) {
            return Computed.isNull(scope, isNull.operand(), wanted);
        }
        FieldPath path = (FieldPath) isNull.operand();
        return wanted ? FieldFilters.isNull(scope, path) : FieldFilters.isNotNull(scope, path);
    }

    @Override
    public BsonDocument text(Predicate.Text text) {
        if (!isPlain(text.operand())) {
            throw new Untranslatable("a pattern can only be compared with a field that is no element of a list");
        }
        BsonDocument pattern = Patterns.of(text.match(), (String) text.pattern().value(), text.ignoreCase());
        return FieldFilters.text(scope, (FieldPath) text.operand(), pattern, wanted);
    }

    @Override
    public BsonDocument contains(Predicate.Contains contains) {
        return ListFilters.contains(scope, contains.list(), contains.value(), wanted);
    }

    @Override
    public BsonDocument containsAll(Predicate.ContainsAll all) {
        List<BsonDocument> each = all.values().stream()
                .map(value -> ListFilters.contains(scope, all.list(), value, wanted))
                .toList();
        if (each.isEmpty()) {
            return wanted ? FieldFilters.isNotNull(scope, all.list()) : Docs.never();
        }
        return wanted ? Docs.and(each) : Docs.or(each);
    }

    @Override
    public BsonDocument anyElement(Predicate.AnyElement any) {
        return ListFilters.anyElement(scope, any, wanted);
    }

    @Override
    public BsonDocument size(Predicate.Size size) {
        return ListFilters.size(scope, size, wanted);
    }

    @Override
    public BsonDocument nativeCondition(Predicate.Native condition) {
        if (!condition.store().equals(STORE) || !(condition.condition() instanceof Bson bson)) {
            throw new Untranslatable(
                    "a native condition of " + condition.store() + ", which is no filter of this store");
        }
        BsonDocument filter = filter(bson);
        if (!wanted && filter.containsKey("$text")) {
            throw new Untranslatable("a search for words cannot be negated");
        }
        return wanted ? filter : Docs.none(filter);
    }

    /** Returns a filter of the driver's as a document, in which UUIDs are stored as here. */
    static BsonDocument filter(Bson condition) {
        return condition.toBsonDocument(BsonDocument.class, DRIVERS);
    }

    /** Tells whether an operand is a field that a filter can name. */
    private static boolean isPlain(Operand operand) {
        return operand instanceof FieldPath path && !Scope.hasPosition(path);
    }
}
