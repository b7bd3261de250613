package io.painchain.simulator.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One client's connection: request, answer, request, answer, until either side closes. */
final class HttpConnection implements Runnable {

    private static final Logger LOG = System.getLogger(HttpConnection.class.getName());
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final Socket socket;
    private final HttpHandler handler;
    private final Pause pause;

    HttpConnection(Socket socket, HttpHandler handler, Pause pause) {
        this.socket = socket;
        this.handler = handler;
        this.pause = pause;
    }

    @Override
    public void run() {
        try (Socket closing = socket) {
            serve(closing);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A client went away", e);
        }
    }

    private void serve(Socket client) throws IOException {
        client.setTcpNoDelay(true);
        RequestReader reader = new RequestReader(new BufferedInputStream(client.getInputStream()));
        ResponseWriter writer = new ResponseWriter(client, pause);
        boolean open = true;
        while (open) {
            open = serveOne(client, reader, writer);
        }
    }

    private boolean serveOne(Socket client, RequestReader reader, ResponseWriter writer) throws IOException {
        try {
            HttpRequest head = reader.readHead();
            if (head == null) {
                return false;
            }
            if (head.headers().get("Expect", "").equalsIgnoreCase("100-continue")) {
                client.getOutputStream().write(CONTINUE);
            }
            HttpRequest request = reader.withBody(head);
            boolean usable = writer.write(request, answer(request));
            return usable && !request.headers().get("Connection", "").equalsIgnoreCase("close");
        } catch (MalformedRequestException e) {
            client.getOutputStream().write(
                    "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            return false;
        }
    }

    private HttpResponse answer(HttpRequest request) {
        try {
            return handler.handle(request);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "No answer to " + request.method() + " " + request.path(), e);
            return HttpResponse.json(500, "{\"message\":\"The simulator failed\"}");
        }
    }
}
