package dev.ectype.changeset;

import static dev.ectype.changeset.rule.Rules.max;
import static dev.ectype.types.Types.string;

import java.util.Map;

/** The shape of addresses, for tests. */
public final class Addresses extends Shape<Address> {
    public static final Addresses ADDRESS = new Addresses();
    public final Field<Address, String> city = field("city", string());
    public final Field<Address, String> zip = field("zip", string());

    private Addresses() {
        super(Address.class);
    }

    public static Changeset<Address> changeset(Changeset<Address> address, Map<String, ?> params) {
        var f = ADDRESS;
        return address.cast(params, f.city, f.zip).validateRequired(f.city).validateLength(f.zip, max(5));
    }
}
