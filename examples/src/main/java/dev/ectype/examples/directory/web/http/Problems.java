package dev.ectype.examples.directory.web.http;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.view.ErrorViews;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/** Answers with problem details (RFC 9457). */
public final class Problems {
    /** The media type. */
    public static final String TYPE = "application/problem+json";

    private Problems() {}

    /** Answers that a request was understood and is not valid, with every error and where it is. */
    public static void invalid(Context response, Changeset<?> changeset, Language language) {
        language.describe(response);
        send(response, ErrorViews.of(changeset, language.messages()).problem());
    }

    /** Answers with a status and a sentence. */
    public static void send(Context response, int status, String detail) {
        send(response, details(status, detail));
    }

    /** Returns the details of a problem that has nothing but a status and a sentence. */
    public static Map<String, Object> details(int status, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", HttpStatus.getMessage(status));
        problem.put("status", status);
        problem.put("detail", detail);
        return problem;
    }

    private static void send(Context response, Map<String, Object> problem) {
        response.status(problem.get("status") instanceof Integer status ? status : 500);
        response.result(Json.write(problem)).contentType(TYPE);
    }
}
