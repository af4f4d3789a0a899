package dev.ectype.changeset;

import dev.ectype.types.Type;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.Arrays;
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
    final @Nullable Object[] noChanges;
    private final List<Field<R, ?>> fields;
    private final Field<?, ?>[] byOrdinal;
    private final String[] params;
    private final @Nullable Object[] defaults;
    private final Type<?>[] types;
    private final @Nullable Type<?>[] elements;
    private final boolean[] texts;
    private final boolean[] related;
    private final @Nullable Changeset<R>[] blanks;
    private final Map<String, Field<R, ?>> byName = new HashMap<>();
    private final List<Field<R, ?>> primaryKey = new ArrayList<>();
    private final List<Relation<R, ?, ?>> relations = new ArrayList<>();

    Plan(Shape<R> shape, Construction<R> construction, List<Field<R, ?>> declared) {
        this.shape = shape;
        this.fields = List.copyOf(declared);
        this.byOrdinal = declared.toArray(new Field<?, ?>[0]);
        this.noChanges = new Object[byOrdinal.length];
        this.params = new String[byOrdinal.length];
        this.defaults = new Object[byOrdinal.length];
        this.types = new Type<?>[byOrdinal.length];
        this.elements = new Type<?>[byOrdinal.length];
        this.texts = new boolean[byOrdinal.length];
        this.related = new boolean[byOrdinal.length];
        this.blanks = blanks();
        for (Field<R, ?> field : fields) {
            add(field);
        }
        this.binding = construction.bind(fields);
        this.sparse = binding.isSparse();
    }

    private void add(Field<R, ?> field) {
        int ordinal = field.ordinal();
        params[ordinal] = field.settings().external().orElse(field.name());
        defaults[ordinal] = initial(field);
        types[ordinal] = field.type();
        if (field instanceof Relation<R, ?, ?> relation) {
            relations.add(relation);
            related[ordinal] = true;
        } else {
            elements[ordinal] = field.type().element().orElse(null);
            texts[ordinal] = isText(field.type());
        }
        byName.put(field.name(), field);
        if (field.settings().isPrimaryKey()) {
            primaryKey.add(field);
        }
    }

    private static @Nullable Object initial(Field<?, ?> field) {
        Object given = field.settings().defaultValue();
        return given == null && field instanceof Relation<?, ?, ?> relation ? relation.initial() : given;
    }

    static boolean isText(Type<?> type) {
        return type.storage() != Storage.Scalar.BINARY;
    }

    Type<?> type(int ordinal) {
        return types[ordinal];
    }

    /** Returns the type of the elements if the field holds a list or set, otherwise null. */
    @Nullable
    Type<?> element(int ordinal) {
        return elements[ordinal];
    }

    /** Tells whether a param that is text is meant as text: bytes are not. */
    boolean isText(int ordinal) {
        return texts[ordinal];
    }

    int size() {
        return byOrdinal.length;
    }

    List<Field<R, ?>> fields() {
        return fields;
    }

    @SuppressWarnings("unchecked") // only fields of this shape are in the array
    Field<R, ?> field(int ordinal) {
        return (Field<R, ?>) byOrdinal[ordinal];
    }

    /** Returns the name by which params and errors know the field. */
    String param(int ordinal) {
        return params[ordinal];
    }

    @Nullable
    Field<R, ?> find(String name) {
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
        return related[ordinal];
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
        if (ordinal >= byOrdinal.length || byOrdinal[ordinal] != field) {
            throw foreign(field);
        }
        return ordinal;
    }

    /** Returns the place of a field that params may set directly. */
    int castable(Field<?, ?> field) {
        int ordinal = ordinal(field);
        if (related[ordinal] && field instanceof Relation<?, ?, ?> relation) {
            throw new IllegalArgumentException("'" + field.name() + "' of " + shape.name() + " is an " + relation.kind()
                    + ": cast it by cast" + (relation instanceof Association ? "Assoc" : "Embed") + "(...)");
        }
        return ordinal;
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
    @Nullable
    Object data(@Nullable R data, int ordinal) {
        if (data == null) {
            return defaults[ordinal];
        }
        return binding.get(data, ordinal);
    }

    boolean hasData(@Nullable R data, int ordinal) {
        return data == null ? !sparse || defaults[ordinal] != null : binding.has(data, ordinal);
    }

    @Nullable
    Object defaultValue(int ordinal) {
        return defaults[ordinal];
    }

    List<String> names() {
        return Arrays.stream(byOrdinal).map(Field::name).toList();
    }
}
