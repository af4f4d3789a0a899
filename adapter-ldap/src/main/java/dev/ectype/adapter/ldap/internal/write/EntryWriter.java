package dev.ectype.adapter.ldap.internal.write;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.PostReadResponseControl;
import com.unboundid.ldap.sdk.controls.PreReadResponseControl;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.internal.server.LdapErrors;
import dev.ectype.error.MappingException;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Update;
import dev.ectype.spi.Violation;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Does single writes of one source. */
public final class EntryWriter {
    private static final int TRIES = 50;
    private static final Set<ResultCode> NOT_AS_THOUGHT = Set.of(
            ResultCode.ATTRIBUTE_OR_VALUE_EXISTS,
            ResultCode.NO_SUCH_ATTRIBUTE,
            ResultCode.CONSTRAINT_VIOLATION,
            ResultCode.OBJECT_CLASS_VIOLATION,
            ResultCode.INVALID_ATTRIBUTE_SYNTAX);
    private final Directory directory;
    private final EntryMapping mapping;
    private final Steps steps;
    private final UpdateSteps updates;

    /** Creates the writer of a source. */
    public EntryWriter(Directory directory, EntryMapping mapping) {
        this.directory = directory;
        this.mapping = mapping;
        this.steps = new Steps(directory, mapping, true);
        this.updates = steps.updates();
    }

    /** Adds an entry, or does what is wanted if its name is taken. */
    public WriteOutcome insert(Insert insert) {
        if (insert.onConflict() instanceof OnConflict.Raise) {
            return add(insert);
        }
        requireKeyTarget(insert.onConflict());
        return insert.onConflict() instanceof OnConflict.Change change ? upsert(insert, change) : addOrKeep(insert);
    }

    private WriteOutcome add(Insert insert) {
        return send(steps.insert(insert), insert, Effect.INSERTED);
    }

    private void requireKeyTarget(OnConflict conflict) {
        List<Integer> target =
                conflict instanceof OnConflict.Keep keep ? keep.target() : ((OnConflict.Change) conflict).target();
        boolean isKey = target.isEmpty() || target.equals(mapping.source().key());
        if (!isKey || !mapping.naming().followsFromKey()) {
            throw new MappingException(
                    MappingException.Kind.UNSUPPORTED,
                    "a directory knows of conflicts of names only: the conflict must be of a key that names the entry",
                    Map.of("source", mapping.source()));
        }
    }

    private WriteOutcome addOrKeep(Insert insert) {
        WriteOutcome outcome = add(insert);
        return isNameTaken(outcome)
                ? written(Effect.UNCHANGED, steps.insert(insert).get(0).dn(), Optional.empty(), insert)
                : outcome;
    }

    private static boolean isNameTaken(WriteOutcome outcome) {
        return outcome instanceof WriteOutcome.Violated violated
                && violated.violations().stream().anyMatch(v -> v.constraint().equals(Violation.PRIMARY_KEY));
    }

    private WriteOutcome upsert(Insert insert, OnConflict.Change change) {
        Update update = new Update(
                insert.source(),
                keyOf(insert.row()),
                change.assignments(),
                change.conditions(),
                insert.returning(),
                insert.options());
        WriteOutcome outcome = add(insert);
        for (int i = 0; i < TRIES && isNameTaken(outcome); i++) {
            outcome = update(update);
            if (!(outcome instanceof WriteOutcome.Stale)) {
                return outcome;
            }
            // Gone since it was in the way, or not as the conditions want it: only adding it again can tell.
            WriteOutcome again = add(insert);
            outcome = isNameTaken(again) && !change.conditions().isEmpty() ? outcome : again;
        }
        return outcome;
    }

    private List<Object> keyOf(Row row) {
        return mapping.source().key().stream()
                .map(row::get)
                .map(value -> Objects.requireNonNull(value, "key"))
                .toList();
    }

    /** Changes an entry. */
    public WriteOutcome update(Update update) {
        Optional<String> dn = new EntryReader(directory, mapping, update.options()).locate(update.key());
        return dn.map(name -> update(update, name)).orElseGet(WriteOutcome.Stale::new);
    }

