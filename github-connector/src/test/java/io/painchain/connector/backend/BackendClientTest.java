package io.painchain.connector.backend;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

import io.painchain.connector.backend.BackendException.Kind;
import io.painchain.github.rig.StubGitHub;
import io.painchain.model.event.Checkpoint;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BackendClientTest {

    private static final String KEY = "connector-key-that-nobody-shows";

    private static final Duration SOON = Duration.ofMillis(800);

    private StubGitHub server;
    private BackendClient client;

    @BeforeEach
    void start() {
        server = new StubGitHub();
        client = new BackendClient(server.api().resolve("/api/"), KEY, Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void answer(ResponseDefinitionBuilder answer) {
        server.on(any(anyUrl()).willReturn(answer));
    }

    private static void assertRefused(ThrowingCallable call, Kind kind, String words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BackendException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.getMessage()).contains(words).doesNotContain(KEY);
        });
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    @Test
    void givesUpOnABackendThatDribbles() {
        answer(json("[]" + " ".repeat(1_000)).withChunkedDribbleDelay(50, 10_000));

        assertRefused(() -> client.within(SOON).checkpoints("1"), Kind.UNAVAILABLE, "did not answer in time");
    }

    @Test
    void givesUpOnABackendThatIsSilent() {
        answer(json("[]").withFixedDelay(5_000));

        assertRefused(() -> client.within(SOON).checkpoints("1"), Kind.UNAVAILABLE, "did not answer in time");
    }

    @Test
    void waitsForTasksAsLongAsItIsToldTo() {
        answer(json("[]").withFixedDelay(1_200));

        assertThat(client.within(SOON).within(Duration.ofSeconds(20)).checkpoints("1")).isEmpty();
    }

    @Test
    void letsGoOfTheConnectionWhenItIsToldToStop()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given a backend that reads and never answers
            BackendClient patient = new BackendClient(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/api"), KEY,
                    Duration.ofMinutes(5));
            CountDownLatch asked = new CountDownLatch(1);
            CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> readToTheEnd(silent, asked));
            CompletableFuture<BackendException> failure = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                try {
                    patient.checkpoints("1");
                } catch (BackendException e) {
                    failure.complete(e);
                }
            });
            thread.start();
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

            // When
            thread.interrupt();

            // Then
            assertThat(failure.get(20, TimeUnit.SECONDS).kind()).isEqualTo(Kind.STOPPING);
            assertThat(closed.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static boolean readToTheEnd(ServerSocket server, CountDownLatch asked) {
        try (Socket socket = server.accept()) {
            byte[] head = new byte[8_192];
            int read = socket.getInputStream().read(head);
            assertThat(new String(head, 0, read, StandardCharsets.US_ASCII)).contains("checkpoints");
            asked.countDown();
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void refusesAnAnswerThatSaysItIsTooLarge() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (ServerSocket large = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> promiseMuch(large));
            BackendClient other = new BackendClient(URI.create("http://127.0.0.1:" + large.getLocalPort() + "/api"), KEY,
                    Duration.ofSeconds(20));

            assertRefused(() -> other.checkpoints("1"), Kind.UNAVAILABLE, "broke off");
            assertThat(closed.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static boolean promiseMuch(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read(new byte[8_192]);
            socket.getOutputStream()
                    .write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 40000000\r\n\r\n[")
                            .getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource({ "401,UNAUTHORIZED", "403,UNAUTHORIZED", "404,NOT_FOUND", "409,CONFLICT", "410,GONE", "413,TOO_LARGE",
            "408,UNAVAILABLE", "429,UNAVAILABLE", "500,UNAVAILABLE", "503,UNAVAILABLE", "400,REFUSED", "422,REFUSED",
            "301,REFUSED" })
    void saysWhatWasRefusedAndWhy(int status, Kind kind) {
        answer(json("{\"type\": \"/problems/some\", \"detail\": \"So it is\"}").withStatus(status).withHeader("Retry-After",
                "7"));

        assertRefused(() -> client.post("{}".getBytes(StandardCharsets.UTF_8)), kind,
                "POST /events/batch answered " + status + " /problems/some So it is");
        assertThatThrownBy(() -> client.checkpoints("1")).isInstanceOfSatisfying(BackendException.class,
                e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void tellsThatItsTypeWasForgotten() {
        answer(json("{\"type\": \"/problems/unknown-connector-type\"}").withStatus(400));

        assertRefused(() -> client.integrations("github", "w"), Kind.UNKNOWN_TYPE, "unknown-connector-type");
    }

    @Test
    void takesTheKeyNowhereElse() {
        answer(aResponse().withStatus(302).withHeader("Location", "http://localhost:" + server.api().getPort() + "/elsewhere"));

        assertRefused(() -> client.checkpoints("1"), Kind.REFUSED, "answered 302");
        assertThat(server.server().findAll(getRequestedFor(urlPathEqualTo("/elsewhere")))).isEmpty();
        assertThat(server.server().getAllServeEvents()).singleElement()
                .satisfies(event -> assertThat(event.getRequest().getHeader("Authorization")).isEqualTo("Bearer " + KEY));
    }

    @Test
    void takesWhatIsNotJsonForABackendThatIsNotThere() {
        answer(json("<html>"));

        assertRefused(() -> client.checkpoints("1"), Kind.UNAVAILABLE, "unreadable JSON");
    }

    @Test
    void saysThatNobodyListens() {
        BackendClient nobody = new BackendClient(URI.create("http://127.0.0.1:1/api"), KEY, Duration.ofSeconds(5));

        assertRefused(() -> nobody.checkpoints("1"), Kind.UNAVAILABLE, "no connection could be made");
    }

    @Test
    void readsAllPagesWhateverAddressTheBackendGivesItself() {
        // Given packed answers, as this server gives to who takes them
        server.on(get(urlPathEqualTo("/api/integrations/a%2Fb/checkpoints")).willReturn(json("""
                [{"key": "acme/api", "version": 1, "value": {}}]""")
                .withHeader("Link", "<http://inside:8000/api/integrations/page?cursor=a%2Fb>; rel=\"next\"")));
        server.on(get(urlPathEqualTo("/api/integrations/page")).withQueryParam("cursor", equalTo("a/b")).willReturn(json("""
                [{"key": "acme/web", "version": 2, "value": {}}]""").withHeader("X-Assignment-Version", "8")));

        // When / Then
        assertThat(client.checkpoints("a/b")).extracting(Checkpoint::key).containsExactly("acme/api", "acme/web");
        assertThat(client.assignment()).isEqualTo("8");
    }
}
