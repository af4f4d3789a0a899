package dev.ectype.changeset;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings what was given for a relation together with the records that are there, by primary key. What a subclass is given,
 * and how it makes a child's changeset of it, is its own.
 */
abstract class RelationEngine<R, E> {
    static final Set<Action> ADDED = Set.of(Action.INSERT);

    final State<R> owner;
    final Relation<R, E, ?> relation;
    final Shape<E> related;

    RelationEngine(State<R> owner, Relation<R, E, ?> relation) {
        this.owner = owner;
        this.relation = relation;
        this.related = relation.related();
    }

    /** Tells whether something given can be a child at all. */
    abstract boolean isChild(@Nullable Object given);

    /** Returns the primary key of something given. */
    abstract List<@Nullable Object> key(Object given);

    /** Returns the changeset of a child with its action, on what is there or on nothing. */
    abstract Changeset<E> child(Object given, @Nullable E current, int index);

    /** Tells whether a child's action must be among those that its place allows. */
    abstract boolean isChecked(Object given, @Nullable E current);

    /** Makes sure that something given may update what is there although its key is another. */
    abstract void checkUpdateInPlace(Object given);

    Outcome none(List<E> current) {
        if (current.isEmpty() || replaced(current.get(0)) != null) {
            return new Outcome.Put(null, true);
        }
        return Outcome.INVALID;
    }

    Outcome one(Object given, List<E> existing) {
        if (existing.isEmpty()) {
            return single(given, null, ADDED);
        }
        E current = existing.get(0);
        List<@Nullable Object> key = key(given);
        if ((!key.isEmpty() && key.equals(dataKey(current))) || isUpdatedInPlace(given, current)) {
            return single(given, current, allowed(key));
        }
        return replaced(current) == null ? Outcome.INVALID : single(given, null, ADDED);
    }

    private boolean isUpdatedInPlace(Object given, E current) {
        if (relation.settings().onReplace() != OnReplace.UPDATE || !isSameKind(given, current)) {
            return false;
        }
        checkUpdateInPlace(given);
        return true;
    }

    /** Returns the shape of the record that something given is for; of the one there is, if nothing else is said. */
    abstract @Nullable Shape<E> kind(Object given, @Nullable E current);

    private boolean isSameKind(Object given, E current) {
        return related.kindOf(current).equals(kind(given, current));
    }

    private Outcome single(Object given, @Nullable E current, Set<Action> allowed) {
        Changeset<E> child = checked(given, current, allowed, -1);
        if (isIgnored(child) || (current != null && isUnchanged(child))) {
            return Outcome.IGNORED;
        }
        return new Outcome.Put(child, child.isValid());
    }

    Outcome many(List<?> given, List<E> existing) {
        return existing.isEmpty() ? added(given) : new RelationMatching<>(this, existing).match(given);
    }

    /** Brings all as new records to an owner that has none. */
    private Outcome added(List<?> given) {
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type can be made no other way
        Changeset<E>[] children = new Changeset[given.size()];
        int kept = 0;
        Set<Object> seen = null;
        boolean valid = true;
        for (int index = 0; index < given.size(); index++) {
            Object next = given.get(index);
            if (next == null || !isChild(next)) {
                return Outcome.INVALID;
            }
            Changeset<E> child = checked(next, null, ADDED, index);
            if (!isIgnored(child)) {
                if (relation.isUnique() && !child.state().plan().primaryKey().isEmpty()) {
                    seen = seen == null ? new HashSet<>() : seen;
                    child = unique(child, seen);
                }
                children[kept++] = child;
                valid = valid && child.isValid();
            }
        }
        return kept == 0
                ? Outcome.IGNORED
                : new Outcome.Put(List.of(kept == children.length ? children : Arrays.copyOf(children, kept)), valid);
    }

    Changeset<E> unique(Changeset<E> child, Set<Object> seen) {
        List<@Nullable Object> key = changedKey(child);
        boolean known = !key.contains(null) && !seen.add(key);
        return known ? Constraints.taken(child) : child;
    }

