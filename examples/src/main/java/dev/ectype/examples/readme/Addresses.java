package dev.ectype.examples.readme;

import static dev.ectype.types.Types.string;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import java.util.Map;

/** The shape of addresses. */
public final class Addresses extends Shape<Address> {
    /** The one instance. */
    public static final Addresses ADDRESS = new Addresses();

    /** The street with its number. */
    public final Field<Address, String> street = field("street", string());

    /** The city. */
    public final Field<Address, String> city = field("city", string());

    private Addresses() {
        super(Address.class);
    }

    /** Casts an address that is a part of another request. */
    public static Changeset<Address> changeset(Changeset<Address> address, Map<String, ?> params) {
        return address.cast(params, ADDRESS.street, ADDRESS.city).validateRequired(ADDRESS.city);
    }
}
