package dev.ectype.examples.directory.web.http;

import dev.ectype.changeset.params.Params;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request as params, within bounds. */
public final class Body {
    /** The most bytes of a body; many times what a person needs. */
    public static final int MOST_BYTES = 128 * 1024;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED_TYPE = 415;

    private Body() {}

    /**
     * Reads a form.
     *
     * @throws RequestException if the body is something else, too large, or cannot be decoded
     */
    public static Map<String, Object> form(Context request) {
        requireType(request, List.of(FORM), "Accept-Post");
        Map<String, Object> params = Params.ofForm(FormFields.read(bytes(request)), FormFields.LIMITS);
        if (Params.isInvalid(params)) {
            throw new RequestException(BAD_REQUEST, "The form has too many fields, or too deep ones.");
        }
        return params;
    }

    /**
     * Reads a JSON object.
     *
     * @param header the header that tells a client which types there are
     * @throws RequestException if the body is of none of these types, too large, or no JSON object
     */
    public static Map<String, Object> json(Context request, List<String> types, String header) {
        requireType(request, types, header);
        return Json.object(bytes(request));
    }

    private static void requireType(Context request, List<String> types, String header) {
        String given = mediaType(request.contentType());
        if (!types.contains(given)) {
            String all = String.join(", ", types);
            throw new RequestException(UNSUPPORTED_TYPE, "The content type must be " + all + ".", Map.of(header, all));
        }
    }

    private static String mediaType(@Nullable String contentType) {
        if (contentType == null) {
            return "";
        }
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(Context request) {
        try (InputStream body = request.req().getInputStream()) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new RequestException(
                        TOO_LARGE,
                        "The body may have at most " + MOST_BYTES + " bytes.",
                        Map.of("Connection", "close"));
            }
            return bytes;
        } catch (IOException broken) {
            throw new UncheckedIOException("the body of a request broke off", broken);
        }
    }
}
