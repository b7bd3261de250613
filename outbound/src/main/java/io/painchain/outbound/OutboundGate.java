package io.painchain.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * A proxy on loopback that knows {@code CONNECT} only: it looks the name up, checks its addresses and connects to one of
 * them. TLS goes through untouched, so that the client still checks the certificate of the name.
 */
final class OutboundGate {

    private static final Pattern CONNECT = Pattern.compile("CONNECT \\[?([^\\]\\s/@]+?)\\]?:(\\d{1,5}) HTTP/1\\.[01]");
    private static final int LONGEST_HEAD = 8_192;
    private static final int HEAD_MILLIS = 10_000;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int MOST_PORTS = 65_535;

    private final ServerSocket server;
    private final Lookup lookup;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "outbound-gate");
        thread.setDaemon(true);
        return thread;
    });

    private OutboundGate(ServerSocket server, Lookup lookup) {
        this.server = server;
        this.lookup = lookup;
    }

    /** Throws {@link RefusedAddress} for what must not be connected to. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    static OutboundGate open(Lookup lookup) {
        try {
            var gate = new OutboundGate(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), lookup);
            gate.threads.execute(gate::accept);
            return gate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(HEAD_MILLIS);
            client.setTcpNoDelay(true);
            var target = CONNECT.matcher(firstLine(client.getInputStream()));
            if (!target.matches() || Integer.parseInt(target.group(2)) > MOST_PORTS) {
                answer(client, "405 Method Not Allowed");
                return;
            }
            try (var provider = connectFor(client, target.group(1), Integer.parseInt(target.group(2)))) {
                if (provider != null) {
                    answer(client, "200 Connection established");
                    client.setSoTimeout(0);
                    threads.execute(() -> pump(provider, client));
                    pump(client, provider);
                }
            }
        } catch (IOException e) {
            // Either side is gone, and the other one's socket closes.
        }
    }

    /** @return {@code null} where there is no connection, which is answered then */
    private Socket connectFor(Socket client, String host, int port) throws IOException {
        try {
            return connect(host, port);
        } catch (RefusedAddress e) {
            answer(client, "403 Forbidden");
        } catch (IOException e) {
            answer(client, "502 Bad Gateway");
        }
        return null;
    }

    private Socket connect(String host, int port) throws IOException {
        IOException failure = new UnknownHostException(host);
        for (var address : lookup.resolve(host)) {
            var socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure;
    }

    /** Until the end of the head, of which only the first line says something. */
    private static String firstLine(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int lineEnds = 0;
        for (int read = in.read(); read >= 0 && head.size() < LONGEST_HEAD; read = in.read()) {
            head.write(read);
            lineEnds = read == '\n' ? lineEnds + 1 : read == '\r' ? lineEnds : 0;
            if (lineEnds == 2) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
    }

    private static void answer(Socket client, String status) throws IOException {
        client.getOutputStream()
                .write(("HTTP/1.1 " + status + "\r\n" + (status.startsWith("200") ? "" : "Content-Length: 0\r\n")
                        + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** When one direction ends, so does the connection: HTTP needs no half of one. */
    private static void pump(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // closed from the other side
        }
    }
}
