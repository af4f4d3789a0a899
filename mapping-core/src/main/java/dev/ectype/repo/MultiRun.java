package dev.ectype.repo;

import dev.ectype.repo.atomic.Atomic;
import dev.ectype.repo.atomic.Scope;
import dev.ectype.repo.call.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Does the steps of a Multi. */
record MultiRun(RepoContext context, Multi multi) {

    MultiResult run() {
        return context.call(Operation.TRANSACT, null, this::run);
    }

    private MultiResult run(Call call) {
        Optional<MultiResult> failed = multi.all().stream()
                .filter(step -> step.known().failure().isPresent())
                .findFirst()
                .map(step -> new MultiResult.Failed(
                        step.name(), step.known().failure().orElseThrow(), Seen.NOTHING));
        if (failed.isPresent() || multi.all().isEmpty()) {
            return failed.orElseGet(() -> new MultiResult.Done(Seen.NOTHING));
        }
        return together(context.atomic(call));
    }

    private MultiResult together(Atomic atomic) {
        Function<Scope, MultiResult> work = scope -> steps(Repo.in(context.on(scope)));
        List<String> unknown = multi.all().stream()
                .filter(step -> !step.known().isWrite())
                .map(step -> step.name() + " (" + step.kind() + ")")
                .toList();
        return unknown.isEmpty()
                ? atomic.known(work, MultiResult::isDone)
                : atomic.alternating(work, MultiResult::isDone, unknown);
    }

    private MultiResult steps(Repo repo) {
        Seen seen = Seen.NOTHING;
        List<MultiStep> steps = multi.all();
        for (int i = 0; i < steps.size(); i++) {
            MultiStep step = steps.get(i);
            MultiStep.Ending ending = step.work().on(repo, seen);
            if (ending instanceof MultiStep.Fell fell) {
                return new MultiResult.Failed(step.name(), fell.with(), seen);
            }
            if (ending instanceof MultiStep.Came came) {
                seen = seen.with(step.name(), came.to());
            } else {
                steps = grown(steps, i, ((MultiStep.Grew) ending).into());
            }
        }
        return new MultiResult.Done(seen);
    }

    private static List<MultiStep> grown(List<MultiStep> steps, int at, Multi into) {
        List<MultiStep> all = new ArrayList<>(steps);
        all.addAll(at + 1, into.all());
        return Multi.unique(all);
    }
}
