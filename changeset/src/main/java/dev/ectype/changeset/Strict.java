package dev.ectype.changeset;

import dev.ectype.changeset.rule.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the params that nothing asked for. */
final class Strict {
    private static final int MOST = 20;
    private static final int LONGEST = 100;

    private Strict() {}

    static <R> Changeset<R> check(Changeset<R> changeset, String[] alsoKnown) {
        Changeset<R> result = changeset;
        for (String name : alsoKnown) {
            result = result.logged(name, Log.ASKED);
        }
        Map<String, ?> params = changeset.state().params();
        return params == null ? result : reported(result, params);
    }

    private static <R> Changeset<R> reported(Changeset<R> changeset, Map<String, ?> params) {
        Set<String> known = known(changeset);
        Set<?> given = params.keySet(); // some readers, such as those of YAML, have numbers and null for keys
        List<String> unknown = given.stream()
                .filter(name -> !known.contains(name))
                .map(String::valueOf)
                .limit(MOST)
                .sorted()
                .toList();
        Changeset<R> result = changeset;
        for (String name : unknown) {
            result = result.addError(error(name));
        }
        return result;
    }

    /** Names are cut: whoever sends unknown params chooses how long they are. */
    private static FieldError error(String name) {
        String shown = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
        Message message = Message.of("is unknown").with("validation", "unknown");
        return new FieldError(Path.of(shown), "unknown", message.text(), message.arguments(), Origin.PARAMS);
    }

    static Set<String> known(Changeset<?> changeset) {
        Set<String> known = new LinkedHashSet<>();
        for (Object asked : changeset.askedFor()) {
            if (asked instanceof Field<?, ?>[] fields) {
                for (Field<?, ?> field : fields) {
                    known.add(Errors.param(field));
                }
            } else if (asked instanceof Field<?, ?> relation) {
                known.add(Errors.param(relation));
            } else if (asked instanceof AskedRelation<?> cast) {
                known.add(Errors.param(cast.relation()));
                cast.options().sort().ifPresent(known::add);
                cast.options().drop().ifPresent(known::add);
            } else {
                known.add((String) asked);
            }
        }
        return known;
    }
}
