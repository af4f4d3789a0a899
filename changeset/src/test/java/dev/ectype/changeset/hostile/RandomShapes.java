package dev.ectype.changeset.hostile;

import dev.ectype.changeset.CastOptions;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldOption;
import dev.ectype.changeset.FieldOptions;
import dev.ectype.changeset.MapShape;
import dev.ectype.changeset.OnReplace;
import dev.ectype.changeset.Relation;
import dev.ectype.changeset.Shape;
import dev.ectype.changeset.rule.Rule;
import dev.ectype.changeset.rule.Rules;
import dev.ectype.types.Type;
import dev.ectype.types.Types;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Shapes with fields of every type, embeds to a small depth, and a changeset that validates all it can. */
final class RandomShapes {
    private static final List<Type<?>> TYPES = List.of(
            Types.string(),
            Types.integer(),
            Types.longInteger(),
            Types.bigInteger(),
            Types.float64(),
            Types.decimal(),
            Types.bool(),
            Types.date(),
            Types.time(),
            Types.dateTimeMicros(),
            Types.instant(),
            Types.duration(),
            Types.uuid(),
            Types.binary(),
            Types.any(),
            Types.map(),
            Types.mapOf(Types.integer()),
            Types.listOf(Types.string()),
            Types.listOf(Types.listOf(Types.integer())),
            Types.setOf(Types.decimal()),
            Types.oneOf("red", "green"),
            Types.phone("GR"),
            Types.emailText(),
            Types.money());
    static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    private final Random random;

    RandomShapes(Random random) {
        this.random = random;
    }

    Shape<Map<String, Object>> next(int depth) {
        MapShape.Builder builder = Shape.ofMap();
        if (random.nextBoolean()) {
            builder.complete();
        }
        int fields = 1 + random.nextInt(NAMES.size());
        for (int i = 0; i < fields; i++) {
            add(builder, NAMES.get(i), depth);
        }
        return builder.build();
    }

    private void add(MapShape.Builder builder, String name, int depth) {
        int choice = depth == 0 ? 9 : random.nextInt(10);
        FieldOption option = random.nextInt(4) == 0 ? FieldOptions.redacted() : FieldOptions.onReplace(onReplace());
        if (choice == 0) {
            builder.embedsOne(name, next(depth - 1), RandomShapes::validated, option);
        } else if (choice == 1) {
            builder.embedsMany(name, next(depth - 1), RandomShapes::validated, option);
        } else {
            Type<?> type = TYPES.get(random.nextInt(TYPES.size()));
            builder.field(name, type, random.nextInt(6) == 0 ? FieldOptions.primaryKey() : option);
        }
    }

    private OnReplace onReplace() {
        return List.of(OnReplace.MARK_AS_INVALID, OnReplace.DELETE, OnReplace.UPDATE)
                .get(random.nextInt(3));
    }

    /** Casts every field and embed of a changeset's own shape, and validates what can be validated. */
    static Changeset<Map<String, Object>> validated(Changeset<Map<String, Object>> start, Map<String, ?> params) {
        List<Field<Map<String, Object>, ?>> plain = new ArrayList<>();
        List<Relation<Map<String, Object>, ?, ?>> relations = new ArrayList<>();
        for (Field<Map<String, Object>, ?> field : start.shape().fields()) {
            if (field instanceof Relation<Map<String, Object>, ?, ?> relation) {
                relations.add(relation);
            } else {
                plain.add(field);
            }
        }
        Changeset<Map<String, Object>> changeset = start.cast(params, CastOptions.DEFAULT, array(plain));
        for (Relation<Map<String, Object>, ?, ?> relation : relations) {
            changeset = cast(changeset, relation);
        }
        for (Field<Map<String, Object>, ?> field : plain) {
            changeset = validated(changeset, field);
        }
        return changeset.validateRequired(array(plain)).validateAcceptance("a");
    }

    private static <E> Changeset<Map<String, Object>> cast(
            Changeset<Map<String, Object>> changeset, Relation<Map<String, Object>, E, ?> relation) {
        return changeset.castRelation(
                relation,
                options -> relation.isMany() ? options.required().sortParam("g").dropParam("h") : options.required());
    }

    @SuppressWarnings("unchecked") // the rule is one for the field's storage
    private static Changeset<Map<String, Object>> validated(
            Changeset<Map<String, Object>> changeset, Field<Map<String, Object>, ?> field) {
        Changeset<Map<String, Object>> result = changeset.validateConfirmation(field);
        Rule<?> rule = rule(field.type());
        return rule == null ? result : result.validate((Field<Map<String, Object>, Object>) field, (Rule<Object>) rule);
    }

    private static Rule<?> rule(Type<?> type) {
        Storage storage = type.storage();
        if (type.valueClass() == String.class) {
            return Rules.format("^(a+)+$");
        }
        if (Number.class.isAssignableFrom(type.valueClass())) {
            return Rules.greaterThan(3).lessThanOrEqualTo(1.5);
        }
        boolean several = storage instanceof Storage.ListOf || storage instanceof Storage.MapOf;
        return several || storage instanceof Storage.SetOf ? Rules.min(1).max(2) : null;
    }

    @SuppressWarnings("unchecked") // an array of a generic type can be made no other way
    private static Field<Map<String, Object>, ?>[] array(List<Field<Map<String, Object>, ?>> fields) {
        return fields.toArray(Field[]::new);
    }
}
