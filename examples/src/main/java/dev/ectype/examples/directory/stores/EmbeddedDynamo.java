package dev.ectype.examples.directory.stores;

import java.lang.reflect.Constructor;
import java.net.InetAddress;
import java.net.URI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;

/**
 * DynamoDB Local inside this process, in memory, on the loopback address only, its telemetry never switched on. It is no
 * dependency of this program's own, so it is looked for by name.
 */
final class EmbeddedDynamo implements AutoCloseable {
    private static final String SERVER = "software.amazon.dynamodb.services.local.server.";
    private final Server server;
    private final Object requests;

    private EmbeddedDynamo(Server server, Object requests) {
        this.server = server;
        this.requests = requests;
    }

    /**
     * Starts it.
     *
     * @throws UnknownStoreException if it is not on the class path
     */
    static EmbeddedDynamo start() {
        try {
            Object requests = inMemory();
            Server server = new Server();
            ServerConnector connector = new ServerConnector(server);
            connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
            server.addConnector(connector);
            ContextHandler context = new ContextHandler();
            context.setHandler(handler(requests));
            server.setHandler(context);
            server.start();
            return new EmbeddedDynamo(server, requests);
        } catch (ClassNotFoundException missing) {
            throw new UnknownStoreException("--store=dynamo: DynamoDB Local is not on the class path; run"
                    + " mvn -q compile exec:java, or name a server: --store=dynamodb:http://HOST:PORT.");
        } catch (Exception failure) {
            throw new IllegalStateException("DynamoDB Local did not start", failure);
        }
    }

    private static Object inMemory() throws ReflectiveOperationException {
        Constructor<?> handler = Class.forName(SERVER + "LocalDynamoDBRequestHandler")
                .getConstructor(int.class, boolean.class, String.class, boolean.class, boolean.class);
        return handler.newInstance(0, true, null, true, false);
    }

    private static Handler handler(Object requests) throws ReflectiveOperationException {
        Constructor<?> handler = Class.forName(SERVER + "LocalDynamoDBServerHandler")
                .getConstructor(Class.forName(SERVER + "DynamoDBRequestHandler"), String.class);
        return (Handler) handler.newInstance(requests, null);
    }

    /** Returns its address. */
    URI endpoint() {
        return URI.create("http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
            requests.getClass().getMethod("shutdown").invoke(requests);
        } catch (Exception failure) {
            throw new IllegalStateException("DynamoDB Local did not stop", failure);
        }
    }
}
