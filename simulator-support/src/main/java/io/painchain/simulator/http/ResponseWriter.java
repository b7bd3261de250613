package io.painchain.simulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Writes answers in the way each of them asks for. */
final class ResponseWriter {

    private static final int BLANKS = 65_536;
    private static final int CHUNKED = -1;

    private final Socket socket;
    private final OutputStream out;
    private final Pause pause;

    ResponseWriter(Socket socket, Pause pause) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.pause = pause;
    }

    /** Writes the answer; false where the connection cannot be used any more. */
    boolean write(HttpRequest request, HttpResponse response) throws IOException {
        byte[] head = head(response);
        byte[] body = request.isHead() ? new byte[0] : response.body();
        Delivery delivery = response.delivery();
        if (delivery instanceof Delivery.Whole) {
            return whole(head, body);
        }
        if (delivery instanceof Delivery.Dribble dribble) {
            return dribbled(head, body, dribble);
        }
        if (delivery instanceof Delivery.Padded padded) {
            return padded(response, body, padded.bytes());
        }
        if (delivery instanceof Delivery.Streamed streamed) {
            out.write(head(response, CHUNKED));
            return new ChunkedBody(socket).send(streamed.source());
        }
        if (delivery instanceof Delivery.Hang hang) {
            hang(head, body, hang.bytes());
        }
        if (delivery instanceof Delivery.Cut cut) {
            out.write(head);
            out.write(body, 0, Math.min(cut.bytes(), body.length));
            out.flush();
        }
        if (delivery instanceof Delivery.Reset reset) {
            reset(head, body, reset.bytes());
        }
        return false;
    }

    private boolean whole(byte[] head, byte[] body) throws IOException {
        byte[] message = new byte[head.length + body.length];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        out.write(message);
        out.flush();
        return true;
    }

    private boolean dribbled(byte[] head, byte[] body, Delivery.Dribble dribble) throws IOException {
        out.write(head);
        for (int sent = 0; sent < body.length; sent += dribble.pieceBytes()) {
            pause.await(dribble.pause());
            out.write(body, sent, Math.min(dribble.pieceBytes(), body.length - sent));
            out.flush();
        }
        return true;
    }

    private boolean padded(HttpResponse response, byte[] body, int bytes) throws IOException {
        int length = Math.max(bytes, body.length);
        out.write(head(response, length));
        out.write(body);
        byte[] blanks = new byte[BLANKS];
        Arrays.fill(blanks, (byte) ' ');
        for (int sent = body.length; sent < length; sent += BLANKS) {
            out.write(blanks, 0, Math.min(BLANKS, length - sent));
        }
        out.flush();
        return true;
    }

    /** Reading ends when the client closes, or the server. */
    private void hang(byte[] head, byte[] body, int bytes) throws IOException {
        begin(head, body, bytes);
        InputStream client = socket.getInputStream();
        while (client.read() >= 0) {
            // whatever else it sends is not answered
        }
    }

    private void begin(byte[] head, byte[] body, int bytes) throws IOException {
        int ofHead = Math.min(bytes, head.length);
        out.write(head, 0, ofHead);
        out.write(body, 0, Math.min(bytes - ofHead, body.length));
        out.flush();
    }

    private void reset(byte[] head, byte[] body, int bytes) throws IOException {
        begin(head, body, bytes);
        // Closing with lingering switched off sends RST instead of FIN.
        socket.setSoLinger(true, 0);
    }

    private static byte[] head(HttpResponse response) {
        return head(response, response.body().length);
    }

    private static byte[] head(HttpResponse response, int length) {
        StringBuilder head = new StringBuilder(512).append("HTTP/1.1 ").append(response.status()).append(' ')
                .append(ReasonPhrases.of(response.status())).append("\r\n");
        for (Map.Entry<String, String> field : response.headers().entries()) {
            head.append(field.getKey()).append(": ").append(field.getValue()).append("\r\n");
        }
        boolean bodiless = response.status() == 304 || response.status() == 204;
        if (length == CHUNKED) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (!bodiless) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
