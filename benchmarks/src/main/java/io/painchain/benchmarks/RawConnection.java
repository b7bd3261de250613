package io.painchain.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One kept-alive HTTP/1.1 connection that does nothing but post and read answers of a known length. A full client takes as much
 * of the processor for a small post as the server does, and where both share a machine it is the client that is measured.
 */
public final class RawConnection {

    private final Socket socket;
    private final InputStream answers;
    private final String head;

    private RawConnection(Socket socket, String head) throws IOException {
        this.socket = socket;
        this.answers = new BufferedInputStream(socket.getInputStream());
        this.head = head;
    }

    public static RawConnection to(Backend backend) throws IOException {
        return to(backend, "Accept: */*");
    }

    /** @param header of each request, such as who sends */
    public static RawConnection to(Backend backend, String header) throws IOException {
        var url = URI.create(backend.url());
        var socket = new Socket(url.getHost(), url.getPort());
        socket.setTcpNoDelay(true);
        return new RawConnection(socket, " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nx-tenant-id: " + backend.tenant()
                + "\r\n" + header + "\r\nContent-Type: application/json\r\nContent-Length: ");
    }

    /** @throws IOException where the answer is no success */
    public void post(String path, String body) throws IOException {
        var content = body.getBytes(StandardCharsets.UTF_8);
        var start = ("POST " + path + head + content.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        var request = new byte[start.length + content.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(content, 0, request, start.length, content.length);
        exchange(request);
    }

    /** @return the answer's length in bytes */
    public int get(String path) throws IOException {
        return exchange(("GET " + path + head + "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private int exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var status = line();
        int length = 0;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            chunked |= header.regionMatches(true, 0, "transfer-encoding: chunked", 0, 26);
        }
        var answer = chunked ? chunks() : answers.readNBytes(length);
        if (status.charAt(9) != '2') {
            throw new IOException(status + ": " + new String(answer, StandardCharsets.UTF_8));
        }
        return answer.length;
    }

    /** As a longer answer comes. */
    private byte[] chunks() throws IOException {
        var answer = new ByteArrayOutputStream();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            answer.write(answers.readNBytes(length));
            line();
        }
        line();
        return answer.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int character = answers.read(); character != '\n'; character = answers.read()) {
            if (character < 0) {
                throw new IOException("The backend closed the connection");
            }
            if (character != '\r') {
                line.append((char) character);
            }
        }
        return line.toString();
    }
}
