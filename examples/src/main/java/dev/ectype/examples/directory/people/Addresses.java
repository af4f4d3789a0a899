package dev.ectype.examples.directory.people;

import static dev.ectype.changeset.rule.Rules.max;
import static dev.ectype.changeset.rule.Rules.oneOf;
import static dev.ectype.types.Types.string;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import java.util.Map;

/** The fields of an {@link Address}, and what makes one valid. */
public final class Addresses extends Shape<Address> {
    /** The one instance. */
    public static final Addresses ADDRESS = new Addresses();

    /** The name of the city. */
    public final Field<Address, String> city = field("city", string());

    /** The ISO 3166 code of the country. */
    public final Field<Address, String> country = field("country", string());

    private Addresses() {
        super(Address.class);
    }

    /** Casts and validates an address; a country may be given by its English name too, and nothing else may be given. */
    public static Changeset<Address> changeset(Changeset<Address> address, Map<String, ?> params) {
        Addresses f = ADDRESS;
        return address.cast(params, f.city, f.country)
                .validateRequired(f.country)
                .validateLength(f.city, max(100))
                .update(f.country, written -> written == null ? null : Countries.codeOf(written))
                .validateInclusion(
                        f.country, oneOf(Countries.CODES).message("is not a country's ISO 3166 code or English name"))
                .strict();
    }
}
