package dev.ectype.examples.directory.web.pages;

import dev.ectype.examples.directory.web.http.Problems;
import io.javalin.http.Context;
import java.util.Map;

/** Answers with an error: to a browser as a page, to a program as problem details. */
public final class ErrorPages {
    private static final int NOT_FOUND = 404;

    private ErrorPages() {}

    /** Answers with a status and a sentence. */
    public static void answer(Context http, int status, String detail) {
        String accept = http.header("Accept");
        boolean browser =
                accept != null && accept.contains("text/html") && !http.path().startsWith("/api/");
        if (browser) {
            http.status(status);
            Templates.send(http, "error", Map.of("status", status, "missing", status == NOT_FOUND, "detail", detail));
        } else {
            Problems.send(http, status, detail);
        }
    }
}
