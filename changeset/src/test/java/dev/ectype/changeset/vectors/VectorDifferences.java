package dev.ectype.changeset.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The recorded cases in which we answer otherwise, each with its reason; the reasons are told in the documentation. */
record VectorDifferences(Map<String, String> reasons) {

    static VectorDifferences read() throws IOException {
        try (InputStream file = VectorDifferences.class.getResourceAsStream("/ecto-differences.json")) {
            return new VectorDifferences(new JsonMapper().readValue(file, new TypeReference<>() {}));
        }
    }

    /** Tells whether a case is listed: this very case, since other files may use the same names. */
    boolean has(VectorCase each) {
        return reasons.containsKey(key(each));
    }

    static String key(VectorCase each) {
        CRC32 sum = new CRC32();
        sum.update(each.json().toString().getBytes(StandardCharsets.UTF_8));
        return each.id() + " " + Long.toHexString(sum.getValue());
    }
}
