package dev.ectype.adapter.dynamo.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ectype.adapter.dynamo.server.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and the server, speaks the protocol of both, and does what a busy or broken store does. */
final class FaultyServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BAD_REQUEST = 400;
    private static final int OK = 200;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;

    /** What is done to a request. */
    interface Fault {
        Fault NONE = (number, operation) -> Reaction.PASS;

        Reaction to(int number, String operation);
    }

    enum Reaction {
        /** The request and its answer go through. */
        PASS,
        /** The request is refused, since the store is too busy. */
        THROTTLE,
        /** The request is refused, since nobody knows the credentials. */
        REFUSE,
        /** Only the first half of a batch is done; the rest is left unprocessed. */
        HALF,
        /** The request is done, and its answer never comes. */
        LOSE_ANSWER,
        /** The request is done, and the connection is cut. */
        CUT
    }

    FaultyServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Begins to do this, counting requests from zero. */
    void begin(Fault newFault) {
        requests.set(0);
        fault = newFault;
    }

    int requests() {
        return requests.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String operation = target.substring(target.indexOf('.') + 1);
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (fault.to(requests.getAndIncrement(), operation)) {
            case PASS -> answer(exchange, forward(exchange, body));
            case THROTTLE -> answer(exchange, refused("ProvisionedThroughputExceededException", "too busy"));
            case REFUSE -> answer(exchange, refused("UnrecognizedClientException", "invalid security token"));
            case HALF -> answer(exchange, half(exchange, operation, body));
            case LOSE_ANSWER -> forward(exchange, body);
            case CUT -> {
                forward(exchange, body);
                exchange.close();
            }
        }
    }

    private record Answer(int status, String body) {}

    private static Answer refused(String error, String message) throws IOException {
        return new Answer(
                BAD_REQUEST,
                JSON.writeValueAsString(
                        Map.of("__type", "com.amazonaws.dynamodb.v20120810#" + error, "message", message)));
    }

    /** Sends the first half of a batch, and says of the others that they were left. */
    private static Answer half(HttpExchange exchange, String operation, byte[] body) throws IOException {
        ObjectNode request = (ObjectNode) JSON.readTree(body);
        ObjectNode items = (ObjectNode) request.get("RequestItems");
        ObjectNode left = JSON.createObjectNode();
        boolean get = operation.equals("BatchGetItem");
        for (String table : names(items)) {
            JsonNode of = items.get(table);
            ArrayNode all = (ArrayNode) (get ? of.get("Keys") : of);
            ArrayNode others = JSON.createArrayNode();
            while (all.size() > others.size() + 1) {
                others.add(all.remove(all.size() - 1));
            }
            if (!others.isEmpty()) {
                left.set(table, get ? ((ObjectNode) of.deepCopy()).set("Keys", others) : others);
            }
        }
        Answer answer = forward(exchange, JSON.writeValueAsBytes(request));
        ObjectNode told = (ObjectNode) JSON.readTree(answer.body());
        told.set(get ? "UnprocessedKeys" : "UnprocessedItems", left);
        return new Answer(answer.status(), JSON.writeValueAsString(told));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Answer forward(HttpExchange exchange, byte[] body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) TestServer.endpoint().toURL().openConnection();
        connection.setDoOutput(true);
        for (String header : List.of("X-Amz-Target", "Content-Type", "Authorization", "X-Amz-Date")) {
            connection.setRequestProperty(header, exchange.getRequestHeaders().getFirst(header));
        }
        connection.getOutputStream().write(body);
        int status = connection.getResponseCode();
        try (InputStream answer = status == OK ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, new String(answer.readAllBytes(), UTF_8));
        }
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
