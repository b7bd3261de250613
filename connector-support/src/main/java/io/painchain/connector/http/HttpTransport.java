package io.painchain.connector.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import io.painchain.connector.http.TransportException.Reason;
import io.painchain.outbound.Outbound;
import io.painchain.outbound.RefusedAddress;

/** The deadline covers the whole answer. Redirects are left to callers, who know where a token may go. */
public final class HttpTransport {

    public static final int ANSWER_LIMIT = 32 * 1024 * 1024;

    private final Outbound outbound;
    private final HttpClient client;
    private final Duration deadline;
    private final int limit;

    public HttpTransport(Duration deadline, int limit) {
        this(deadline, limit, Optional.empty());
    }

    /** @param tls empty: the Java platform's authorities */
    public HttpTransport(Duration deadline, int limit, Optional<SSLContext> tls) {
        this(deadline, limit, tls, Outbound.ofProcess());
    }

    HttpTransport(Duration deadline, int limit, Optional<SSLContext> tls, Outbound outbound) {
        this.outbound = outbound;
        this.deadline = deadline;
        this.limit = limit;
        HttpClient.Builder builder = outbound.client()
                .connectTimeout(deadline.compareTo(Duration.ofSeconds(5)) < 0 ? deadline : Duration.ofSeconds(5));
        tls.ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    public HttpAnswer send(HttpRequest.Builder builder) {
        HttpRequest request = prepare(builder);
        requireAllowed(request);
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request, LimitedBody.of(limit));
        try {
            return answer(request, exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new TransportException(Reason.TIMEOUT, request.uri(), null);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new TransportException(Reason.STOPPING, request.uri(), null);
        } catch (ExecutionException e) {
            throw new TransportException(reason(e.getCause()), request.uri(), e.getCause());
        } catch (IOException e) {
            throw new TransportException(reason(e), request.uri(), e);
        }
    }

    private void requireAllowed(HttpRequest request) {
        try {
            outbound.check(request.uri());
        } catch (RefusedAddress e) {
            throw new TransportException(Reason.REFUSED, request.uri(), e);
        }
    }

    private static HttpRequest prepare(HttpRequest.Builder builder) {
        HttpRequest.Builder zipped = builder.copy().header("Accept-Encoding", "gzip");
        HttpRequest request = zipped.build();
        // Some servers fail on the HTTP/2 upgrade that each plain request would try.
        return "http".equals(request.uri().getScheme()) ? zipped.version(Version.HTTP_1_1).build() : request;
    }

    private HttpAnswer answer(HttpRequest request, HttpResponse<byte[]> response) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        // A proxy may write each link as a line of its own.
        response.headers().map().entrySet().stream().filter(header -> "link".equalsIgnoreCase(header.getKey()))
                .forEach(header -> headers.put("link", String.join(", ", header.getValue())));
        byte[] body = "gzip".equalsIgnoreCase(headers.get("content-encoding")) ? unzip(response.body()) : response.body();
        return new HttpAnswer(request.uri(), response.statusCode(), headers, body);
    }

    private byte[] unzip(byte[] body) throws IOException {
        if (body.length == 0) {
            return body;
        }
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] whole = unzipped.readNBytes(limit + 1);
            if (whole.length > limit) {
                throw new LimitedBody.TooLargeException(limit);
            }
            return whole;
        }
    }

    private static Reason reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitedBody.TooLargeException) {
                return Reason.TOO_LARGE;
            }
            if (cause instanceof SSLException) {
                return Reason.TLS;
            }
            if (cause instanceof UnresolvedAddressException) {
                return Reason.UNKNOWN_HOST;
            }
            if (cause instanceof HttpConnectTimeoutException) {
                return Reason.TIMEOUT;
            }
        }
        return failure instanceof ConnectException ? Reason.CONNECT : Reason.CUT;
    }
}
