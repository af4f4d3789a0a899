package dev.ectype.adapter.mongo.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stretch of network that can be broken: it passes bytes on, swallows what comes back, or cuts the connections. */
final class Proxy implements AutoCloseable {

    enum Mode {
        PASS,
        /** Requests arrive, and no reply comes back. */
        STALL,
        /** Each reply takes some time. */
        SLOW,
        /** Requests are cut in the middle, with their connection. */
        CUT_REQUESTS,
        /** Requests arrive, and then the connection is cut. */
        CUT_REPLIES
    }

    static final Duration SLOWLY = Duration.ofMillis(1_200);

    private final ServerSocket listener;
    private final String host;
    private final int port;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile Mode mode = Mode.PASS;

    Proxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    String address() {
        return listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort();
    }

    void set(Mode newMode) {
        mode = newMode;
    }

    /** Cuts every connection, as a server does that goes away. */
    void cut() {
        open.forEach(Proxy::closeQuietly);
        open.clear();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(host, port);
                open.addAll(List.of(client, server));
                start(() -> pump(client, server, false));
                start(() -> pump(server, client, true));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pump(Socket from, Socket to, boolean replies) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (replies && mode == Mode.CUT_REPLIES) {
                    break;
                }
                if (!replies && mode == Mode.CUT_REQUESTS) {
                    out.write(buffer, 0, read / 2);
                    out.flush();
                    break;
                }
                if (replies && mode == Mode.SLOW) {
                    Thread.sleep(SLOWLY.toMillis());
                }
                if (!replies || mode == Mode.PASS || mode == Mode.SLOW) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
            }
        } catch (IOException | InterruptedException cut) {
            // The other direction notices as well, and both end.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Closed is what it was to be.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}
