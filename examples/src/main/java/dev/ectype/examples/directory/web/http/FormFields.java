package dev.ectype.examples.directory.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ectype.changeset.Limits;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the fields of a form or the parameters of an address; every name keeps all its values. */
final class FormFields {
    /** Bounds that no form of this program comes near. */
    static final Limits LIMITS = Limits.DEFAULT.withKeys(200).withDepth(8);

    private static final int MOST_VALUES = 1_000;
    private static final int BAD_REQUEST = 400;

    private FormFields() {}

    static Map<String, List<String>> read(byte[] body) {
        return read(new String(body, UTF_8));
    }

    static Map<String, List<String>> read(String encoded) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        String[] pairs = encoded.isEmpty() ? new String[0] : encoded.split("&", MOST_VALUES + 1);
        if (pairs.length > MOST_VALUES) {
            throw new RequestException(BAD_REQUEST, "There are more than " + MOST_VALUES + " values.");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            fields.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return fields;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new RequestException(BAD_REQUEST, "A % is not followed by two hexadecimal digits.");
        }
    }
}
