package dev.ectype.examples.shop;

import static dev.ectype.changeset.rule.Rules.EMAIL;
import static dev.ectype.types.Types.string;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import java.util.Map;

/** The shape of a {@link Contact}. */
public final class Contacts extends Shape<Contact> {
    /** The one instance. */
    public static final Contacts CONTACT = new Contacts();

    /** The mailbox. */
    public final Field<Contact, String> email = field("email", string());

    /** The telephone. */
    public final Field<Contact, String> phone = field("phone", string());

    private Contacts() {
        super(Contact.class);
    }

    /** Casts a contact that is a part of another request. */
    public static Changeset<Contact> changeset(Changeset<Contact> contact, Map<String, ?> params) {
        return contact.cast(params, CONTACT.email, CONTACT.phone)
                .validateRequired(CONTACT.email)
                .validateFormat(CONTACT.email, EMAIL);
    }
}
