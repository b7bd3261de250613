package io.painchain.backend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

@QuarkusTest
@TestProfile(KeysMode.class)
class FailedKeysLimitTest {

    private static final int FREE = 1_000;
    /** One that no other test calls from. */
    private static final String ADDRESS = "127.0.0.9";

    @Test
    void slowsAnAddressDownButNoValidKeyFromIt() throws IOException {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), RestAssured.port, InetAddress.getByName(ADDRESS), 0)) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (int i = 0; i < FREE; i++) {
                assertThat(head(socket, in, "wrong-key")).first().asString().contains(" 401 ");
            }

            assertThat(head(socket, in, "wrong-key")).anyMatch(line -> line.contains(" 429 "))
                    .anyMatch(line -> line.toLowerCase().startsWith("retry-after: "));
            assertThat(head(socket, in, Keys.create(Api.newTenant(), "viewer"))).first().asString().contains(" 200 ");
        }
    }

    /** The status and headers of one answer; its body is read and left. */
    private static List<String> head(Socket socket, BufferedReader in, String key) throws IOException {
        socket.getOutputStream().write(("GET /api/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        var lines = new ArrayList<String>();
        for (var line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            lines.add(line);
        }
        int length = lines.stream().filter(line -> line.toLowerCase().startsWith("content-length: "))
                .mapToInt(line -> Integer.parseInt(line.substring("content-length: ".length()).strip())).findFirst()
                .orElseThrow();
        assertThat(in.skip(length)).isEqualTo(length);
        return lines;
    }
}
