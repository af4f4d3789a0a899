package dev.ectype.types.vectors;

import java.util.List;
import java.util.Map;

/** One recorded cast of one field: what went in and what Ecto answered. */
record VectorCase(Map<String, Object> json) {
    private static final String FIELD = "value";

    String id() {
        return (String) json.get("id");
    }

    Object type() {
        return ((Map<?, ?>) json.get("types")).get(FIELD);
    }

    Object input() {
        return ((Map<?, ?>) json.get("params")).get(FIELD);
    }

    /** What the type is not asked about: other fields, options of the cast, and inputs that count as empty. */
    boolean isForTheTypeAlone() {
        List<?> ops = (List<?>) json.get("ops");
        Map<?, ?> op = (Map<?, ?>) ops.get(0);
        return ops.size() == 1
                && op.keySet().equals(java.util.Set.of("op", "fields"))
                && ((Map<?, ?>) json.get("params")).containsKey(FIELD)
                && input() != null
                && !holdsBlank(input());
    }

    // Ecto drops blank elements from lists, and from lists in lists, before the type sees them.
    private boolean holdsBlank(Object input) {
        if (input instanceof List<?> list && type() instanceof Map<?, ?> map && map.containsKey("array")) {
            return list.stream().anyMatch(this::holdsBlank);
        }
        return input instanceof String text && text.chars().allMatch(c -> Character.isWhitespace(c) || isSpace(c));
    }

    private static boolean isSpace(int c) {
        return Character.isSpaceChar(c) || c == 0x85;
    }

    boolean raises() {
        return expect().containsKey("raises");
    }

    boolean isValid() {
        return !raises() && (Boolean) expect().get("valid");
    }

    /** The changed value; of a case without a change, the value that was there before. */
    Object result() {
        Map<?, ?> changes = (Map<?, ?>) expect().get("changes");
        if (changes.containsKey(FIELD)) {
            return VectorValues.read(changes.get(FIELD));
        }
        Map<?, ?> data = (Map<?, ?>) json.get("data");
        return data == null ? null : VectorValues.read(data.get(FIELD));
    }

    boolean isChanged() {
        return ((Map<?, ?>) expect().get("changes")).containsKey(FIELD);
    }

    /** The data of the error beside its message. */
    Map<?, ?> failure() {
        List<?> error = (List<?>) ((List<?>) expect().get("errors")).get(0);
        return (Map<?, ?>) error.get(2);
    }

    private Map<?, ?> expect() {
        return (Map<?, ?>) json.get("expect");
    }
}
