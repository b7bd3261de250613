package io.painchain.backend.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Sends bytes that no HTTP client would send, and reads one answer; an event stream's only as far as its headers. */
final class RawClient {

    private static final int DEADLINE_MILLIS = 10_000;
    /** How long a server may wait for the rest of a request that never comes. */
    private static final int PATIENCE_MILLIS = 500;

    private final int port;

    RawClient(int port) {
        this.port = port;
    }

    RawAnswer send(RawRequest request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(request.whole() ? DEADLINE_MILLIS : PATIENCE_MILLIS);
            write(socket.getOutputStream(), request.bytes());
            return read(new BufferedInputStream(socket.getInputStream()), request.isHead());
        } catch (SocketTimeoutException e) {
            return request.whole() ? RawAnswer.LATE : RawAnswer.NONE;
        }
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            // refused before all of it was read: the answer tells
        }
    }

    private static RawAnswer read(InputStream in, boolean head) throws IOException {
        var status = line(in);
        if (status == null) {
            return RawAnswer.NONE;
        }
        int code = Integer.parseInt(status.split(" ")[1]);
        var headers = headers(in);
        if (code == 100) {
            return read(in, head);
        }
        boolean bodiless = head || code == 204 || code == 304 || code == 101
                || headers.getOrDefault("content-type", "").startsWith("text/event-stream");
        return new RawAnswer(code, headers, bodiless ? "" : body(in, headers));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(), line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        var body = new ByteArrayOutputStream();
        if (headers.containsKey("content-length")) {
            body.writeBytes(in.readNBytes(Integer.parseInt(headers.get("content-length"))));
        } else if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                body.writeBytes(in.readNBytes(size));
                line(in);
            }
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private static int chunk(InputStream in) throws IOException {
        var size = line(in);
        return size == null ? 0 : Integer.parseInt(size, 16);
    }

    /** @return {@code null} at the end */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        try {
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    return null;
                }
                line.append((char) c);
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return null; // reset: the server had no use for the rest
        }
        return line.toString().strip();
    }
}
