package dev.ectype.changeset;

import dev.ectype.types.Cast;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Casts the params of a relation: each related record by the changeset function of its own. An empty list counts as an
 * empty record, since some encoders write an empty map so.
 */
final class RelationCast<R, E> extends RelationEngine<R, E> {
    private final RelationOptions<E> options;

    RelationCast(State<R> owner, Relation<R, E, ?> relation, RelationOptions<E> options) {
        super(owner, relation);
        this.options = options;
    }

    static <R, E> Changeset<R> cast(Changeset<R> changeset, Relation<R, E, ?> relation, RelationOptions<E> options) {
        State<R> state = changeset.state();
        int ordinal = state.plan().ordinal(relation);
        boolean required = options.texts().required();
        Outcome outcome = new RelationCast<>(state, relation, options).cast();
        boolean changes = outcome instanceof Outcome.Put put && !isOriginal(state, relation, put.change());
        State<R> next = changes ? changed(state, ordinal, (Outcome.Put) outcome, options) : state;
        Changeset<R> said = required ? changeset.logged(relation, null) : changeset;
        Object asked = options.isUsual() ? relation : new AskedRelation<>(relation, options);
        Changeset<R> cast = said.cast(next, said.errors(), said.orNothing(), asked);
        FieldError error = error(outcome, relation, options);
        if (error != null) {
            return cast.addError(error);
        }
        return required && Children.isEmpty(next, relation)
                ? cast.addError(Errors.required(relation, options.texts().missing()))
                : cast;
    }

    /** Only an update can be forced, so a new record is spared. */
    private static <R> State<R> changed(State<R> state, int ordinal, Outcome.Put put, RelationOptions<?> options) {
        @Nullable Object[] changes = state.changes().clone();
        changes[ordinal] = State.slot(put.change());
        boolean forcing = options.isForcing() && state.data() != null;
        Extras<R> extras = forcing ? state.extras().forcingUpdate() : state.extras();
        boolean valid = state.valid() && put.valid();
        return new State<>(state.plan(), state.data(), state.params(), changes, valid, extras);
    }

    private static @Nullable FieldError error(Outcome outcome, Relation<?, ?, ?> relation, RelationOptions<?> options) {
        if (outcome instanceof Outcome.Put || outcome instanceof Outcome.Ignored) {
            return null;
        }
        if (outcome instanceof Outcome.UnknownKind unknown) {
            return unknown.error();
        }
        return outcome instanceof Outcome.TooMuch tooMuch
                ? Errors.exceeded(Errors.path(relation), tooMuch.bound())
                : Outcome.invalid(relation, relation.kind(), options.texts().invalid());
    }

    private Outcome cast() {
        Map<String, ?> params = owner.params() == null ? Map.of() : owner.params();
        String name = owner.plan().param(relation.ordinal());
        List<?> sort = list(params, options.sort().orElse(null));
        List<?> drop = list(params, options.drop().orElse(null));
        Object given = params.get(name);
        if (given == null && sort == null && drop == null && !params.containsKey(name)) {
            return Outcome.IGNORED;
        }
        Limits.Exceeded exceeded = exceeded(given, sort, drop);
        if (exceeded != null) {
            return new Outcome.TooMuch(exceeded);
        }
        List<E> existing = Children.existing(owner, relation);
        if (relation.isMany()) {
            Object items = Sorting.apply(given, sort, drop);
            Outcome unknown = Kinds.unknown(relation, items, false);
            if (unknown != null) {
                return unknown;
            }
            return items instanceof List<?> list ? many(list, existing) : Outcome.INVALID;
        }
        if (given == null) {
            return none(existing);
        }
        Object one = given instanceof List<?> list && list.isEmpty() ? Map.of() : given;
        Outcome unknown = Kinds.unknown(relation, one, isUpdated(existing));
        if (unknown != null) {
            return unknown;
        }
        return isChild(one) ? one(one, existing) : Outcome.INVALID;
    }

    /** Tells whether there is a record that stays whatever is given, and is only updated. */
    private boolean isUpdated(List<E> existing) {
        return !existing.isEmpty() && relation.settings().onReplace() == OnReplace.UPDATE;
    }

