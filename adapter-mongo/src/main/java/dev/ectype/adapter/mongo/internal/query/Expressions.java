package dev.ectype.adapter.mongo.internal.query;

import static dev.ectype.adapter.mongo.internal.query.Docs.array;
import static dev.ectype.adapter.mongo.internal.query.Docs.doc;
import static dev.ectype.adapter.mongo.internal.query.Docs.nothing;
import static dev.ectype.adapter.mongo.internal.query.Docs.number;
import static dev.ectype.adapter.mongo.internal.query.Docs.text;

import dev.ectype.adapter.mongo.internal.codec.Unstorable;
import dev.ectype.adapter.mongo.internal.source.Scope;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Position;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Value;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Operands as aggregation expressions, whose value is null or missing where the operand has none. */
final class Expressions implements Operand.Visitor<BsonValue> {
    private final Scope scope;

    Expressions(Scope scope) {
        this.scope = scope;
    }

    BsonValue of(Operand operand) {
        return operand.accept(this);
    }

    /** Returns an expression that has some value where an operand has one, also where the store does not compute which. */
    BsonValue presence(Operand operand) {
        if (!(operand instanceof Operand.Call call)) {
            return of(operand);
        }
        return switch (call.function()) {
            case LOWER, UPPER -> presence(call.arguments().get(0));
            case DIVIDE, MODULO ->
                Arithmetic.isOfWholeNumbers(call) ? Arithmetic.quotient(call, arguments(call)) : of(call);
            default -> of(call);
        };
    }

    /** Returns the test that an expression has a value; absent and null sort below every value. */
    static BsonDocument hasValue(BsonValue expression) {
        return doc("$gt", array(expression, nothing()));
    }

    @Override
    public BsonValue field(FieldPath field) {
        FieldFilters.comparable(scope, field);
        List<FieldPath.Step> steps = field.steps();
        int position = firstPosition(steps);
        if (position < 0) {
            return name(scope.variable(), scope.path(field));
        }
        FieldPath list = new FieldPath(steps.subList(0, position), field.storage(), field.redacted());
        return element(name(scope.variable(), scope.path(list)), steps.subList(position, steps.size()));
    }

    private static BsonValue name(String variable, String path) {
        return text(path.isEmpty() ? variable.substring(0, variable.length() - 1) : variable + path);
    }

    private static int firstPosition(List<FieldPath.Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Position) {
                return i;
            }
        }
        return -1;
    }

    private static BsonValue element(BsonValue list, List<FieldPath.Step> steps) {
        int index = ((Position) steps.get(0)).index();
        if (index < 0) {
            return nothing();
        }
        if (steps.size() > 1) {
            throw new Untranslatable("what stands behind a position is compared with constants only");
        }
        return doc("$arrayElemAt", array(list, number(index)));
    }

    static BsonDocument orNull(BsonValue expression) {
        return doc("$ifNull", array(expression, nothing()));
    }

    @Override
    public BsonValue value(Value value) {
        try {
            return doc("$literal", scope.formats().of(value.storage()).toBson(value.value()));
        } catch (Unstorable unstorable) {
            throw new Untranslatable("a constant has no stored form: " + unstorable.getMessage());
        }
    }

    @Override
    public BsonValue call(Operand.Call call) {
        List<BsonValue> arguments = arguments(call);
        return switch (call.function()) {
            case COALESCE -> coalesce(arguments);
            case LENGTH -> length(arguments.get(0));
            case LOWER, UPPER ->
                throw new Untranslatable(
                        "the server changes the case of ASCII letters only; compare with like ignoring case");
            default -> arithmetic(call, arguments);
        };
    }

    private List<BsonValue> arguments(Operand.Call call) {
        call.arguments().forEach(this::requirePlain);
        return call.arguments().stream().map(this::of).toList();
    }

    private void requirePlain(Operand argument) {
        if (isOpaque(argument)) {
            throw new Untranslatable("the server computes with an object id as with no text");
        }
    }

    /** Tells whether an operand is a text that is stored as something else. */
    boolean isOpaque(Operand operand) {
        return operand instanceof FieldPath path && scope.format(path).isOpaque();
    }

    private static BsonValue arithmetic(Operand.Call call, List<BsonValue> arguments) {
        if (Arithmetic.isOfWholeNumbers(call)) {
            throw new Untranslatable("a whole quotient or remainder is compared with constants only");
        }
        return Arithmetic.of(call, arguments);
    }

    private static BsonValue coalesce(List<BsonValue> arguments) {
        BsonValue result = arguments.get(arguments.size() - 1);
        for (int i = arguments.size() - 2; i >= 0; i--) {
            result = doc("$ifNull", array(arguments.get(i), result));
        }
        return result;
    }

    private static BsonValue length(BsonValue argument) {
        BsonDocument length = doc("$strLenCP", doc("$ifNull", array(argument, text(""))));
        return doc("$cond", new BsonArray(List.of(hasValue(argument), length, nothing())));
    }
}