    Changeset<E> checked(Object given, @Nullable E current, Set<Action> allowed, int index) {
        Changeset<E> child = child(given, current, index);
        Action action = child.state().extras().action();
        boolean usual = action == (current == null ? Action.INSERT : Action.UPDATE) || action == Action.IGNORE;
        if (!usual && isChecked(given, current) && !allowed.contains(action)) {
            throw notAllowed(action);
        }
        return child;
    }

    private IllegalStateException notAllowed(@Nullable Action action) {
        String what = "'" + relation.name() + "' of " + relation.shape().name();
        if (action == Action.INSERT) {
            return new IllegalStateException(
                    "a record of " + what + " cannot be inserted: it is already related to this owner");
        }
        if (action == Action.REPLACE) {
            return new IllegalStateException("a replaced record of " + what
                    + " cannot be given again: cast or put a relation once in a changeset");
        }
        return new IllegalStateException("a record of " + what + " cannot have the action " + action
                + ": it is not related to this owner, and params must not reach records that are not");
    }

    static boolean isIgnored(Changeset<?> child) {
        return child.state().extras().action() == Action.IGNORE;
    }

    static boolean isUnchanged(Changeset<?> child) {
        return child.isValid()
                && child.state().extras().action() == Action.UPDATE
                && !child.state().hasChanges();
    }

    /** Returns the changeset of a record that makes place for another, or null if the request is invalid for it. */
    @Nullable Changeset<E> replaced(E current) {
        return switch (relation.settings().onReplace()) {
            case MARK_AS_INVALID -> null;
            case RAISE ->
                throw new IllegalStateException("'" + relation.name() + "' of "
                        + relation.shape().name()
                        + " would lose a record: give the primary key of each one that stays, or"
                        + " declare onReplace(...) to say what becomes of the others");
            default -> related.kindOf(current).change(current).withAction(Action.REPLACE);
        };
    }

    Set<Action> allowed(List<@Nullable Object> key) {
        return key.stream().allMatch(part -> part == null || part instanceof Shape<?>)
                ? EnumSet.of(Action.INSERT, Action.UPDATE, Action.DELETE)
                : EnumSet.of(Action.UPDATE, Action.DELETE);
    }

    List<@Nullable Object> dataKey(E current) {
        Plan<E> plan = related.kindOf(current).plan();
        return key(plan.shape, field -> plan.data(current, field.ordinal()));
    }

    List<@Nullable Object> changedKey(Changeset<E> child) {
        return key(child.shape(), field -> child.state().current(field.ordinal()));
    }

    /** Returns a primary key; where there are several kinds of record, the kind is part of it. */
    List<@Nullable Object> key(Shape<E> kind, Function<Field<E, ?>, @Nullable Object> value) {
        List<Field<E, ?>> fields = kind.plan().primaryKey();
        List<@Nullable Object> key = new ArrayList<>(fields.size() + 1);
        if (!fields.isEmpty() && kind != related) {
            key.add(kind);
        }
        for (Field<E, ?> field : fields) {
            key.add(comparable(value.apply(field)));
        }
        return key;
    }

    static @Nullable Object comparable(@Nullable Object value) {
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }

    /** Tells whether a change is what the owner has already: nothing. */
    static <R, V> boolean isOriginal(State<R> state, Relation<R, ?, V> relation, @Nullable Object change) {
        V original = Children.data(state, relation);
        boolean isNone = original == null
                || (!relation.isMany() && Children.existing(state, relation).isEmpty());
        if (isNone || change == null) {
            return isNone && change == null;
        }
        return change instanceof List<?> several
                && several.isEmpty()
                && Children.existing(state, relation).isEmpty();
    }

    /** Returns the changeset that a record to be added starts from. */
    Changeset<E> started(Changeset<E> blank) {
        return owner.plan().hasAssociations && relation instanceof Association<R, E, ?> association
                ? association.started(blank, Changeset.of(owner))
                : blank;
    }
}
