package dev.ectype.adapter.ldap.internal.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes sockets whose handshake fails unless the server's certificate is for the host that was asked for. The platform does
 * the check: the driver's own takes the name that an address resolves back to, which whoever answers for the address can
 * choose.
 */
final class IdentifyingSocketFactory extends SSLSocketFactory {
    private final SSLSocketFactory sockets;

    IdentifyingSocketFactory(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    private static Socket identifying(Socket socket) {
        SSLSocket secure = (SSLSocket) socket;
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("LDAPS");
        secure.setSSLParameters(parameters);
        return secure;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
        return identifying(sockets.createSocket());
    }

    @Override
    public Socket createSocket(Socket below, String host, int port, boolean closesBelow) throws IOException {
        return identifying(sockets.createSocket(below, host, port, closesBelow));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return identifying(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return identifying(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return identifying(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return identifying(sockets.createSocket(host, port, local, localPort));
    }
}
