package dev.ectype.tck.differential;

import dev.ectype.changeset.Construction;
import dev.ectype.changeset.EmbedsOne;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import dev.ectype.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The record that is embedded in those of a generated schema, or the one that is embedded in it in turn. */
final class Nested extends Shape<Object> {
    private static final String INNER = "f";

    private final List<Field<Object, Object>> values = new ArrayList<>();
    private final Optional<EmbedsOne<Object, Object>> inner;
    private final Optional<Nested> innermost;

    private Nested(List<Kind> kinds, Optional<Nested> innermost) {
        super(construction(kinds.size(), innermost.isPresent()));
        for (int i = 0; i < kinds.size(); i++) {
            values.add(value(i, kinds.get(i)));
        }
        this.innermost = innermost;
        this.inner = innermost.map(shape -> embedsOne(INNER, shape));
    }

    /** Returns a record of values of these kinds, with one inside it that has one value, of the last kind. */
    static Nested of(List<Kind> kinds) {
        List<Kind> last = kinds.subList(kinds.size() - 1, kinds.size());
        return new Nested(kinds, Optional.of(new Nested(last, Optional.empty())));
    }

    @SuppressWarnings("unchecked") // what is compared with a column of the field is of its kind
    private Field<Object, Object> value(int number, Kind kind) {
        return field(nameOf(number), (Type<Object>) kind.type());
    }

    /** Records are never made of the rows, so that there is nothing to make and nothing to read. */
    private static Construction<Object> construction(int values, boolean hasInner) {
        Construction.Functions<Object> construction = Construction.by(Object.class, any -> any);
        for (int i = 0; i < values; i++) {
            construction = construction.reading(nameOf(i), any -> "");
        }
        return hasInner ? construction.reading(INNER, any -> "") : construction;
    }

    private static String nameOf(int value) {
        return "n" + value;
    }

    /** Returns the fields of one value each. */
    List<Field<Object, Object>> values() {
        return values;
    }

    /** Returns the field of the record inside this one. */
    EmbedsOne<Object, Object> inner() {
        return inner.orElseThrow();
    }

    /** Returns the field of the record inside this one's. */
    Field<Object, Object> innermost() {
        return innermost.orElseThrow().values().get(0);
    }
}
