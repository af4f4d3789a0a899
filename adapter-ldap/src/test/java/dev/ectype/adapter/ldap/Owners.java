package dev.ectype.adapter.ldap;

import static dev.ectype.changeset.FieldOptions.onReplace;
import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.changeset.FieldOptions.source;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.setOf;
import static dev.ectype.types.Types.string;

import dev.ectype.adapter.ldap.Owners.Owner;
import dev.ectype.adapter.ldap.mapping.LdapColumn;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.OnReplace;
import dev.ectype.changeset.Shape;
import dev.ectype.schema.Column;
import dev.ectype.schema.EmbedsMany;
import dev.ectype.schema.EmbedsOne;
import dev.ectype.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records with one embedded record and with several, each an entry below its owner's. */
final class Owners extends Schema<Owner> {
    static final Addresses ADDRESS = new Addresses();
    static final Phones PHONE = new Phones();
    static final Owners OWNER = new Owners();
    final Column<Owner, String> key = field("key", string(), primaryKey(), source("etKey"));
    final Column<Owner, String> text = field("text", string(), source("etText"));
    final Column<Owner, Integer> version = field("version", integer(), source("etNumber"));
    final EmbedsOne<Owner, Address> home =
            embedsOne("home", ADDRESS, Addresses::changeset, onReplace(OnReplace.DELETE));
    final EmbedsMany<Owner, Phone> phones = embedsMany("phones", PHONE, onReplace(OnReplace.DELETE));

    record Owner(
            String key,
            @Nullable String text,
            @Nullable Integer version,
            @Nullable Address home,
            List<Phone> phones) {}

    record Address(
            String label,
            @Nullable String city,
            @Nullable Integer zip,
            @Nullable Set<String> names) {}

    record Phone(String number, @Nullable String use) {}

    static final class Addresses extends Shape<Address> {
        final Field<Address, String> label = field("label", string(), primaryKey(), source("etIgnore"));
        final Field<Address, String> city = field("city", string(), source("etText"));

        {
            field("zip", integer(), source("etNumber"));
            field("names", setOf(string()), source("etNames"));
        }

        private Addresses() {
            super(Address.class);
        }

        private static Changeset<Address> changeset(Changeset<Address> address, Map<String, ?> params) {
            return address.cast(params, ADDRESS.castable());
        }
    }

    static final class Phones extends Shape<Phone> {
        final Field<Phone, String> number = field("number", string(), primaryKey(), source("etKey"));
        final Field<Phone, String> use = field("use", string(), source("etText"));

        private Phones() {
            super(Phone.class);
        }
    }

    {
        hint(mapping());
    }

    static LdapMapping mapping() {
        return LdapMapping.of("etThing")
                .column(
                        "home",
                        LdapColumn.PLAIN.inEntries(LdapMapping.of("etAddress").namedBy("etIgnore")))
                .column(
                        "phones",
                        LdapColumn.PLAIN.inEntries(LdapMapping.of("etPhone").namedBy("etKey")));
    }

    private Owners() {
        super(Owner.class, "owners");
    }

    static Owner owner(String key, @Nullable Address home, Phone... phones) {
        return new Owner(key, "text of " + key, 1, home, List.of(phones));
    }

    static Address address(String label, String city) {
        return new Address(label, city, 7, Set.of("a", "b"));
    }

    Changeset<Owner> changed(Owner owner, Phone... phones) {
        return change(owner).putEmbed(this.phones, List.of(phones));
    }
}
