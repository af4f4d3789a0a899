package dev.ectype.examples.directory.web.http;

import io.javalin.http.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What protects people who use the directory in a browser from other sites. */
public final class SafeHeaders {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int FORBIDDEN = 403;

    private SafeHeaders() {}

    /** Lets a browser run and load nothing but what this server has, and show it in no other site's frame. */
    public static void add(Context response) {
        response.header(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin");
    }

    /**
     * Refuses what another site has a browser send here. Programs that are no browsers send no {@code Origin}.
     *
     * @throws RequestException if it is to change something and comes from elsewhere
     */
    public static void refuseOtherSites(Context request) {
        String origin = request.header("Origin");
        if (origin != null && !HARMLESS.contains(request.method().name()) && !isOwn(origin, request.header("Host"))) {
            throw new RequestException(FORBIDDEN, "Another site sent this.");
        }
    }

    private static boolean isOwn(String origin, @Nullable String host) {
        return origin.equals("http://" + host) || origin.equals("https://" + host);
    }
}
