package io.painchain.backend.subscription.drain;

import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.outbound.Outbound;
import io.painchain.outbound.RefusedAddress;

/** The only place from which subscribers are reached. No thread waits for an answer: one that never comes holds nobody up. */
@Singleton
class OutgoingClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration DEADLINE = Duration.ofSeconds(15);
    private static final int LONGEST_BODY = 64 * 1024;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

    private final Outbound outbound = Outbound.ofProcess();
    private final HttpClient client = outbound.client().version(Version.HTTP_1_1).connectTimeout(CONNECT).build();
    private final ObjectMapper mapper = new ObjectMapper();

    /** @return never fails */
    CompletableFuture<Answer> send(OutgoingRequest request) {
        var refusal = refusal(request.url());
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(new Answer(null, refusal.get(), null, null));
        }
        var sent = client.sendAsync(toHttp(request), OutgoingClient::body);
        return sent.orTimeout(DEADLINE.toMillis(), TimeUnit.MILLISECONDS).handle((response, failure) -> {
            sent.cancel(true);
            return failure == null ? answer(response, request) : new Answer(null, sentence(failure), null, null);
        });
    }

    /** Why nothing may be sent there. */
    private Optional<String> refusal(URI url) {
        try {
            outbound.check(url);
            return Optional.empty();
        } catch (RefusedAddress e) {
            return Optional.of(e.getMessage().replaceFirst("\\.$", ""));
        }
    }

    private static HttpRequest toHttp(OutgoingRequest request) {
        var http = HttpRequest.newBuilder(request.url()).timeout(DEADLINE).method(request.method(),
                BodyPublishers.ofString(request.body()));
        request.headers().forEach(http::header);
        return http.header("User-Agent", "PainChain").build();
    }

    /** The beginning is enough; the deadline ends an endless one. */
    private static BodySubscriber<String> body(HttpResponse.ResponseInfo info) {
        var begun = new ByteArrayOutputStream();
        return BodySubscribers.mapping(BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(
                bytes -> begun.write(bytes, 0, Math.min(bytes.length, LONGEST_BODY - begun.size())))),
                done -> begun.toString(StandardCharsets.UTF_8));
    }

    private Answer answer(HttpResponse<String> response, OutgoingRequest request) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Answer(status, null, null, remoteId(response.body(), request.idPointer()));
        }
        var words = status >= 300 && status < 400 ? "It redirects, which is not followed" : "It answers " + status;
        return new Answer(status, words, retryAfter(response), null);
    }

    private String remoteId(String body, String pointer) {
        try {
            var id = pointer == null ? null : mapper.readTree(body).at(pointer).asText("");
            return id == null || id.isEmpty() || id.length() > 100 ? null : id;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** In seconds; a date says nothing without its clock. */
    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause).orElse(null);
    }

    private static String sentence(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return "No answer within " + DEADLINE.toSeconds() + " s";
        }
        return cause instanceof ConnectException ? "It cannot be reached" : "The connection broke";
    }
}
