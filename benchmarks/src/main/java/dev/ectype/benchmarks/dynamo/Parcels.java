package dev.ectype.benchmarks.dynamo;

import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.types.Types.bool;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.listOf;
import static dev.ectype.types.Types.longInteger;
import static dev.ectype.types.Types.mapOf;
import static dev.ectype.types.Types.string;

import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import java.util.List;
import java.util.Map;

/** The schema of parcels. */
public final class Parcels extends Schema<Parcel> {
    /** The one instance. */
    public static final Parcels PARCELS = new Parcels();

    /** The key. */
    public final Column<Parcel, String> id = field("id", string(), primaryKey());

    /** A text. */
    public final Column<Parcel, String> name = field("name", string());

    /** A number. */
    public final Column<Parcel, Integer> count = field("count", integer());

    /** A number. */
    public final Column<Parcel, Long> weight = field("weight", longInteger());

    /** A truth value. */
    public final Column<Parcel, Boolean> paid = field("paid", bool());

    /** Texts. */
    public final Column<Parcel, List<String>> tags = field("tags", listOf(string()));

    /** Numbers by name. */
    public final Column<Parcel, Map<String, Integer>> sizes = field("sizes", mapOf(integer()));

    private Parcels() {
        super(Parcel.class, "parcels");
    }
}
