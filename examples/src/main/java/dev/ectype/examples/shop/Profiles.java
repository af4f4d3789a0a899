package dev.ectype.examples.shop;

import static dev.ectype.changeset.FieldOptions.onReplace;
import static dev.ectype.changeset.rule.Rules.max;
import static dev.ectype.examples.shop.Contacts.CONTACT;
import static dev.ectype.types.Types.string;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.EmbedsOne;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.OnReplace;
import dev.ectype.changeset.Shape;
import java.util.Map;

/** The shape of a {@link Profile}. */
// snippet:patch
public final class Profiles extends Shape<Profile> {
    public static final Profiles PROFILE = new Profiles();
    public final Field<Profile, String> name = field("name", string());
    public final Field<Profile, String> nickname = field("nickname", string());
    public final EmbedsOne<Profile, Contact> contact =
            embedsOne("contact", CONTACT, Contacts::changeset, onReplace(OnReplace.UPDATE));

    private Profiles() {
        super(Profile.class);
    }

    public static Changeset<Profile> patch(Profile profile, Map<String, ?> body) {
        var f = PROFILE;
        return f.cast(profile, body, f.name, f.nickname)
                .castEmbed(f.contact)
                .validateRequired(f.name)
                .validateLength(f.nickname, max(20))
                .strict();
    }
}
// end
