package dev.ectype.changeset;

import dev.ectype.changeset.rule.Message;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record or nothing, the params of a request, the changes that were permitted, and what is wrong with them. Every step
 * returns another changeset; none changes this one. Immutable, safe for use by several threads.
 *
 * <p>What it can do is spread over the interfaces that it implements, by idea. Here is what is called with several fields.
 *
 * @param <R> the record
 */
@SuppressWarnings("varargs") // the arrays are only read
public final class Changeset<R> extends Log
        implements Casting<R>, Editing<R>, Reading<R>, Validating<R>, Constraining<R>, Applying<R> {
    private final State<R> state;
    private final List<FieldError> errors;
    private final @Nullable Log earlier;
    private final @Nullable Object subject;
    private final @Nullable Object said;

    private Changeset(
            State<R> state,
            List<FieldError> errors,
            @Nullable Log earlier,
            @Nullable Object subject,
            @Nullable Object said) {
        this.state = state;
        this.errors = errors;
        this.earlier = earlier;
        this.subject = subject;
        this.said = said;
    }

    @Override
    @Nullable Log earlier() {
        return earlier;
    }

    @Override
    @Nullable Object subject() {
        return subject;
    }

    @Override
    @Nullable Object said() {
        return said;
    }

    static <R> Changeset<R> on(Plan<R> plan, @Nullable R data, Extras<R> extras) {
        return new Changeset<>(State.on(plan, data, extras), List.of(), null, null, null);
    }

    /** Returns a changeset in that state, without errors. */
    static <R> Changeset<R> of(State<R> state) {
        return new Changeset<>(state, List.of(), null, null, null);
    }

    /** Returns an empty changeset whose first cast may say what counts as empty for good. */
    static <R> Changeset<R> fresh(Plan<R> plan, @Nullable R data) {
        return data == null ? plan.blank(1) : on(plan, data, Extras.plain(1, null, true));
    }

    /** Returns an empty changeset of a related record, on what is there or on nothing. */
    static <R> Changeset<R> child(Plan<R> plan, @Nullable R current, Extras<?> owner) {
        if (current == null && owner.isPlainMode()) {
            return plan.blank(owner.mode().depth() + 1);
        }
        return on(plan, current, owner.deeper(current == null ? Action.INSERT : Action.UPDATE));
    }

    State<R> state() {
        return state;
    }

    Changeset<R> with(State<R> newState) {
        return with(newState, errors);
    }

    Changeset<R> with(State<R> newState, List<FieldError> newErrors) {
        return new Changeset<>(newState, newErrors, earlier, subject, said);
    }

    /** Returns a changeset of which something else was said. */
    Changeset<R> with(State<R> newState, List<FieldError> newErrors, Log log) {
        return new Changeset<>(newState, newErrors, log.earlier(), log.subject(), log.said());
    }

    /** Returns the changeset that saying something more makes. */
    Changeset<R> logged(Object newSubject, @Nullable Object what) {
        Log before = orNothing();
        return new Changeset<>(state, errors, before, newSubject, what);
    }

    /** Returns the changeset that a cast makes, which is what it asked for as well. */
    Changeset<R> cast(State<R> newState, List<FieldError> newErrors, @Nullable Log before, Object asked) {
        return new Changeset<>(newState, newErrors, before, asked, ASKED);
    }

    Changeset<R> withExtras(Extras<R> extras) {
        return with(state.withExtras(extras));
    }

    /** Returns the errors of this record's own fields, newest first; those of related records are their changesets'. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Casts the permitted params; nothing else is read of them. */
    @SafeVarargs
    public final Changeset<R> cast(Map<String, ?> params, Field<R, ?>... permitted) {
        return Caster.cast(this, params, CastOptions.DEFAULT, permitted);
    }

    /** Casts the permitted params, by options. */
    @SafeVarargs
    public final Changeset<R> cast(Map<String, ?> params, CastOptions options, Field<R, ?>... permitted) {
        return Caster.cast(this, params, options, permitted);
    }

    /**
     * Requires fields to have a value, changed or not. One that has an error already gets no other; what an empty one would
     * be changed to is dropped.
     */
    @SafeVarargs
    public final Changeset<R> validateRequired(Field<R, ?>... fields) {
        return Presence.require(this, null, fields);
    }

    /** Requires fields to have a value, with a text of its own. */
    @SafeVarargs
    public final Changeset<R> validateRequired(Message message, Field<R, ?>... fields) {
        return Presence.require(this, message, fields);
    }

    /** Declares that the store refuses a second record with the same values of these fields. */
    @SafeVarargs
    public final Changeset<R> uniqueConstraint(Field<R, ?>... fields) {
        return constraint(ConstraintOptions.unique(), fields);
    }

    /** Declares a rule of the store; the first field gets the error unless the options say another. */
    @SafeVarargs
    public final Changeset<R> constraint(ConstraintOptions options, Field<R, ?>... fields) {
        return Constraints.declare(this, options, fields);
    }

    /** Tells shape, action, changes, errors and validity; secret values and the data are left out. */
    @Override
    public String toString() {
        return Shown.of(this);
    }
}
