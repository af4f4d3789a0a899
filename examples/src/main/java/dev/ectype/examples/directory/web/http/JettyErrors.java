package dev.ectype.examples.directory.web.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers with problem details where a request is so broken that it reaches no handler. */
public final class JettyErrors extends ErrorHandler {
    private static final String DETAIL = "The request is no HTTP that can be read.";

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.TYPE);
        response.write(true, body(status), callback);
    }

    private static ByteBuffer body(int status) {
        return ByteBuffer.wrap(Json.write(Problems.details(status, DETAIL)));
    }
}