    private @Nullable List<?> list(Map<String, ?> params, @Nullable String name) {
        if (name == null) {
            return null;
        }
        Object given = params.get(name);
        if (!relation.isMany() && given != null && !Boolean.FALSE.equals(given)) {
            throw new IllegalArgumentException("'" + relation.name() + "' of "
                    + relation.shape().name() + " is one record: sortParam and dropParam are for relations to many");
        }
        return given instanceof List<?> list ? list : null;
    }

    private Limits.@Nullable Exceeded exceeded(@Nullable Object given, @Nullable List<?> sort, @Nullable List<?> drop) {
        Extras.Mode mode = owner.extras().mode();
        if (mode.depth() >= mode.limits().depth()) {
            return mode.limits().tooDeep();
        }
        Limits.Exceeded exceeded = mode.limits().tooMany(given);
        exceeded = exceeded == null ? mode.limits().tooMany(sort) : exceeded;
        return exceeded == null ? mode.limits().tooMany(drop) : exceeded;
    }

    @Override
    boolean isChild(@Nullable Object given) {
        return given instanceof Map<?, ?>;
    }

    @SuppressWarnings("unchecked") // keys that are no text are never asked for
    private static Map<String, ?> map(Object given) {
        return (Map<String, ?>) given;
    }

    @Override
    @Nullable Shape<E> kind(Object given, @Nullable E current) {
        Shape<E> named = related.kindOf(map(given));
        return named == null && current != null ? related.kindOf(current) : named;
    }

    @Override
    List<@Nullable Object> key(Object given) {
        Shape<E> kind = kind(given, null);
        return kind == null ? List.of() : key(kind, field -> id(map(given).get(Errors.param(field)), field));
    }

    private static @Nullable Object id(@Nullable Object param, Field<?, ?> field) {
        Object id = param == Boolean.FALSE ? null : param;
        return id != null && field.type().cast(id) instanceof Cast.Ok<?> ok ? ok.value() : id;
    }

    @Override
    Changeset<E> child(Object given, @Nullable E current, int index) {
        Shape<E> kind = Objects.requireNonNull(kind(given, current), "the kind was looked at before");
        Changeset<E> empty = Changeset.child(kind.plan(), current, owner.extras());
        Changeset<E> onto = current == null ? started(empty) : empty;
        Changeset<E> child = related.own(apply(kind, tagged(onto), map(given), index), relation);
        if (child.state().extras().action() != null) {
            return child;
        }
        return child.withAction(current == null ? Action.INSERT : Action.UPDATE);
    }

    /** The params of one kind of record say which it is, so that name is asked for by the relation itself. */
    private Changeset<E> tagged(Changeset<E> onto) {
        return related instanceof OneOf<E> kinds ? onto.logged(kinds.tag(), Log.ASKED) : onto;
    }

    private Changeset<E> apply(Shape<E> kind, Changeset<E> empty, Map<String, ?> params, int index) {
        RelationOptions.How<E> how = options.how();
        if (how.indexed() != null) {
            if (!relation.isMany()) {
                throw new IllegalArgumentException("'" + relation.name() + "' of "
                        + relation.shape().name() + " is one record and has no position: use with(...)");
            }
            return how.indexed().apply(empty, params, index);
        }
        return plain(kind).apply(empty, params);
    }

    private ChildChangeset<E> plain(Shape<E> kind) {
        ChildChangeset<E> given = options.how().plain();
        ChildChangeset<E> own = given == null ? related.changesetOf(kind) : given;
        if (own != null) {
            return own;
        }
        Optional<ChildChangeset<E>> declared = relation.childChangeset();
        if (declared.isPresent()) {
            return declared.get();
        }
        throw new IllegalArgumentException("nothing says how a record of '" + relation.name() + "' of "
                + relation.shape().name() + " is cast: declare it with a changeset function, or give one by with(...)");
    }

    @Override
    boolean isChecked(Object given, @Nullable E current) {
        return true;
    }

    @Override
    void checkUpdateInPlace(Object given) {
        // params may always update a record in place
    }
}
