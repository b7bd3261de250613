package io.painchain.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.rig.SimulatorExtension;

class HttpTest {

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @Test
    void servesSeveralRequestsOnOneConnection() throws IOException {
        String get = "GET /rate_limit HTTP/1.1\r\nHost: x\r\n\r\n";
        String last = "GET /rate_limit HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        assertThat(talk(get + get + last).split("HTTP/1.1 200 OK", -1)).hasSize(4);
    }

    @Test
    void readsChunkedBodies() throws IOException {
        String answer = talk("POST /_sim/repos HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "8\r\n{\"name\":\r\nb\r\n\"acme/web\"}\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 201 Created").endsWith("\"fullName\":\"acme/web\"}");
    }

    @Test
    void answersHeadWithoutABody() throws IOException {
        String answer = talk("HEAD /rate_limit HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 OK").endsWith("\r\n\r\n").contains("Content-Length: ");
    }

    @Test
    void invitesABodyThatWaits() throws IOException {
        String answer = talk("POST /_sim/repos HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nConnection: close\r\n"
                + "Content-Length: 19\r\n\r\n{\"name\":\"acme/web\"}");

        assertThat(answer).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201");
    }

    @ParameterizedTest
    @ValueSource(strings = { "nonsense\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n", "GET /?a=%zz HTTP/1.1\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n", "POST / HTTP/1.1\r\nContent-Length: 9999999999\r\n\r\n" })
    void refusesWhatIsNotHttp(String request) throws IOException {
        assertThat(talk(request)).startsWith("HTTP/1.1 400 Bad Request");
    }

    @Test
    void servesManyClientsAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        List<Future<Integer>> statuses = new ArrayList<>();

        for (int i = 0; i < 400; i++) {
            statuses.add(threads.submit(() -> simulator.get("/repos/acme/api/events").status()));
        }

        for (Future<Integer> status : statuses) {
            assertThat(status.get()).isEqualTo(200);
        }
        threads.shutdown();
        assertThat(simulator.simulator().requests().total()).isEqualTo(400);
    }

    @Test
    void dropsItsConnectionsWhenItIsClosed() throws IOException {
        GitHubSimulator other = GitHubSimulator.start(SimulatorConfig.of(simulator.clock()));
        try (Socket socket = new Socket(other.uri().getHost(), other.port())) {
            socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
            other.close();

            assertThat(endOf(socket)).isTrue();
        }
    }

    private static boolean endOf(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private String talk(String request) throws IOException {
        GitHubSimulator server = simulator.simulator();
        try (Socket socket = new Socket(server.uri().getHost(), server.port())) {
            socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
