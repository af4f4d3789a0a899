package dev.ectype.changeset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at what casts asked for. */
final class Asking {

    private Asking() {}

    @SuppressWarnings("unchecked") // only fields of this shape can be permitted
    static <R> List<Field<R, ?>> permitted(Changeset<R> changeset) {
        Set<Field<R, ?>> fields = new LinkedHashSet<>();
        for (Object what : changeset.askedFor()) {
            if (what instanceof Field<?, ?>[] permitted) {
                for (Field<?, ?> field : permitted) {
                    fields.add((Field<R, ?>) field);
                }
            }
        }
        return List.copyOf(fields);
    }

    @SuppressWarnings("unchecked") // only relations of this shape can be cast
    static <R> List<Relation<R, ?, ?>> relations(Changeset<R> changeset) {
        Set<Relation<R, ?, ?>> relations = new LinkedHashSet<>();
        for (Object what : changeset.askedFor()) {
            if (what instanceof Relation<?, ?, ?> usual) {
                relations.add((Relation<R, ?, ?>) usual);
            } else if (what instanceof AskedRelation<?> cast) {
                relations.add((Relation<R, ?, ?>) cast.relation());
            }
        }
        return List.copyOf(relations);
    }

    @SuppressWarnings("unchecked") // the options were given for that relation
    private static <R, E> RelationOptions<E> options(Changeset<R> changeset, Relation<R, E, ?> relation) {
        RelationOptions<E> latest = RelationOptions.usual();
        for (Object what : changeset.askedFor()) {
            if (what instanceof AskedRelation<?> cast && cast.relation().equals(relation)) {
                latest = (RelationOptions<E>) cast.options();
            }
        }
        return latest;
    }

    static <R, E> Map<String, Changeset<E>> blank(Changeset<R> changeset, Relation<R, E, ?> relation) {
        RelationCast<R, E> cast = new RelationCast<>(changeset.state(), relation, options(changeset, relation));
        Map<String, Changeset<E>> blanks = new LinkedHashMap<>();
        if (relation.related() instanceof OneOf<E> kinds) {
            kinds.values().forEach(value -> blanks.put(value, cast.child(Map.of(kinds.tag(), value), null, 0)));
        } else {
            blanks.put("", cast.child(Map.of(), updated(changeset.state(), relation), 0));
        }
        return blanks;
    }

    /** Returns the changesets of the related records that are there, made of no params where they would not change. */
    static <R, E> List<Changeset<E>> related(Changeset<R> changeset, Relation<R, E, ?> relation) {
        State<R> state = changeset.state();
        if (state.isChanged(state.plan().ordinal(relation))) {
            return Children.of(state, relation);
        }
        RelationCast<R, E> cast = new RelationCast<>(state, relation, options(changeset, relation));
        List<Changeset<E>> all = new ArrayList<>();
        for (E record : Children.existing(state, relation)) {
            all.add(cast.child(Map.of(), record, all.size()));
        }
        return all;
    }

    /** Returns the one record that params would update whatever they say, or null. */
    private static <R, E> @Nullable E updated(State<R> state, Relation<R, E, ?> relation) {
        if (relation.isMany() || relation.settings().onReplace() != OnReplace.UPDATE) {
            return null;
        }
        return Children.existing(state, relation).stream().findFirst().orElse(null);
    }
}
