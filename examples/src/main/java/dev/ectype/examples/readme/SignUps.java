package dev.ectype.examples.readme;

import static dev.ectype.changeset.FieldOptions.redacted;
import static dev.ectype.changeset.rule.Rules.BYTES;
import static dev.ectype.changeset.rule.Rules.EMAIL;
import static dev.ectype.changeset.rule.Rules.min;
import static dev.ectype.examples.readme.Addresses.ADDRESS;
import static dev.ectype.types.Types.date;
import static dev.ectype.types.Types.phone;
import static dev.ectype.types.Types.string;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.EmbedsOne;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import dev.ectype.types.phone.Phone;
import java.time.LocalDate;
import java.util.Map;

/** The shape of requests to sign up. */
// snippet:validate
public final class SignUps extends Shape<SignUp> {
    public static final SignUps SIGN_UP = new SignUps();
    public final Field<SignUp, String> email = field("email", string());
    public final Field<SignUp, String> password = field("password", string(), redacted());
    public final Field<SignUp, Phone> phone = field("phone", phone("GR"));
    public final Field<SignUp, LocalDate> born = field("born", date());
    public final EmbedsOne<SignUp, Address> address = embedsOne("address", ADDRESS, Addresses::changeset);

    private SignUps() {
        super(SignUp.class);
    }

    public static Changeset<SignUp> changeset(Map<String, ?> params) {
        var f = SIGN_UP;
        return f.cast(params, f.email, f.password, f.phone, f.born)
                .castEmbed(f.address)
                .validateRequired(f.email, f.password)
                .validateFormat(f.email, EMAIL)
                .validateLength(f.password, min(12).max(72).in(BYTES))
                .validateConfirmation(f.password);
    }
}
// end
