package dev.ectype.changeset.vectors;

import dev.ectype.changeset.ChildChangeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldOption;
import dev.ectype.changeset.FieldOptions;
import dev.ectype.changeset.MapShape;
import dev.ectype.changeset.OnReplace;
import dev.ectype.changeset.Relation;
import dev.ectype.changeset.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The shapes of a case: of its parent and of all that it embeds. */
final class VectorShapes {
    private final Shape<Map<String, Object>> shape;
    private final Map<String, Object> types;
    private final Map<String, VectorShapes> embedded = new LinkedHashMap<>();
    private final boolean complete;

    private VectorShapes(String name, Map<String, Object> fields, Map<String, Object> spec) {
        this.types = new LinkedHashMap<>(fields);
        this.complete = spec != null;
        Map<String, Object> settings = spec == null ? Map.of("primary_key", false) : spec;
        MapShape.Builder builder = Shape.ofMap().name(name);
        if (complete) {
            builder.complete();
        }
        addKey(builder, settings.getOrDefault("primary_key", List.of("id", "binary_id")));
        Map<?, ?> defaults = (Map<?, ?>) settings.getOrDefault("defaults", Map.of());
        fields.forEach((field, type) -> add(builder, field, type, defaults.get(field)));
        this.shape = builder.build();
    }

    static VectorShapes of(VectorCase each) {
        return new VectorShapes("parent", each.types(), each.schema());
    }

    private void addKey(MapShape.Builder builder, Object key) {
        if (key instanceof List<?> pair) {
            types.put((String) pair.get(0), pair.get(1));
            builder.field((String) pair.get(0), VectorTypes.read(pair.get(1)), FieldOptions.primaryKey());
        }
    }

    @SuppressWarnings("unchecked") // the files are made so
    private void add(MapShape.Builder builder, String field, Object type, Object defaultValue) {
        if (type instanceof Map<?, ?> map && (map.containsKey("embeds_one") || map.containsKey("embeds_many"))) {
            boolean many = map.containsKey("embeds_many");
            embed(builder, field, (Map<String, Object>) map.get(many ? "embeds_many" : "embeds_one"), many);
            return;
        }
        List<FieldOption> options = new ArrayList<>();
        if (defaultValue != null) {
            options.add(FieldOptions.defaultTo(VectorValues.read(defaultValue)));
        }
        builder.field(field, VectorTypes.read(type), options.toArray(FieldOption[]::new));
    }

    @SuppressWarnings("unchecked") // the files are made so
    private void embed(MapShape.Builder builder, String field, Map<String, Object> spec, boolean many) {
        VectorShapes child = new VectorShapes(field, (Map<String, Object>) spec.get("fields"), spec);
        embedded.put(field, child);
        FieldOption option = FieldOptions.onReplace(
                OnReplace.valueOf(((String) spec.getOrDefault("on_replace", "raise")).toUpperCase(Locale.ROOT)));
        ChildChangeset<Map<String, Object>> changeset =
                spec.containsKey("changeset") ? VectorSteps.child(child, VectorOp.list(spec.get("changeset"))) : null;
        if (many) {
            builder.embedsMany(field, child.shape, changeset, option);
        } else {
            builder.embedsOne(field, child.shape, changeset, option);
        }
    }

    Shape<Map<String, Object>> shape() {
        return shape;
    }

    Object type(String field) {
        return types.get(field);
    }

    VectorShapes embedded(String field) {
        return embedded.get(field);
    }

    boolean isEmbed(String field) {
        return embedded.containsKey(field);
    }

    boolean has(String field) {
        return shape.find(field).isPresent();
    }

    @SuppressWarnings("unchecked") // fields are looked up by name, and their values are vouched for by the files
    <V> Field<Map<String, Object>, V> field(String name) {
        return (Field<Map<String, Object>, V>) shape.require(name);
    }

    @SuppressWarnings("unchecked") // every record of a case is a map
    Relation<Map<String, Object>, Map<String, Object>, ?> relation(String name) {
        if (shape.require(name) instanceof Relation<?, ?, ?> relation) {
            return (Relation<Map<String, Object>, Map<String, Object>, ?>) relation;
        }
        throw new IllegalArgumentException("'" + name + "' is no embed");
    }

    /** Returns the record that a case has as its data. */
    Map<String, Object> record(Map<?, ?> json) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (complete) {
            shape.fields()
                    .forEach(field -> data.put(field.name(), field.settings().defaultValue()));
            embedded.keySet().forEach(name -> data.put(name, relation(name).isMany() ? List.of() : null));
        }
        json.forEach((name, value) -> data.put((String) name, value((String) name, value)));
        return data;
    }

    /** Returns the value that a case gives a field in the data of its parent. */
    Object value(String name, Object json) {
        VectorShapes child = embedded.get(name);
        if (child == null || json == null) {
            return VectorValues.read(json);
        }
        if (json instanceof List<?> list) {
            List<Object> records = new ArrayList<>();
            list.forEach(record -> records.add(record(child, record)));
            return records;
        }
        return record(child, json);
    }

    private static Object record(VectorShapes child, Object json) {
        return json instanceof Map<?, ?> fields ? child.record(fields) : VectorValues.read(json);
    }
}
