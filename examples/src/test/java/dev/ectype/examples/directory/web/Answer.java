package dev.ectype.examples.directory.web;

import dev.ectype.examples.directory.web.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a server answered to a request of Java's own client. */
record Answer(HttpResponse<byte[]> response) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Sends a request with headers, name and value in turn. */
    static Answer to(String method, String url, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return send(request.build());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A server closes a connection behind a body that it would not read; the client may notice when it uses it again. */
    private static Answer send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return new Answer(CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException closed) {
            return new Answer(CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        }
    }

    static Answer to(String method, String url, String body, String... headers) {
        return to(method, url, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    int status() {
        return response.statusCode();
    }

    String type() {
        return header("Content-Type");
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    Map<String, Object> json() {
        return Json.object(response.body());
    }
}
