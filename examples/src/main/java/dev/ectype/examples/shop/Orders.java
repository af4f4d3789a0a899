package dev.ectype.examples.shop;

import static dev.ectype.changeset.FieldOptions.onReplace;
import static dev.ectype.changeset.rule.Rules.max;
import static dev.ectype.examples.shop.Discount.DISCOUNT;
import static dev.ectype.examples.shop.Lines.LINE;
import static dev.ectype.types.Types.string;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.EmbedsMany;
import dev.ectype.changeset.EmbedsOne;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.OnReplace;
import dev.ectype.changeset.Shape;
import dev.ectype.changeset.form.Form;
import dev.ectype.changeset.form.Input;
import dev.ectype.changeset.params.Params;
import java.util.List;
import java.util.Map;

/** The shape of an {@link Order}. */
// snippet:embeds
public final class Orders extends Shape<Order> {
    public static final Orders ORDER = new Orders();
    public final Field<Order, String> reference = field("reference", string());
    public final EmbedsMany<Order, Line> lines =
            embedsMany("lines", LINE, Lines::changeset, onReplace(OnReplace.DELETE));
    public final EmbedsOne<Order, Discount> discount = embedsOne("discount", DISCOUNT, onReplace(OnReplace.DELETE));

    private Orders() {
        super(Order.class);
    }

    public static Changeset<Order> changeset(Changeset<Order> order, Map<String, ?> params) {
        var f = ORDER;
        return order.cast(params, f.reference)
                .castEmbed(f.lines, o -> o.sortParam("lines_order").dropParam("lines_gone"))
                .castEmbed(f.discount)
                .validateRequired(f.reference)
                .validateLength(f.lines, max(100));
    }

    // end

    /** Reads what a browser sends. */
    // snippet:embeds-form
    public static Changeset<Order> submitted(Order order, Map<String, String[]> fields) {
        return changeset(ORDER.change(order), Params.ofForm(fields, ORDER));
    }

    public static List<Input> lineInputs(Changeset<Order> order) {
        return Form.of(order).forms("lines").stream()
                .flatMap(line -> line.inputs().stream())
                .toList();
    }
    // end
}
