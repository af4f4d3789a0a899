package dev.ectype.adapter.ldap.internal.write;

import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.adapter.ldap.internal.server.LdapErrors;
import dev.ectype.error.MappingException;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Does several writes together or not at all. */
public final class AtomicWriter {
    private final Directory directory;
    private final Function<Source, EntryMapping> mappings;

    /** Creates the writer; it finds mappings by their sources. */
    public AtomicWriter(Directory directory, Function<Source, EntryMapping> mappings) {
        this.directory = directory;
        this.mappings = mappings;
    }

    /** One write with its requests; none if there is nothing to change. */
    private record Planned(Write write, EntryMapping mapping, String dn, List<Step> steps) {
        List<Integer> returning() {
            return EntryWriter.returning(write);
        }

        String finalName() {
            return EntryWriter.ownName(steps, dn);
        }
    }

    /** Does the writes, with one outcome for each. */
    public List<WriteOutcome> write(List<Write> writes) {
        List<Planned> all = new ArrayList<>();
        for (Write write : writes) {
            Optional<Planned> planned = plan(write);
            if (planned.isEmpty()) {
                return onlyOne(writes.size(), all.size(), new WriteOutcome.Stale());
            }
            all.add(planned.get());
        }
        List<Optional<Row>> before = all.stream().map(this::before).toList();
        List<Step> steps = all.stream().flatMap(p -> p.steps().stream()).toList();
        Optional<Transactions.Refusal> refusal = steps.isEmpty()
                ? Optional.empty()
                : new Transactions(directory, writes.get(0).options()).run(steps, "a transaction");
        return refusal.isPresent() ? refused(all, refusal.get()) : done(all, before);
    }

    private Optional<Planned> plan(Write write) {
        EntryMapping mapping = mappings.apply(write.source());
        Steps steps = new Steps(directory, mapping, false);
        if (write instanceof Insert insert) {
            requireRaise(insert);
            List<Step> all = steps.insert(insert);
            return Optional.of(new Planned(write, mapping, all.get(0).dn(), all));
        }
        EntryReader reader = new EntryReader(directory, mapping, write.options());
        if (write instanceof Update update) {
            UpdateSteps updates = steps.updates();
            return reader.locate(update.key())
                    .flatMap(dn -> updates.of(update, dn, updates.isBlind(update))
                            .map(s -> new Planned(write, mapping, dn, s)));
        }
        Delete delete = (Delete) write;
        return reader.locate(delete.key())
                .flatMap(dn -> steps.delete(delete, dn).map(s -> new Planned(write, mapping, dn, s)));
    }

    private static void requireRaise(Insert insert) {
        if (!(insert.onConflict() instanceof OnConflict.Raise)) {
            throw new MappingException(
                    MappingException.Kind.UNSUPPORTED,
                    "in a directory's transaction an insertion cannot become something else: it is refused as a whole",
                    Map.of("source", insert.source()));
        }
    }

    private Optional<Row> before(Planned planned) {
        return planned.write() instanceof Delete && !planned.returning().isEmpty()
                ? read(planned, planned.dn())
                : Optional.empty();
    }

    private Optional<Row> read(Planned planned, String dn) {
        return new EntryReader(directory, planned.mapping(), planned.write().options()).row(dn, planned.returning());
    }

    private List<WriteOutcome> done(List<Planned> all, List<Optional<Row>> before) {
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Planned planned = all.get(i);
            boolean asks = !planned.returning().isEmpty();
            Optional<Row> row = planned.write() instanceof Delete
                    ? before.get(i)
                    : asks ? read(planned, planned.finalName()) : Optional.empty();
            outcomes.add(new WriteOutcome.Written(effect(planned), row));
        }
        return outcomes;
    }

    private static Effect effect(Planned planned) {
        if (planned.write() instanceof Insert) {
            return Effect.INSERTED;
        }
        if (planned.write() instanceof Delete) {
            return Effect.DELETED;
        }
        return planned.steps().isEmpty() ? Effect.UNCHANGED : Effect.UPDATED;
    }

    private List<WriteOutcome> refused(List<Planned> all, Transactions.Refusal refusal) {
        int step = refusal.step();
        for (int i = 0; i < all.size(); i++) {
            int size = all.get(i).steps().size();
            if (step >= 0 && step < size) {
                Planned planned = all.get(i);
                WriteOutcome why = new Violations(directory, planned.mapping(), planned.write())
                        .outcome(
                                planned.dn(),
                                new Delivery.Refusal(planned.steps().get(step), refusal.cause()));
                return onlyOne(all.size(), i, why);
            }
            step -= size;
        }
        throw LdapErrors.writing("a transaction", refusal.cause());
    }

    private static List<WriteOutcome> onlyOne(int size, int at, WriteOutcome why) {
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            outcomes.add(i == at ? why : new WriteOutcome.Written(Effect.UNCHANGED, Optional.empty()));
        }
        return outcomes;
    }
}
