package dev.ectype.changeset;

import dev.ectype.changeset.rule.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds params that do not say which of several kinds of record they are for. */
final class Kinds {

    private Kinds() {}

    /**
     * Returns what is wrong with the first such params, or null if all say it or need not.
     *
     * @param updates whether they are for a record that is there and only updated, and need not
     */
    static @Nullable Outcome unknown(Relation<?, ?, ?> relation, @Nullable Object given, boolean updates) {
        if (!(relation.related() instanceof OneOf<?> kinds)) {
            return null;
        }
        Path path = Errors.path(relation);
        if (given instanceof Map<?, ?> params) {
            return isKnown(kinds, params, updates) ? null : error(kinds, path, params);
        }
        List<?> items = given instanceof List<?> list ? list : List.of();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Map<?, ?> params && !isKnown(kinds, params, false)) {
                return error(kinds, path.index(i), params);
            }
        }
        return null;
    }

    private static boolean isKnown(OneOf<?> kinds, Map<?, ?> params, boolean updates) {
        Object value = params.get(kinds.tag());
        return value == null
                ? updates
                : value instanceof String text && kinds.values().contains(text);
    }

    private static Outcome error(OneOf<?> kinds, Path path, Map<?, ?> params) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        boolean missing = params.get(kinds.tag()) == null;
        arguments.put("validation", missing ? "required" : "inclusion");
        if (!missing) {
            arguments.put("enum", kinds.values());
        }
        Violation violation = missing
                ? new Violation("required", "can't be blank", arguments)
                : new Violation("inclusion", "is invalid", arguments);
        return new Outcome.UnknownKind(Errors.at(path.name(kinds.tag()), violation));
    }
}
