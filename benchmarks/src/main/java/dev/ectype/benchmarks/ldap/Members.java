package dev.ectype.benchmarks.ldap;

import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.changeset.FieldOptions.source;
import static dev.ectype.types.Types.setOf;
import static dev.ectype.types.Types.string;

import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.changeset.Changeset;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import java.util.Map;
import java.util.Set;

/** How members stand in a directory, for Ectype. */
public final class Members extends Schema<Member> {
    /** The one instance. */
    public static final Members MEMBERS = new Members();

    final Column<Member, String> uid = field("uid", string(), primaryKey());
    final Column<Member, String> name = field("name", string(), source("cn"));
    final Column<Member, String> surname = field("surname", string(), source("sn"));
    final Column<Member, Set<String>> mails = field("mails", setOf(string()), source("mail"));
    final Column<Member, String> phone = field("phone", string(), source("telephoneNumber"));
    final Column<Member, String> title = field("title", string());
    final Column<Member, String> city = field("city", string(), source("l"));

    {
        hint(LdapMapping.of("inetOrgPerson"));
    }

    private Members() {
        super(Member.class, "members");
    }

    static Changeset<Member> changeset(Map<String, ?> params) {
        Members m = MEMBERS;
        return m.cast(params, m.uid, m.name, m.surname, m.mails, m.phone, m.title, m.city)
                .validateRequired(m.uid, m.name, m.surname);
    }

    static Map<String, Object> params(int number) {
        return Map.of(
                "uid", "u" + number,
                "name", "Ada Lovelace " + number,
                "surname", "Lovelace",
                "mails", Set.of("ada" + number + "@example.org", "lovelace" + number + "@example.org"),
                "phone", "+30 210 1234567",
                "title", "Countess",
                "city", "Athens");
    }
}
