package io.painchain.kubernetes.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;

/** Answers arrive in the lane of the settings, piece by piece, and no faster than they are taken. */
public final class KubernetesApi implements AutoCloseable {

    public static final String OBJECTS = "application/json";
    public static final String METADATA = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
    public static final String METADATA_LIST = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    private final HttpClient client;
    private final URI base;
    private final ApiSettings settings;

    /** @param body missing where it is no JSON */
    public record Answer(int status, JsonNode body, Instant date, Duration retryAfter) {

        public boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    KubernetesApi(HttpClient client, URI base, ApiSettings settings) {
        this.client = client;
        this.base = base;
        this.settings = settings;
    }

    public URI server() {
        return base;
    }

    /** The handler is called in the lane, never by two threads at once. */
    public ApiStream open(String pathAndQuery, String accept, StreamHandler handler) {
        HttpRequest request = client.newHttpRequestBuilder().uri(base + pathAndQuery).header("Accept", accept)
                .forStreaming().build();
        return new ApiStream(handler, settings.lane()).begin(client, request);
    }

    /** Waits; not to be called in the lane. */
    public Answer get(String pathAndQuery) {
        return ask(client.newHttpRequestBuilder().uri(base + pathAndQuery).header("Accept", OBJECTS).build());
    }

    public Answer post(String path, String json) {
        return ask(client.newHttpRequestBuilder().uri(base + path).header("Accept", OBJECTS).post(OBJECTS, json).build());
    }

    private Answer ask(HttpRequest request) {
        Collected collected = new Collected();
        ApiStream stream = new ApiStream(collected, Runnable::run).begin(client, request);
        try {
            return collected.whole.get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            stream.cancel();
            throw new ProviderException(Kind.UNAVAILABLE,
                    base.getHost() + " did not answer within " + settings.deadline().toSeconds() + " s", null, e);
        } catch (InterruptedException e) {
            stream.cancel();
            Thread.currentThread().interrupt();
            throw new ProviderException(Kind.STOPPING, "The connector is stopping", null, e);
        } catch (ExecutionException e) {
            throw ApiRefusals.unreachable(base, e.getCause());
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static final class Collected implements StreamHandler {

        private final CompletableFuture<Answer> whole = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Head head;

        @Override
        public void began(Head newHead) {
            head = newHead;
        }

        @Override
        public void data(List<ByteBuffer> buffers) throws IOException {
            for (ByteBuffer buffer : buffers) {
                if (bytes.size() + buffer.remaining() > LARGEST_ANSWER) {
                    throw new IOException("more than " + LARGEST_ANSWER + " bytes");
                }
                byte[] chunk = new byte[buffer.remaining()];
                buffer.get(chunk);
                bytes.write(chunk, 0, chunk.length);
            }
        }

        @Override
        public void ended(Throwable failure) {
            if (failure != null) {
                whole.completeExceptionally(failure);
                return;
            }
            whole.complete(new Answer(head.status(), json(), head.date(), head.retryAfter()));
        }

        private JsonNode json() {
            try {
                JsonNode json = bytes.size() == 0 ? null : JsonTree.read(bytes.toByteArray());
                return json == null ? MissingNode.getInstance() : json;
            } catch (IOException e) {
                return MissingNode.getInstance();
            }
        }
    }
}
