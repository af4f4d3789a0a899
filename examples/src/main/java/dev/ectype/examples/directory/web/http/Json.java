package dev.ectype.examples.directory.web.http;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes JSON. A key that is there twice is refused, since readers do not agree which one counts. */
public final class Json {
    private static final int BAD_REQUEST = 400;
    // snippet:json-bounds
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(50)
            .maxNumberLength(100)
            .maxNameLength(1_000)
            .build();
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(BOUNDS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    // end

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Json() {}

    /**
     * Reads an object.
     *
     * @throws RequestException if the text is no JSON, no object, has a key twice, or is too deep
     */
    public static Map<String, Object> object(byte[] text) {
        try {
            Map<String, Object> object = MAPPER.readValue(text, OBJECT);
            if (object != null) {
                return object;
            }
        } catch (JacksonException unreadable) {
            throw new RequestException(
                    BAD_REQUEST, "The body is no JSON object that can be read: " + unreadable.getOriginalMessage());
        }
        throw new RequestException(BAD_REQUEST, "The body must be a JSON object, not null.");
    }

    /** Writes maps, lists, texts, numbers, truth values and null. */
    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }
}
