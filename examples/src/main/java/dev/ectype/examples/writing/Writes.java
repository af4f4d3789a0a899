package dev.ectype.examples.writing;

import static dev.ectype.examples.writing.Baskets.BASKETS;
import static dev.ectype.examples.writing.Baskets.Items.ITEM;
import static dev.ectype.examples.writing.Members.MEMBERS;
import static dev.ectype.query.Query.from;
import static dev.ectype.query.condition.Conditions.anyElement;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Result;
import dev.ectype.changeset.form.Form;
import dev.ectype.repo.Repo;
import dev.ectype.repo.write.BulkInsert;
import dev.ectype.repo.write.BulkResult;
import dev.ectype.repo.write.RowOutcome;
import dev.ectype.repo.write.Updates;
import dev.ectype.repo.write.Upsert;
import dev.ectype.repo.write.WriteOptions;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;

/** What the page on writing shows, one method a paragraph. */
public final class Writes {
    private Writes() {}

    /** Inserts a member and tells what the form shows beside its e-mail field: nothing, or why it was refused. */
    public static List<String> join(Repo repo, Map<String, ?> params) {
        // snippet:writing-insert
        Result<Member> result = repo.insert(Members.changeset(MEMBERS.change(), params));
        // end
        // snippet:writing-form
        return result.failure().map(refused -> Form.of(refused).errors("email")).orElse(List.of());
        // end
    }

    /** Gives a member another name. */
    public static Member rename(Repo repo, Member member, String name) {
        // snippet:writing-update
        Changeset<Member> changeset = Members.changeset(MEMBERS.change(member), Map.of("name", name));
        return repo.updateOrThrow(changeset);
        // end
    }

    /** Gives a member another name unless somebody else was first, and tells what came of it. */
    public static String renameOnce(Repo repo, Member member, String name) {
        // snippet:writing-lock
        Changeset<Member> changeset =
                Members.changeset(MEMBERS.change(member), Map.of("name", name)).optimisticLock(MEMBERS.version);
        Result<Member> result = repo.update(changeset);
        if (result instanceof Result.Stale) {
            return "somebody changed this member meanwhile";
        }
        // end
        return result.isOk() ? "renamed" : "refused";
    }

    /** Does the same, with the error in the form. */
    public static List<String> renameInForm(Repo repo, Member member, String name) {
        Changeset<Member> changeset =
                Members.changeset(MEMBERS.change(member), Map.of("name", name)).optimisticLock(MEMBERS.version);
        // snippet:writing-stale
        WriteOptions options = WriteOptions.none().staleErrorOn(MEMBERS.name, "was changed by somebody else");
        Result<Member> result = repo.update(changeset, options);
        // end
        return result.failure().map(refused -> Form.of(refused).errors("name")).orElse(List.of());
    }

    /** Counts a visit, of a member that may be new. */
    public static String visit(Repo repo, String email) {
        // snippet:writing-upsert
        Changeset<Member> first = Members.changeset(MEMBERS.change(), Map.of("email", email, "visits", 1));
        Upsert<Member> again = Upsert.on(MEMBERS.email)
                .update(Updates.of(MEMBERS).inc(MEMBERS.visits, 1).touching());
        RowOutcome<Member> outcome = repo.upsert(first, again);
        if (outcome instanceof RowOutcome.Ok<Member> ok) {
            return ok.effect() + ", visits: " + ok.record().visits();
        }
        // end
        return "refused";
    }

    /** Takes over members from a list. */
    public static String takeOver(Repo repo, List<Changeset<Member>> changesets) {
        // snippet:writing-bulk
        BulkResult<Member> result = repo.insertAll(BulkInsert.of(changesets)
                .onConflict(Upsert.on(MEMBERS.email).replaceAllExcept(MEMBERS.visits))
                .chunk(500));
        String report = result.count(RowOutcome.Effect.INSERTED) + " new, "
                + result.count(RowOutcome.Effect.UPDATED) + " known, "
                + result.failures().keySet() + " refused";
        // end
        return report;
    }

    /** Gives a badge to those who come often, and forgets those who never came. */
    public static long reward(Repo repo) {
        // snippet:writing-update-all
        long rewarded = repo.updateAll(
                from(MEMBERS).where(MEMBERS.visits.ge(10)),
                Updates.of(MEMBERS).addToSet(MEMBERS.badges, "regular").touching());
        repo.deleteAll(from(MEMBERS).where(MEMBERS.visits.eq(0)));
        // end
        return rewarded;
    }

    /** Says of a thing, in every basket that has it, that it cannot be had any more. */
    public static long soldOut(Repo repo, String sku) {
        // snippet:writing-elements
        Condition isSold = BASKETS.items.element(ITEM.sku).eq(sku);
        long baskets = repo.updateAll(
                from(BASKETS).where(anyElement(BASKETS.items, isSold)).allowScan(),
                Updates.of(BASKETS)
                        .elements(BASKETS.items, isSold, item -> item.set(BASKETS.items.element(ITEM.state), "gone")));
        // end
        return baskets;
    }
}
