package dev.ectype.adapter.ldap.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes bytes on between clients and a server, until it is told to pass no more, with connections left open. */
public final class StallingProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean stalled;

    public StallingProxy(int targetPort) {
        try {
            this.listener = new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.target = targetPort;
        daemon(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Swallows whatever is sent from now on. */
    public void stall() {
        stalled = true;
    }

    /** Passes on again what is sent from now on; what was swallowed is lost. */
    public void resume() {
        stalled = false;
    }

    /** Cuts all connections; new ones can be made. */
    public void cut() {
        sockets.forEach(StallingProxy::close);
        sockets.clear();
    }

    private void accept() {
        try {
            while (true) {
                connect(listener.accept());
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket("localhost", target);
            sockets.addAll(List.of(client, server));
            daemon(() -> pass(client, server));
            daemon(() -> pass(server, client));
        } catch (IOException nobodyListens) {
            close(client);
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (InputStream in = from.getInputStream()) {
            OutputStream out = to.getOutputStream();
            for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
                if (!stalled) {
                    out.write(buffer, 0, size);
                }
            }
        } catch (IOException closed) {
            close(from);
        }
        close(to);
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        close(listener);
        cut();
    }
}
