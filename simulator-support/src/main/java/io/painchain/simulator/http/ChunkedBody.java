package io.painchain.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A body in HTTP's chunks. */
final class ChunkedBody {

    /** After so many moments without news it is looked whether the client is still there. */
    private static final int QUIET = 20;

    private final Socket socket;
    private final OutputStream out;

    ChunkedBody(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    /** Sends all of it; false where the client went away before the end. */
    boolean send(StreamedBody source) throws IOException {
        try {
            return sendOpen(source);
        } finally {
            source.close();
        }
    }

    private boolean sendOpen(StreamedBody source) throws IOException {
        int quiet = 0;
        out.flush();
        for (byte[] bytes = source.next(); bytes != null; bytes = source.next()) {
            if (bytes.length > 0) {
                write(bytes);
                quiet = 0;
            } else if (++quiet % QUIET == 0 && clientIsGone()) {
                return false;
            }
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return true;
    }

    private void write(byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** A client that waits for more sends nothing: what can be read is its end. */
    private boolean clientIsGone() throws IOException {
        int timeout = socket.getSoTimeout();
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            if (!socket.isClosed()) {
                socket.setSoTimeout(timeout);
            }
        }
    }
}
