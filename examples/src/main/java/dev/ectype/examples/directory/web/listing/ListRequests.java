package dev.ectype.examples.directory.web.listing;

import static dev.ectype.changeset.FieldOptions.defaultTo;
import static dev.ectype.changeset.FieldOptions.external;
import static dev.ectype.changeset.rule.Rules.max;
import static dev.ectype.changeset.rule.Rules.range;
import static dev.ectype.types.Types.enumOf;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import dev.ectype.examples.directory.people.Status;
import java.util.Map;

/** The parameters of a {@link ListRequest}: a shape that no store knows. */
public final class ListRequests extends Shape<ListRequest> {
    /** The one instance. */
    public static final ListRequests LIST_REQUEST = new ListRequests();

    /** The most people on one page. */
    public static final int MOST = 100;

    /** What is searched for. */
    public final Field<ListRequest, String> text = field("text", string(), external("q"));

    /** Where they stand. */
    public final Field<ListRequest, Status> status = field("status", enumOf(Status.class, Status::code));

    /** In which order. */
    public final Field<ListRequest, ListOrder> order =
            field("order", enumOf(ListOrder.class, ListOrder::code), defaultTo(ListOrder.NAME));

    /** How many at most. */
    public final Field<ListRequest, Integer> limit = field("limit", integer(), defaultTo(20));

    /** Where the list begins. */
    public final Field<ListRequest, String> after = field("after", string());

    private ListRequests() {
        super(ListRequest.class);
    }

    /** Casts and validates the parameters of an address. */
    public static Changeset<ListRequest> changeset(Map<String, ?> params) {
        ListRequests f = LIST_REQUEST;
        return f.cast(params, f.text, f.status, f.order, f.limit, f.after)
                .validateLength(f.text, max(100))
                .validateInclusion(f.limit, range(1, MOST))
                .validateLength(f.after, max(2_000));
    }
}
