package dev.ectype.examples.shop;

import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.changeset.rule.Rules.greaterThan;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import java.util.Map;

/** The shape of a {@link Line}. */
public final class Lines extends Shape<Line> {
    /** The one instance. */
    public static final Lines LINE = new Lines();

    /** Tells a line from the others of its order. */
    public final Field<Line, String> id = field("id", string(), primaryKey());

    /** Which article. */
    public final Field<Line, String> article = field("article", string());

    /** How many. */
    public final Field<Line, Integer> quantity = field("quantity", integer());

    private Lines() {
        super(Line.class);
    }

    /** Casts a line that is a part of an order. */
    public static Changeset<Line> changeset(Changeset<Line> line, Map<String, ?> params) {
        return line.cast(params, LINE.article, LINE.quantity)
                .validateRequired(LINE.article, LINE.quantity)
                .validateNumber(LINE.quantity, greaterThan(0));
    }
}
