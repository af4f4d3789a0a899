package dev.ectype.changeset;

import java.util.ArrayList;
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
        Object one = given instanceof List<?> list && list.isEmpty() ? Related.values(Map.of()) : given;
        return isChild(one) ? one(one, existing) : Outcome.INVALID;
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
    List<@Nullable Object> key(Object given) {
        Related<E> related = related(given);
        if (related instanceof Related.OfRecord<E> record) {
            return dataKey(record.record());
        }
        if (related instanceof Related.OfChangeset<E> changeset) {
            return dataKey(changeset.changeset().state());
        }
        Map<String, ?> values = ((Related.OfValues<E>) related).values();
        List<@Nullable Object> key = new ArrayList<>();
        for (Field<E, ?> field : relation.related().plan().primaryKey()) {
            key.add(comparable(values.get(field.name())));
        }
        return key;
    }

    private List<@Nullable Object> dataKey(State<E> state) {
        List<@Nullable Object> key = new ArrayList<>();
        for (Field<E, ?> field : state.plan().primaryKey()) {
            key.add(comparable(state.plan().data(state.data(), field.ordinal())));
        }
        return key;
    }

    @Override
    Changeset<E> child(Object given, @Nullable E current, int index) {
        Related<E> related = related(given);
        Changeset<E> child = changeset(related, current);
        if (child.state().extras().action() != null) {
            return child;
        }
        return child.withAction(current == null ? Action.INSERT : Action.UPDATE);
    }

    private Changeset<E> changeset(Related<E> related, @Nullable E current) {
        Shape<E> shape = relation.related();
        if (related instanceof Related.OfRecord<E> record) {
            return shape.change(record.record());
        }
        if (related instanceof Related.OfChangeset<E> changeset) {
            return shape.own(changeset.changeset(), relation);
        }
        Changeset<E> child = current == null ? shape.change() : shape.change(current);
        return child.change(((Related.OfValues<E>) related).values());
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
