package dev.ectype.benchmarks.memory;

import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.types.Types.bool;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.longInteger;
import static dev.ectype.types.Types.string;

import dev.ectype.adapter.inmemory.TableOptions;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;

/** The members as a schema, with an index that is hashed and one that is ordered. */
final class Members extends Schema<Member> {
    static final Members MEMBERS = new Members();

    final Column<Member, Integer> id = field("id", integer(), primaryKey());
    final Column<Member, String> name = field("name", string());
    final Column<Member, String> team = field("team", string());
    final Column<Member, Integer> score = field("score", integer());
    final Column<Member, Long> balance = field("balance", longInteger());
    final Column<Member, Boolean> active = field("active", bool());

    {
        index(team);
        index(score);
        hint(TableOptions.hashed().withHashedIndex("members_team_index"));
    }

    private Members() {
        super(Member.class, "members");
    }
}
