package dev.ectype.changeset;

import dev.ectype.types.Type;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a shape knows of its fields once they are all declared, laid out for fast use. Immutable but for what is bound late. */
final class Plan<R> {
    private static final int BLANKS = 8;

    final Shape<R> shape;
    final Binding<R> binding;
    final boolean sparse;
    final boolean hasRelations;
    final boolean hasAssociations;
    final @Nullable Object[] noChanges;
    private final List<Field<R, ?>> fields;
    private final Field<?, ?>[] tokens;
    private final Slot[] slots;
    private final @Nullable Changeset<R>[] blanks;
    private final Map<String, Field<R, ?>> byName = new HashMap<>();
    private final List<Field<R, ?>> primaryKey;
    private final List<Relation<R, ?, ?>> relations = new ArrayList<>();

    /**
     * What a cast needs of one field, in one place.
     *
     * @param param the name by which params and errors know it
     * @param initial its value in a new record
     * @param element the type of its elements if it holds a list or set
     * @param isText whether a param that is text is meant as text: bytes are not
     * @param relation the field, if it holds records
     */
    record Slot(
            Field<?, ?> field,
            String param,
            Type<?> type,
            @Nullable Object initial,
            @Nullable Type<?> element,
            boolean isText,
            @Nullable Relation<?, ?, ?> relation) {
        static Slot of(Field<?, ?> field) {
            String param = field.settings().external().orElse(field.name());
            Type<?> type = field.type();
            Object initial = field.settings().defaultValue();
            if (field instanceof Relation<?, ?, ?> relation) {
                Object given = initial == null ? relation.initial() : initial;
                return new Slot(field, param, type, given, null, false, relation);
            }
            return new Slot(field, param, type, initial, type.element().orElse(null), Plan.isText(type), null);
        }
    }

    Plan(Shape<R> shape, Construction<R> construction, List<Field<R, ?>> declared) {
        this.shape = shape;
        this.fields = List.copyOf(declared);
        this.tokens = declared.toArray(new Field<?, ?>[0]);
        this.slots = new Slot[tokens.length];
        this.noChanges = new Object[slots.length];
        this.blanks = blanks();
        for (Field<R, ?> field : fields) {
            add(field);
        }
        this.binding = construction.bind(fields);
        this.sparse = binding.isSparse();
        this.primaryKey = primaryKey(fields);
        this.hasRelations = !relations.isEmpty();
        this.hasAssociations = hasAssociations(relations);
    }

    private static <R> List<Field<R, ?>> primaryKey(List<Field<R, ?>> fields) {
        List<Field<R, ?>> key = new ArrayList<>();
        for (Field<R, ?> field : fields) {
            if (field.settings().isPrimaryKey()) {
                key.add(field);
            }
        }
        return List.copyOf(key);
    }

    private static boolean hasAssociations(List<? extends Relation<?, ?, ?>> relations) {
        for (Relation<?, ?, ?> relation : relations) {
            if (relation instanceof Association) {
                return true;
            }
        }
        return false;
    }

    private void add(Field<R, ?> field) {
        slots[field.ordinal()] = Slot.of(field);
        if (field instanceof Relation<R, ?, ?> relation) {
            relations.add(relation);
        }
        byName.put(field.name(), field);
    }

    static boolean isText(Type<?> type) {
        return type.storage() != Storage.Scalar.BINARY;
    }

    Type<?> type(int ordinal) {
        return slots[ordinal].type();
    }

    Slot slot(int ordinal) {
        return slots[ordinal];
    }

    int size() {
        return slots.length;
    }

    List<Field<R, ?>> fields() {
        return fields;
    }

    @SuppressWarnings("unchecked") // only fields of this shape are in the array
    Field<R, ?> field(int ordinal) {
        return (Field<R, ?>) slots[ordinal].field();
    }

    /** Returns the name by which params and errors know the field. */
    String param(int ordinal) {
        return slots[ordinal].param();
    }

    @Nullable Field<R, ?> find(String name) {
        return byName.get(name);
    }

    List<Field<R, ?>> primaryKey() {
        return primaryKey;
    }

    List<Relation<R, ?, ?>> relations() {
        return relations;
    }

    /** Tells whether the field holds records. */
    boolean isRelation(int ordinal) {
        return slots[ordinal].relation() != null;
    }

    /** Returns the field as the relation that it is, or null. Looking it up is quicker than asking for the interface. */
    @SuppressWarnings("unchecked") // only relations of this shape are in the array
    @Nullable Relation<R, ?, ?> relation(int ordinal) {
        return (Relation<R, ?, ?>) slots[ordinal].relation();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type can be made no other way
    private static <R> @Nullable Changeset<R>[] blanks() {
        return new Changeset[BLANKS];
    }

    /** Returns the changeset on nothing that every cast of a new record starts from, so deep inside the params. */
    Changeset<R> blank(int depth) {
        if (depth >= blanks.length) {
            return Changeset.on(this, null, Extras.plain(depth, Action.INSERT, true));
        }
        Changeset<R> known = blanks[depth];
        if (known == null) {
            known = Changeset.on(this, null, Extras.plain(depth, depth == 1 ? null : Action.INSERT, true));
            blanks[depth] = known;
        }
        return known;
    }

    /** Returns the place of a field, which must be one of this shape's. */
    int ordinal(Field<?, ?> field) {
        int ordinal = field.ordinal();
        if (ordinal < tokens.length && tokens[ordinal] == field) {
            return ordinal;
        }
        throw foreign(field);
    }

    /** Returns a field that params may set directly. */
    Slot castable(Field<?, ?> field) {
        Slot slot = slots[ordinal(field)];
        Relation<?, ?, ?> relation = slot.relation();
        if (relation != null) {
            throw new IllegalArgumentException("'" + field.name() + "' of " + shape.name() + " is an " + relation.kind()
                    + ": cast it by cast" + (relation instanceof Association ? "Assoc" : "Embed") + "(...)");
        }
        return slot;
    }

    private IllegalArgumentException foreign(Field<?, ?> field) {
        if (field.shape() == shape) {
            return new IllegalArgumentException("'" + field.name() + "' is a place inside a field of " + shape.name()
                    + ": cast or put the embed that holds it");
        }
        return new IllegalArgumentException("field '" + field.name() + "' belongs to "
                + field.shape().name() + ", not to " + shape.name() + ": use the fields of the changeset's own shape");
    }

    /** Returns the value of a field before any change, or null. */
    @Nullable Object data(@Nullable R data, int ordinal) {
        if (data == null) {
            return slots[ordinal].initial();
        }
        return binding.get(data, ordinal);
    }

    boolean hasData(@Nullable R data, int ordinal) {
        return data == null ? !sparse || slots[ordinal].initial() != null : binding.has(data, ordinal);
    }

    List<String> names() {
        return fields.stream().<String>map(Field::name).toList();
    }
}
