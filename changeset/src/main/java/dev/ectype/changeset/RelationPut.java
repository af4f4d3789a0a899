package dev.ectype.changeset;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts records, changesets and values into a relation. */
final class RelationPut<R, E> extends RelationEngine<R, E> {

    RelationPut(State<R> owner, Relation<R, E, ?> relation) {
        super(owner, relation);
    }

    Outcome put(@Nullable Object given) {
        List<E> existing = Children.existing(owner, relation);
        if (relation.isMany()) {
            return given instanceof List<?> list ? many(list, existing) : Outcome.INVALID;
        }
        if (given == null) {
            return none(existing);
        }
        Object one = given instanceof List<?> list ? values(list) : given;
        return isChild(one) ? one(one, existing) : Outcome.INVALID;
    }

    /** An empty list counts as an empty record; several records are a mistake of the program. */
    private Related<E> values(List<?> given) {
        if (given.isEmpty()) {
            return Related.values(Map.of());
        }
        throw new IllegalArgumentException(
                "'" + relation.name() + "' of " + relation.shape().name() + " is one record: put one, and no list");
    }

    @Override
    boolean isChild(@Nullable Object given) {
        return given instanceof Related<?>;
    }

    @SuppressWarnings("unchecked") // the caller gives records of the relation
    private Related<E> related(Object given) {
        return (Related<E>) given;
    }

    @Override
    @Nullable Shape<E> kind(Object given, @Nullable E current) {
        Related<E> item = related(given);
        if (item instanceof Related.OfRecord<E> record) {
            return related.kindOf(record.record());
        }
        if (item instanceof Related.OfChangeset<E> changeset) {
            return changeset.changeset().shape();
        }
        Shape<E> named = related.kindOf(((Related.OfValues<E>) item).values());
        return named == null && current != null ? related.kindOf(current) : named;
    }

    @Override
    List<@Nullable Object> key(Object given) {
        Related<E> item = related(given);
        if (item instanceof Related.OfRecord<E> record) {
            return dataKey(record.record());
        }
        Shape<E> kind = kind(given, null);
        if (kind == null) {
            return List.of();
        }
        if (item instanceof Related.OfChangeset<E> changeset) {
            State<E> state = changeset.changeset().state();
            return key(kind, field -> state.plan().data(state.data(), field.ordinal()));
        }
        return key(kind, field -> ((Related.OfValues<E>) item).values().get(field.name()));
    }

    @Override
    Changeset<E> child(Object given, @Nullable E current, int index) {
        Related<E> item = related(given);
        Changeset<E> child = changeset(given, item, current);
        if (child.state().extras().action() != null) {
            return child;
        }
        return child.withAction(current == null && !isStored(child) ? Action.INSERT : Action.UPDATE);
    }

    private boolean isStored(Changeset<E> child) {
        E record = child.state().data();
        return record != null && relation instanceof Association<R, E, ?> association && association.isStored(record);
    }

    private Changeset<E> changeset(Object given, Related<E> item, @Nullable E current) {
        if (item instanceof Related.OfChangeset<E> changeset) {
            return related.own(changeset.changeset(), relation);
        }
        Shape<E> kind = kind(given, current);
        if (kind == null) {
            throw new IllegalArgumentException("the values put into '" + relation.name() + "' of "
                    + relation.shape().name() + " do not say which kind of record they are for");
        }
        if (item instanceof Related.OfRecord<E> record) {
            return kind.change(record.record());
        }
        Changeset<E> child = current == null ? started(kind.change()) : kind.change(current);
        return child.change(related.withoutTag(((Related.OfValues<E>) item).values()));
    }

    @Override
    boolean isChecked(Object given, @Nullable E current) {
        return current != null;
    }

    @Override
    void checkUpdateInPlace(Object given) {
        if (!(given instanceof Related.OfValues<?>)) {
            throw new IllegalStateException("'" + relation.name() + "' of "
                    + relation.shape().name() + " is updated in place: put null or Related.values(...), not a record");
        }
    }
}
