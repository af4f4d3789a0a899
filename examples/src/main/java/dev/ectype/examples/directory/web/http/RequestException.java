package dev.ectype.examples.directory.web.http;

import java.util.Map;

/** A request that cannot be understood; what it says is told to whoever sent it. */
public final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String detail;
    private final transient Map<String, String> headers;

    RequestException(int status, String detail) {
        this(status, detail, Map.of());
    }

    RequestException(int status, String detail, Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.detail = detail;
        this.headers = headers;
    }

    /** Returns the exception for something that is not there. */
    public static RequestException notFound() {
        return new RequestException(404, "There is nothing at this address.");
    }

    /** Returns the exception for an address whose parameters are wrong. */
    public static RequestException badRequest(String detail) {
        return new RequestException(400, detail);
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the sentence. */
    public String detail() {
        return detail;
    }

    /** Returns headers that tell what would be right. */
    public Map<String, String> headers() {
        return headers;
    }
}
