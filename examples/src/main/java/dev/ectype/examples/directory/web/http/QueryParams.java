package dev.ectype.examples.directory.web.http;

import dev.ectype.changeset.params.Params;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** Reads the parameters behind the ? of an address as params. */
public final class QueryParams {
    private static final int BAD_REQUEST = 400;

    private QueryParams() {}

    /**
     * Reads the parameters.
     *
     * @throws RequestException if they cannot be decoded, or are too many
     */
    public static Map<String, Object> of(Context request) {
        String query = request.queryString();
        Map<String, List<String>> fields = FormFields.read(query == null ? "" : query);
        Map<String, Object> params = Params.ofForm(fields, FormFields.LIMITS);
        if (Params.isInvalid(params)) {
            throw new RequestException(BAD_REQUEST, "The address has too many parameters, or too deep ones.");
        }
        return params;
    }
}
