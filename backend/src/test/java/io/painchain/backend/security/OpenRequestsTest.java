package io.painchain.backend.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Requests that go on, such as streams, over a real connection. */
class OpenRequestsTest {

    private static final int PATIENCE_MILLIS = 2_000;
    private static final Caller ANN = new Caller("Ann", Role.VIEWER, "acme", null, null, UUID.randomUUID(), null, true);

    private final OpenRequests requests = new OpenRequests(Clock.systemUTC());
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void endWithWhatLetThemIn() throws Exception {
        try (var stream = open(context -> requests.add(ANN.userId(), ANN, context, requests.begin()))) {
            requests.end(new CallerEnded(UUID.randomUUID()));
            assertThatThrownBy(() -> stream.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            requests.end(new CallerEnded(ANN.userId()));
            assertThat(stream.getInputStream().read()).isEqualTo(-1);
        }
    }

    /** Whoever was read before that is not let in any more. */
    @Test
    void endWhereThatEndedWhileTheyBegan() throws Exception {
        try (var stream = open(context -> {
            long begin = requests.begin();
            requests.end(new CallerEnded(ANN.userId()));
            requests.add(ANN.userId(), ANN, context, begin);
        })) {
            assertThat(stream.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void goOnWhereThatEndedBefore() throws Exception {
        requests.end(new CallerEnded(ANN.userId()));
        try (var stream = open(context -> requests.add(ANN.userId(), ANN, context, requests.begin()))) {
            assertThatThrownBy(() -> stream.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void allEndWhereNobodyKnowsWhatEnded() throws Exception {
        try (var stream = open(context -> requests.add(ANN.userId(), ANN, context, requests.begin()))) {
            requests.end(CallerEnded.ANYBODY);
            assertThat(stream.getInputStream().read()).isEqualTo(-1);
        }
    }

    /** @return past the headers of an answer that does not end by itself */
    private Socket open(Handler<RoutingContext> begun) throws Exception {
        var router = Router.router(vertx);
        router.get("/").handler(context -> {
            begun.handle(context);
            context.response().setChunked(true).write("x");
        });
        var server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().get(10, TimeUnit.SECONDS);
        var socket = new Socket("127.0.0.1", server.actualPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        var answer = new StringBuilder();
        while (!answer.toString().endsWith("1\r\nx\r\n")) {
            int next = socket.getInputStream().read();
            assertThat(next).as(answer.toString()).isNotEqualTo(-1);
            answer.append((char) next);
        }
        return socket;
    }
}
