package io.painchain.kubernetes.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.painchain.kubernetes.api.StreamHandler.Head;

/** One answer as it arrives; the next piece is asked for when the last was taken. */
public final class ApiStream {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final StreamHandler handler;
    private final Executor lane;
    private volatile AsyncBody body;
    private volatile boolean cancelled;
    private boolean ended;

    ApiStream(StreamHandler handler, Executor lane) {
        this.handler = handler;
        this.lane = lane;
    }

    ApiStream begin(HttpClient client, HttpRequest request) {
        CompletableFuture<HttpResponse<AsyncBody>> answer = client.consumeBytes(request, this::arrived);
        answer.whenComplete((response, failure) -> {
            if (failure != null) {
                lane.execute(() -> end(failure));
                return;
            }
            body = response.body();
            lane.execute(() -> began(response));
        });
        return this;
    }

    /** No handler is called after this. */
    public void cancel() {
        cancelled = true;
        AsyncBody arriving = body;
        if (arriving != null) {
            arriving.cancel();
        }
    }

    private void began(HttpResponse<AsyncBody> response) {
        if (cancelled) {
            response.body().cancel();
            return;
        }
        handler.began(new Head(response.code(), date(response.header("Date")), seconds(response.header("Retry-After"))));
        response.body().done().whenComplete((nothing, failure) -> lane.execute(() -> end(failure)));
        response.body().consume();
    }

    private void arrived(List<ByteBuffer> buffers, AsyncBody arriving) {
        lane.execute(() -> {
            if (cancelled || ended) {
                return;
            }
            try {
                handler.data(buffers);
                if (!cancelled) {
                    arriving.consume();
                }
            } catch (IOException | RuntimeException e) {
                arriving.cancel();
                end(e);
            }
        });
    }

    private void end(Throwable failure) {
        if (!ended && !cancelled) {
            ended = true;
            handler.ended(failure);
        }
    }

    private static Instant date(String value) {
        try {
            return value == null ? null : ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Duration seconds(String value) {
        if (value == null || !value.strip().matches("\\d{1,6}")) {
            return null;
        }
        Duration wait = Duration.ofSeconds(Long.parseLong(value.strip()));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
