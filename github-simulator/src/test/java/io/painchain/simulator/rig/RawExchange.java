package io.painchain.simulator.rig;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import io.painchain.simulator.SimulatorConfig;

/** One request on a socket of its own: exactly what came back, and how the connection ended. */
public record RawExchange(String received, boolean reset) {

    public static RawExchange get(URI server, String path) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                    + "\r\nAuthorization: Bearer " + SimulatorConfig.TOKEN + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return read(socket.getInputStream());
        }
    }

    public String body() {
        int end = received.indexOf("\r\n\r\n");
        return end < 0 ? "" : received.substring(end + 4);
    }

    public int promisedLength() {
        String head = received.substring(0, received.indexOf("\r\n\r\n"));
        return Integer.parseInt(head.replaceFirst("(?s).*Content-Length: (\\d+).*", "$1"));
    }

    private static RawExchange read(InputStream in) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        boolean reset = false;
        try {
            in.transferTo(received);
        } catch (SocketException e) {
            reset = true;
        }
        return new RawExchange(received.toString(StandardCharsets.UTF_8), reset);
    }
}
