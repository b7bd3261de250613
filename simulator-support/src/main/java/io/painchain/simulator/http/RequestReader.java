package io.painchain.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads requests from a connection, one after the other. */
final class RequestReader {

    private static final int LONGEST_LINE = 32 * 1024;
    private static final int LONGEST_BODY = 64 * 1024 * 1024;

    private final InputStream in;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /** The head of the next request, without its body; null where the client closed instead. */
    HttpRequest readHead() throws IOException, MalformedRequestException {
        String line = readLine();
        if (line == null) {
            return null;
        }
        String[] parts = line.split(" ");
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new MalformedRequestException("Not a request line: " + line);
        }
        Headers headers = readHeaders();
        int question = parts[1].indexOf('?');
        String path = question < 0 ? parts[1] : parts[1].substring(0, question);
        Query query = parseQuery(question < 0 ? null : parts[1].substring(question + 1));
        return new HttpRequest(parts[0], path, query, headers, new byte[0]);
    }

    private static Query parseQuery(String raw) throws MalformedRequestException {
        try {
            return Query.parse(raw);
        } catch (IllegalArgumentException e) {
            throw new MalformedRequestException("Not a query: " + raw);
        }
    }

    HttpRequest withBody(HttpRequest head) throws IOException, MalformedRequestException {
        byte[] body = readBody(head.headers());
        return new HttpRequest(head.method(), head.path(), head.query(), head.headers(), body);
    }

    private Headers readHeaders() throws IOException, MalformedRequestException {
        Headers headers = new Headers();
        String line = readLine();
        while (line != null && !line.isEmpty()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new MalformedRequestException("Not a header: " + line);
            }
            headers.set(line.substring(0, colon).trim(), line.substring(colon + 1).trim());
            line = readLine();
        }
        return headers;
    }

    private byte[] readBody(Headers headers) throws IOException, MalformedRequestException {
        if (headers.get("Transfer-Encoding", "").equalsIgnoreCase("chunked")) {
            return readChunks();
        }
        return readExactly(number(headers.get("Content-Length", "0"), 10));
    }

    private byte[] readChunks() throws IOException, MalformedRequestException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = chunkSize();
        while (size > 0) {
            body.write(readExactly(size));
            readLine();
            size = chunkSize();
        }
        readHeaders();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException, MalformedRequestException {
        String line = readLine();
        return number(line == null ? "0" : line.replaceFirst(";.*", "").trim(), 16);
    }

    private byte[] readExactly(int length) throws IOException, MalformedRequestException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new MalformedRequestException("The body ended early");
        }
        return bytes;
    }

    private String readLine() throws IOException, MalformedRequestException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (line.size() > LONGEST_LINE) {
                throw new MalformedRequestException("A line is too long");
            }
            if (next != '\r') {
                line.write(next);
            }
            next = in.read();
        }
        return next < 0 && line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
    }

    private static int number(String text, int radix) throws MalformedRequestException {
        try {
            int value = Integer.parseInt(text, radix);
            if (value >= 0 && value <= LONGEST_BODY) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new MalformedRequestException("Not a length: " + text);
        }
        throw new MalformedRequestException("Not an acceptable length: " + text);
    }
}
