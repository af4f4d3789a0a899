package dev.ectype.repo;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Result;
import dev.ectype.error.MappingException;
import dev.ectype.query.Query;
import dev.ectype.repo.MultiStep.Came;
import dev.ectype.repo.MultiStep.Ending;
import dev.ectype.repo.MultiStep.Fell;
import dev.ectype.repo.MultiStep.Grew;
import dev.ectype.repo.MultiStep.Known;
import dev.ectype.repo.write.BulkInsert;
import dev.ectype.repo.write.BulkResult;
import dev.ectype.repo.write.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Named steps that are done in their order, together or not at all, by {@link Repo#transact(Multi)}. A step that is given
 * as a function sees what the steps before came to. Immutable; every method returns another.
 */
public final class Multi {
    private static final Multi EMPTY = new Multi(List.of());

    private final List<MultiStep> steps;

    /** What a step does. */
    public enum Kind {
        /** Inserts a record. */
        INSERT,
        /** Updates a record. */
        UPDATE,
        /** Deletes a record. */
        DELETE,
        /** Inserts or updates a record. */
        INSERT_OR_UPDATE,
        /** Inserts many records. */
        INSERT_ALL,
        /** Updates the records of a query. */
        UPDATE_ALL,
        /** Deletes the records of a query. */
        DELETE_ALL,
        /** Runs a function. */
        RUN,
        /** Puts a value. */
        PUT,
        /** Fails. */
        ERROR,
        /** Reads one record. */
        ONE,
        /** Reads records. */
        ALL,
        /** Asks whether there is a record. */
        EXISTS,
        /** Takes the steps of another Multi. */
        MERGE,
        /** Looks at what there is so far. */
        INSPECT
    }

    /**
     * A step, for whoever looks at a Multi without doing it.
     *
     * @param name its name; empty for one that only looks
     * @param kind what it does
     * @param changeset what it writes, if that is known
     */
    public record Step(String name, Kind kind, Optional<Changeset<?>> changeset) {}

    private Multi(List<MultiStep> steps) {
        this.steps = steps;
    }

    /** Returns a Multi without steps. */
    public static Multi of() {
        return EMPTY;
    }

    List<MultiStep> all() {
        return steps;
    }

    /** Returns the steps in their order. */
    public List<Step> steps() {
        return steps.stream()
                .map(step -> new Step(step.name(), step.kind(), step.known().changeset()))
                .toList();
    }

    private Multi plus(String name, Kind kind, Known known, MultiStep.Work work) {
        List<MultiStep> more = new ArrayList<>(steps);
        more.add(new MultiStep(name, kind, known, work));
        return new Multi(unique(more));
    }

    static List<MultiStep> unique(List<MultiStep> steps) {
        List<String> names = new ArrayList<>();
        for (MultiStep step : steps) {
            if (!step.name().isEmpty() && names.contains(step.name())) {
                throw new MappingException(
                        MappingException.Kind.USAGE,
                        "two steps of a Multi have the same name; give each its own",
                        Map.of("step", step.name(), "steps", names));
            }
            names.add(step.name());
        }
        return List.copyOf(steps);
    }

    /** Inserts the record of a changeset. */
    public <R> Multi insert(String name, Changeset<R> changeset) {
        Changeset<R> known = known(name, changeset, Action.INSERT);
        return plus(name, Kind.INSERT, Known.of(known), (repo, seen) -> ending(repo.insert(known)));
    }

    /** Inserts the record of the changeset that a function makes. */
    public <R> Multi insert(String name, Function<Seen, Changeset<R>> changeset) {
        return plus(name, Kind.INSERT, Known.NOTHING, (repo, seen) -> ending(repo.insert(changeset.apply(seen))));
    }

    /** Updates the record of a changeset. */
    public <R> Multi update(String name, Changeset<R> changeset) {
        Changeset<R> known = known(name, changeset, Action.UPDATE);
        return plus(name, Kind.UPDATE, Known.of(known), (repo, seen) -> ending(repo.update(known)));
    }

    /** Updates the record of the changeset that a function makes. */
    public <R> Multi update(String name, Function<Seen, Changeset<R>> changeset) {
        return plus(name, Kind.UPDATE, Known.NOTHING, (repo, seen) -> ending(repo.update(changeset.apply(seen))));
    }

    /** Deletes the record of a changeset. */
    public <R> Multi delete(String name, Changeset<R> changeset) {
        Changeset<R> known = known(name, changeset, Action.DELETE);
        return plus(name, Kind.DELETE, Known.of(known), (repo, seen) -> ending(repo.delete(known)));
    }

    /** Deletes the record of the changeset that a function makes. */
    public <R> Multi delete(String name, Function<Seen, Changeset<R>> changeset) {
        return plus(name, Kind.DELETE, Known.NOTHING, (repo, seen) -> ending(repo.delete(changeset.apply(seen))));
    }

    /** Inserts or updates the record of a changeset, as {@link Repo#insertOrUpdate(Changeset)} does. */
    public <R> Multi insertOrUpdate(String name, Changeset<R> changeset) {
        return plus(
                name,
                Kind.INSERT_OR_UPDATE,
                Known.of(changeset),
                (repo, seen) -> ending(repo.insertOrUpdate(changeset)));
    }

    /** Inserts or updates the record of the changeset that a function makes. */
    public <R> Multi insertOrUpdate(String name, Function<Seen, Changeset<R>> changeset) {
        return plus(
                name,
                Kind.INSERT_OR_UPDATE,
                Known.NOTHING,
                (repo, seen) -> ending(repo.insertOrUpdate(changeset.apply(seen))));
    }

    /** Inserts many records; a row that is not inserted fails the step, with the outcomes of all. */
    public <R> Multi insertAll(String name, Function<Seen, BulkInsert<R>> rows) {
        return plus(name, Kind.INSERT_ALL, Known.NOTHING, (repo, seen) -> ending(repo.insertAll(rows.apply(seen))));
    }

    /** Updates the records of a query; the step comes to their number, a {@link Long}. */
    public <R> Multi updateAll(String name, Function<Seen, Query<R>> query, Updates<R> updates) {
        return plus(
                name,
                Kind.UPDATE_ALL,
                Known.NOTHING,
                (repo, seen) -> new Came(repo.updateAll(query.apply(seen), updates)));
    }

    /** Deletes the records of a query; the step comes to their number, a {@link Long}. */
    public Multi deleteAll(String name, Function<Seen, ? extends Query<?>> query) {
        return plus(name, Kind.DELETE_ALL, Known.NOTHING, (repo, seen) -> new Came(repo.deleteAll(query.apply(seen))));
    }

    /** Runs a function on the repo of the transaction; what it returns says whether the step went well. */
    public <T, E> Multi run(String name, BiFunction<? super Repo, Seen, Transacted<T, E>> function) {
        return plus(name, Kind.RUN, Known.NOTHING, (repo, seen) -> ending(function.apply(repo, seen)));
    }

    /** Puts a value, for the functions of later steps. */
    public Multi put(String name, Object value) {
        return plus(name, Kind.PUT, Known.NO_WRITE, (repo, seen) -> new Came(value));
    }

    /** Fails before anything is begun. */
    public Multi error(String name, Object value) {
        return plus(name, Kind.ERROR, Known.failing(value), (repo, seen) -> new Fell(value));
    }

    /** Reads the only record of a query; the step comes to it, or to nothing. */
    public <R> Multi one(String name, Function<Seen, Query<R>> query) {
        return plus(
                name,
                Kind.ONE,
                Known.NOTHING,
                (repo, seen) -> new Came(repo.one(query.apply(seen)).orElse(null)));
    }

    /** Reads the records of a query; the step comes to a list. */
    public <R> Multi all(String name, Function<Seen, Query<R>> query) {
        return plus(name, Kind.ALL, Known.NOTHING, (repo, seen) -> new Came(repo.all(query.apply(seen))));
    }

    /** Asks whether a query has a record; the step comes to a {@link Boolean}. */
    public Multi exists(String name, Function<Seen, ? extends Query<?>> query) {
        return plus(name, Kind.EXISTS, Known.NOTHING, (repo, seen) -> new Came(repo.exists(query.apply(seen))));
    }

    /** Takes the steps of the Multi that a function makes; none of them may have the name of another step. */
    public Multi merge(Function<Seen, Multi> function) {
        return plus("", Kind.MERGE, Known.NOTHING, (repo, seen) -> new Grew(function.apply(seen)));
    }

    /** Has a look at what there is so far. */
    public Multi inspect(Consumer<Seen> look) {
        return plus("", Kind.INSPECT, Known.NO_WRITE, (repo, seen) -> {
            look.accept(seen);
            return new Grew(EMPTY);
        });
    }

    /**
     * Returns these steps and then another's.
     *
     * @throws MappingException if two have the same name
     */
    public Multi append(Multi other) {
        List<MultiStep> both = new ArrayList<>(steps);
        both.addAll(other.steps);
        return new Multi(unique(both));
    }

    /**
     * Returns another's steps and then these.
     *
     * @throws MappingException if two have the same name
     */
    public Multi prepend(Multi other) {
        return other.append(this);
    }

    private static <R> Changeset<R> known(String name, Changeset<R> changeset, Action action) {
        Optional<Action> said = changeset.action();
        if (said.isPresent() && said.get() != action) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "the changeset of this step is for another action",
                    Map.of("step", name, "action", action, "changeset's", said.get()));
        }
        return changeset.withAction(action);
    }

    private static Ending ending(Result<?> result) {
        return result instanceof Result.Ok<?> ok
                ? new Came(ok.value())
                : new Fell(result.failure().orElseThrow());
    }

    private static Ending ending(BulkResult<?> result) {
        return result.isComplete() ? new Came(result) : new Fell(result);
    }

    private static Ending ending(Transacted<?, ?> result) {
        return result instanceof Transacted.Committed<?, ?> committed
                ? new Came(committed.value())
                : new Fell(result.reason().orElseThrow());
    }

    /** Returns the names and kinds of the steps. */
    @Override
    public String toString() {
        return steps().stream()
                .map(step -> (step.name().isEmpty() ? "" : step.name() + ": ") + step.kind())
                .toList()
                .toString();
    }
}
