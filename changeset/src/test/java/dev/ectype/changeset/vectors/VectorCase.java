package dev.ectype.changeset.vectors;

import java.util.List;
import java.util.Map;

/** One recorded case, as its file has it. */
record VectorCase(Map<String, Object> json) {

    String id() {
        return (String) json.get("id");
    }

    List<?> tags() {
        return (List<?>) json.getOrDefault("tags", List.of());
    }

    Object params() {
        return json.get("params");
    }

    List<VectorOp> ops() {
        return VectorOp.list(json.get("ops"));
    }

    @SuppressWarnings("unchecked") // the files are made so
    Map<String, Object> expect() {
        return (Map<String, Object>) json.get("expect");
    }

    @SuppressWarnings("unchecked") // the files are made so
    Map<String, Object> types() {
        return (Map<String, Object>) json.get("types");
    }

    /** Returns the description of the parent as an embedded schema, or null if it has none. */
    @SuppressWarnings("unchecked") // the files are made so
    Map<String, Object> schema() {
        return (Map<String, Object>) json.get("schema");
    }

    @SuppressWarnings("unchecked") // the files are made so
    Map<String, Object> data() {
        return (Map<String, Object>) json.getOrDefault("data", Map.of());
    }
}
