package dev.ectype.adapter.dynamo.server;

import dev.ectype.adapter.dynamo.DynamoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.monitoring.Telemetry;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local in memory, on the loopback address only and with its telemetry off, or the endpoint that
 * {@code ECTYPE_DYNAMODB_ENDPOINT} names. Started once.
 */
public final class TestServer {
    private static final Optional<URI> OTHER = Optional.ofNullable(System.getenv("ECTYPE_DYNAMODB_ENDPOINT"))
            .filter(endpoint -> !endpoint.isBlank())
            .map(URI::create);
    private static final AtomicInteger PREFIXES = new AtomicInteger();

    private TestServer() {}

    private static final class Running {
        static final URI ENDPOINT = OTHER.orElseGet(TestServer::start);
        static final DynamoDbClient CLIENT = newClient(interceptors -> {});
    }

    private static URI start() {
        try {
            Telemetry.configureTelemetry("tests", "in memory", false);
            Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            LocalDynamoDBRequestHandler requests = new LocalDynamoDBRequestHandler(0, true, null, true, false);
            ContextHandler context = new ContextHandler();
            context.setHandler(new LocalDynamoDBServerHandler(requests, null));
            server.setHandler(context);
            server.start();
            return URI.create("http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
        } catch (Exception failure) {
            throw new IllegalStateException("DynamoDB Local did not start", failure);
        }
    }

    /** Returns where the server is. */
    public static URI endpoint() {
        return Running.ENDPOINT;
    }

    /** Returns how an adapter connects to it. */
    public static DynamoServer server() {
        return DynamoServer.emulatorAt(endpoint());
    }

    /** Returns a client that stays open. */
    public static DynamoDbClient client() {
        return Running.CLIENT;
    }

    /** Returns a client with an interceptor. */
    public static DynamoDbClient client(ExecutionInterceptor interceptor) {
        return newClient(interceptors -> interceptors.accept(interceptor));
    }

    private static DynamoDbClient newClient(Consumer<Consumer<ExecutionInterceptor>> interceptors) {
        return DynamoDbClient.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(Running.ENDPOINT)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("emulator", "emulator")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(config -> {
                    config.retryStrategy(DefaultRetryStrategy.doNotRetry());
                    interceptors.accept(config::addExecutionInterceptor);
                })
                .build();
    }

    /** Returns the beginning of the names of tables of its own. */
    public static String newPrefix() {
        return "t" + ProcessHandle.current().pid() + "x" + PREFIXES.incrementAndGet();
    }
}