    private WriteOutcome update(Update update, String dn) {
        List<Modification> refused = List.of();
        for (int tries = 1; ; tries++) {
            Optional<List<Step>> wanted = updates.of(update, dn, tries > 1);
            if (wanted.isEmpty()) {
                return new WriteOutcome.Stale();
            }
            if (wanted.get().isEmpty()) {
                return written(Effect.UNCHANGED, dn, Optional.empty(), update);
            }
            Delivery.Answer answer = new Delivery(directory, update).send(wanted.get());
            if (answer.refusal().isEmpty()) {
                return written(Effect.UPDATED, ownName(wanted.get(), dn), answer.result(), update);
            }
            Delivery.Refusal refusal = answer.refusal().get();
            List<Modification> asked = refusal.step().modifications();
            boolean again = tries > 2 && asked.equals(refused);
            if (again
                    || tries == TRIES
                    || !isNotAsThought(update, refusal.cause().getResultCode())) {
                return new Violations(directory, mapping, update).outcome(dn, refusal);
            }
            refused = asked;
        }
    }

    /** Returns the name of the record's own entry afterwards. */
    static String ownName(List<Step> steps, String dn) {
        Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        return last == null || last.column().isPresent() ? dn : last.dn();
    }

    /**
     * Servers answer so to a second value of an attribute of one, to an increment of none, or of a number too large for them.
     * What is refused again although the entry was read in between is refused for itself.
     */
    private boolean isNotAsThought(Update update, ResultCode code) {
        return NOT_AS_THOUGHT.contains(code) && updates.isBlind(update);
    }

    /** Removes an entry. */
    public WriteOutcome delete(Delete delete) {
        EntryReader reader = new EntryReader(directory, mapping, delete.options());
        Optional<String> dn = reader.locate(delete.key());
        Optional<Row> before = dn.filter(
                        name -> !mapping.children(delete.returning()).isEmpty())
                .flatMap(name -> reader.row(name, delete.returning()));
        WriteOutcome outcome = dn.flatMap(name -> steps.delete(delete, name))
                .map(all -> send(all, delete, Effect.DELETED))
                .orElseGet(WriteOutcome.Stale::new);
        return before.isPresent() && outcome instanceof WriteOutcome.Written
                ? new WriteOutcome.Written(Effect.DELETED, before)
                : outcome;
    }

    private WriteOutcome send(List<Step> all, Write write, Effect effect) {
        Delivery.Answer answer = new Delivery(directory, write).send(all);
        String dn = effect == Effect.DELETED
                ? all.get(all.size() - 1).dn()
                : all.get(0).dn();
        return answer.refusal()
                .map(refusal -> new Violations(directory, mapping, write).outcome(dn, refusal))
                .orElseGet(() -> written(effect, dn, answer.result(), write));
    }

    static List<Integer> returning(Write write) {
        if (write instanceof Insert insert) {
            return insert.returning();
        }
        return write instanceof Update update ? update.returning() : ((Delete) write).returning();
    }

    /** Returns the outcome of a write that took place, with the row as the server told it, or as it is read now. */
    private WriteOutcome written(Effect effect, String dn, Optional<LDAPResult> result, Write write) {
        List<Integer> returning = returning(write);
        if (returning.isEmpty()) {
            return new WriteOutcome.Written(effect, Optional.empty());
        }
        EntryReader reader = new EntryReader(directory, mapping, write.options());
        return new WriteOutcome.Written(
                effect,
                result.flatMap(this::told)
                        .or(() -> reader.read(dn, returning))
                        .map(entry -> reader.row(entry, returning)));
    }

    private Optional<Entry> told(LDAPResult result) {
        try {
            PostReadResponseControl after = PostReadResponseControl.get(result);
            if (after != null) {
                return Optional.of(after.getEntry());
            }
            PreReadResponseControl before = PreReadResponseControl.get(result);
            return before == null ? Optional.empty() : Optional.of(before.getEntry());
        } catch (LDAPException e) {
            throw LdapErrors.reading(mapping.source().toString(), e);
        }
    }
}
