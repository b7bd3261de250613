package io.painchain.simulator.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

import javax.net.ServerSocketFactory;

/** Accepts connections and serves each in a thread of its own. */
public final class HttpListener implements AutoCloseable {

    private final ServerSocket server;
    private final HttpHandler handler;
    private final Pause pause;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "simulator");
        thread.setDaemon(true);
        return thread;
    });

    private HttpListener(ServerSocket server, HttpHandler handler, Pause pause) {
        this.server = server;
        this.handler = handler;
        this.pause = pause;
    }

    /** Listens from now on; port 0 takes any free one. */
    public static HttpListener start(String host, int port, HttpHandler handler, Pause pause) throws IOException {
        return start(host, port, handler, pause, ServerSocketFactory.getDefault());
    }

    /** The same on sockets of another kind, such as those of TLS. */
    public static HttpListener start(String host, int port, HttpHandler handler, Pause pause, ServerSocketFactory sockets)
            throws IOException {
        ServerSocket server = sockets.createServerSocket();
        try {
            server.bind(new InetSocketAddress(InetAddress.getByName(host), port), 512);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        HttpListener listener = new HttpListener(server, handler, pause);
        listener.threads.execute(listener::accept);
        return listener;
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        pause.stop();
        for (Socket socket : open) {
            socket.close();
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
