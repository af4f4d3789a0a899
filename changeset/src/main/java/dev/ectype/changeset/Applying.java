package dev.ectype.changeset;

import dev.ectype.changeset.rule.Message;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a changeset becomes a record.
 *
 * @param <R> the record
 */
public sealed interface Applying<R> permits Changeset {

    private Changeset<R> self() {
        return (Changeset<R>) this;
    }

    /**
     * Returns the record with the changes, whether they are valid or not.
     *
     * @throws IllegalStateException if the record cannot be made, for want of the value of a primitive component
     */
    default R applyChanges() {
        State<R> state = self().state();
        R data = state.data();
        return data != null && !state.hasChanges() ? data : state.plan().binding.build(data, Applied.values(state));
    }

    /** Returns the record if the changeset is valid, otherwise the changeset with its errors. */
    default Result<R> apply() {
        Changeset<R> changeset = self();
        if (!changeset.isValid()) {
            return new Result.Invalid<>(changeset);
        }
        try {
            return new Result.Ok<>(applyChanges());
        } catch (MissingPrimitiveException missing) {
            if (!missing.isOf(changeset.shape())) {
                throw missing;
            }
            return new Result.Invalid<>(Applied.missing(changeset, missing));
        }
    }

    /** Like {@link #apply}; a changeset with errors comes back with that action, which a valid one does not keep. */
    default Result<R> applyAction(Action action) {
        Result<R> result = apply();
        return result instanceof Result.Invalid<R> invalid
                ? new Result.Invalid<>(invalid.changeset().withAction(action))
                : result;
    }

    /** Returns the changeset with a step that a store takes just before it writes, in the order of registration. */
    default Changeset<R> prepare(UnaryOperator<Changeset<R>> step) {
        Changeset<R> changeset = self();
        return changeset.withExtras(Applied.preparing(changeset.state().extras(), step));
    }

    /** Returns the changeset for another purpose, or for none said. */
    default Changeset<R> withAction(@Nullable Action action) {
        Changeset<R> changeset = self();
        return changeset.withExtras(changeset.state().extras().withAction(action));
    }

    /** Returns the changeset with an error on a field. */
    default Changeset<R> addError(Field<R, ?> field, String text) {
        return addError(field, Message.of(text));
    }

    /** Returns the changeset with an error on a field. */
    default Changeset<R> addError(Field<R, ?> field, Message message) {
        self().state().plan().ordinal(field);
        return addError(Errors.program(Errors.path(field), "custom", message));
    }

    /** Returns the changeset with an error on a name, which need not be a field's. */
    default Changeset<R> addError(String name, Message message) {
        return addError(Errors.program(name.isEmpty() ? Path.ROOT : Path.of(name), "custom", message));
    }

    /** Returns the changeset with an error. */
    default Changeset<R> addError(FieldError error) {
        Changeset<R> changeset = self();
        return changeset.with(changeset.state().withValid(false), Applied.prepended(error, changeset.errors()));
    }
}
