package io.painchain.connector.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

import io.painchain.connector.http.TransportException.Reason;
import io.painchain.github.rig.StubGitHub;

class HttpTransportTest {

    private final HttpTransport transport = new HttpTransport(Duration.ofMillis(800), 10_000);
    private StubGitHub server;

    @BeforeEach
    void start() {
        server = new StubGitHub();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpAnswer ask(ResponseDefinitionBuilder answer) {
        server.on(get(urlPathEqualTo("/api/v3/x")).willReturn(answer));
        return transport.send(HttpRequest.newBuilder(URI.create(server.api() + "/x")));
    }

    private static void assertReason(ThrowingCallable request, Reason reason) {
        assertThatThrownBy(request).isInstanceOfSatisfying(TransportException.class,
                failure -> assertThat(failure.reason()).isEqualTo(reason));
    }

    @Test
    void cutsOffAServerThatDribbles() {
        assertReason(() -> ask(aResponse().withBody("x".repeat(1_000)).withChunkedDribbleDelay(50, 10_000)), Reason.TIMEOUT);
    }

    @Test
    void cutsOffAServerThatIsSilent() {
        assertReason(() -> ask(aResponse().withFixedDelay(5_000)), Reason.TIMEOUT);
    }

    @Test
    void refusesAnAnswerThatIsTooLarge() {
        assertReason(() -> ask(aResponse().withBody("x".repeat(10_001))), Reason.TOO_LARGE);
    }

    @Test
    void refusesASmallAnswerThatUnpacksToATooLargeOne() {
        assertReason(() -> ask(aResponse().withBody("x".repeat(1_000_000))), Reason.TOO_LARGE);
    }

    @Test
    void readsAPackedAnswer() {
        HttpAnswer answer = ask(aResponse().withHeader("X-Many", "one").withBody("x".repeat(5_000)));

        assertThat(answer.headers()).containsEntry("content-encoding", "gzip").containsEntry("x-many", "one");
        assertThat(answer.body()).hasSize(5_000);
    }

    @Test
    void followsNoRedirectByItself() {
        HttpAnswer answer = ask(aResponse().withStatus(302).withHeader("Location", "http://localhost:1/"));

        assertThat(answer.status()).isEqualTo(302);
    }

    @Test
    void tellsThatNobodyListens() {
        assertReason(() -> transport.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:1/"))), Reason.CONNECT);
    }

    @Test
    void findsTheNextPageAmongTheLinks() {
        HttpAnswer answer = ask(aResponse().withHeader("Link",
                "<https://api.github.com/repositories/1/issues?page=1>; rel=\"prev\", </api/v3/x?page=3&a=%2F>; rel=\"next\", "
                        + "<https://api.github.com/repositories/1/issues?page=9>; rel=\"last\""));

        assertThat(answer.next()).contains(URI.create(server.api() + "/x?page=3&a=%2F"));
    }
}
