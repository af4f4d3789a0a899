package dev.ectype.changeset.vectors;

import dev.ectype.changeset.rule.Message;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One step of a case. */
record VectorOp(Map<String, Object> json) {

    @SuppressWarnings("unchecked") // the files are made so
    static List<VectorOp> list(Object ops) {
        List<VectorOp> list = new ArrayList<>();
        ((List<?>) ops).forEach(op -> list.add(new VectorOp((Map<String, Object>) op)));
        return list;
    }

    String name() {
        return (String) json.get("op");
    }

    String field() {
        return (String) json.get("field");
    }

    boolean has(String key) {
        return json.containsKey(key);
    }

    Object get(String key) {
        return json.get(key);
    }

    boolean is(String key) {
        return Boolean.TRUE.equals(json.get(key));
    }

    int number(String key) {
        return ((BigInteger) json.get(key)).intValueExact();
    }

    List<String> names(String key) {
        Object value = json.get(key);
        List<String> names = new ArrayList<>();
        (value instanceof List<?> list ? list : List.of(value)).forEach(name -> names.add((String) name));
        return names;
    }

    /** Returns the text of that key with what it adds, or null. */
    Message message(String key) {
        Object value = json.get(key);
        if (value == null || value instanceof String) {
            return value == null ? null : Message.of((String) value);
        }
        Map<?, ?> tuple = (Map<?, ?>) value;
        return withMeta(Message.of((String) tuple.get("text")), (List<?>) tuple.get("meta"));
    }

    static Message withMeta(Message message, List<?> meta) {
        Message all = message;
        for (Object pair : meta == null ? List.of() : meta) {
            List<?> entry = (List<?>) pair;
            all = all.with((String) entry.get(0), VectorValues.read(entry.get(1)));
        }
        return all;
    }
}
