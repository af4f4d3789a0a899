package dev.ectype.changeset;

import dev.ectype.changeset.rule.Acceptance;
import dev.ectype.changeset.rule.Confirmation;
import dev.ectype.changeset.rule.Violation;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Validations that look at the params themselves. */
final class FromParams {
    private static final String SUFFIX = "_confirmation";

    private FromParams() {}

    static <R> Changeset<R> confirm(Changeset<R> changeset, Object subject, String name, Confirmation options) {
        State<R> state = changeset.state();
        Map<String, ?> params = state.params();
        if (params == null) {
            return changeset;
        }
        Changeset<R> logged = changeset.logged(name + SUFFIX, Log.ASKED).logged(subject, options);
        Violation violation = violation(params, name, options);
        return violation == null ? logged : logged.addError(Errors.at(Path.of(name + SUFFIX), violation));
    }

    private static @Nullable Violation violation(Map<String, ?> params, String name, Confirmation options) {
        Object repeated = params.get(name + SUFFIX);
        if (repeated == null && !params.containsKey(name + SUFFIX)) {
            return options.missing();
        }
        return Objects.equals(params.get(name), repeated) ? null : options.different();
    }

    static <R> Changeset<R> accept(Changeset<R> changeset, String param, Acceptance options) {
        Map<String, ?> params = changeset.state().params();
        Changeset<R> logged = changeset.logged(param, Log.ASKED).logged(param, options);
        if (params == null || Acceptance.isAccepted(params.get(param))) {
            return logged;
        }
        return logged.addError(Errors.at(Path.of(param), options.refused()));
    }
}
