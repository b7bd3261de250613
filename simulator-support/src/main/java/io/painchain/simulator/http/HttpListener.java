package io.painchain.simulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocketFactory;

/** Accepts connections and serves each in a thread of its own. */
public final class HttpListener implements AutoCloseable {

    private final ServerSocket server;
    private final URI origin;
    private final HttpHandler handler;
    private final Pause pause;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "simulator");
        thread.setDaemon(true);
        return thread;
    });

    private HttpListener(ServerSocket server, URI origin, HttpHandler handler, Pause pause) {
        this.server = server;
        this.origin = origin;
        this.handler = handler;
        this.pause = pause;
    }

    /** Listens from now on; port 0 takes any free one. */
    public static HttpListener start(String host, int port, HttpHandler handler, Pause pause) {
        return start(host, port, handler, pause, ServerSocketFactory.getDefault());
    }

    /** The same on sockets of another kind, such as those of TLS. */
    public static HttpListener start(String host, int port, HttpHandler handler, Pause pause, ServerSocketFactory sockets) {
        try {
            ServerSocket server = bound(sockets.createServerSocket(), host, port);
            HttpListener listener = new HttpListener(server, origin(sockets, host, server.getLocalPort()), handler, pause);
            listener.threads.execute(listener::accept);
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on " + host + ":" + port, e);
        }
    }

    private static ServerSocket bound(ServerSocket server, String host, int port) throws IOException {
        try {
            server.bind(new InetSocketAddress(InetAddress.getByName(host), port), 512);
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private static URI origin(ServerSocketFactory sockets, String host, int port) {
        String scheme = sockets instanceof SSLServerSocketFactory ? "https" : "http";
        return URI.create(scheme + "://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Where it is reached. */
    public URI origin() {
        return origin;
    }

    @Override
    public void close() {
        try {
            server.close();
            pause.stop();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close port " + port(), e);
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                serve(server.accept());
            } catch (IOException | RejectedExecutionException e) {
                if (!server.isClosed()) {
                    throw new IllegalStateException("Cannot accept connections", e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        open.add(socket);
        HttpConnection connection = new HttpConnection(socket, handler, pause);
        threads.execute(() -> {
            try {
                connection.run();
            } finally {
                open.remove(socket);
            }
        });
    }
}
