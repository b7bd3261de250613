package io.painchain.backend.http;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.painchain.backend.problem.ProblemResponse;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.requestid.RequestIds;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Context;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;

/** Answers requests that break before any router, for which only a tracer can set a handler. */
@ApplicationScoped
class BrokenRequests implements VertxOptionsCustomizer {

    private static final Logger LOG = Logger.getLogger(BrokenRequests.class);

    @Override
    @SuppressWarnings("deprecation") // Vert.x 4 has no other way to set a tracer from code
    public void accept(VertxOptions options) {
        options.setTracingOptions(new TracingOptions().setFactory(any -> new FirstLook()));
    }

    private static final class FirstLook implements VertxTracer<Object, Object> {

        @Override
        public <R> Object receiveRequest(Context context, SpanKind kind, TracingPolicy policy, R request, String operation,
                Iterable<Map.Entry<String, String>> headers, TagExtractor<R> tagExtractor) {
            if (request instanceof HttpServerRequest http && http.connection() instanceof HttpServerConnection connection) {
                watch(http, connection);
            }
            return null;
        }
    }

    private static void watch(HttpServerRequest request, HttpServerConnection connection) {
        connection.invalidRequestHandler(BrokenRequests::refuse);
        connection.exceptionHandler(cause -> refuseRest(request, connection, cause));
        if (!isAddress(request.uri())) {
            connection.handler(broken -> close(broken, ProblemType.MALFORMED_REQUEST,
                    "The address has characters that must be percent-encoded."));
        }
    }

    private static void refuse(HttpServerRequest request) {
        var cause = request.decoderResult().cause();
        if (cause instanceof TooLongHttpLineException) {
            close(request, ProblemType.ADDRESS_TOO_LONG, "The address is longer than is taken here.");
        } else if (cause instanceof TooLongHttpHeaderException) {
            close(request, ProblemType.HEADERS_TOO_LARGE, "The headers are larger than is taken here.");
        } else {
            close(request, ProblemType.MALFORMED_REQUEST, "The request line or a header is no HTTP.");
        }
    }

    /** For broken bodies; written past the response, which a reader of the body may be writing. */
    private static void refuseRest(HttpServerRequest request, HttpServerConnection connection, Throwable cause) {
        if (cause instanceof IOException || request.response().headWritten() || request.response().ended()
                || request.version() == HttpVersion.HTTP_2) {
            return;
        }
        var id = RequestIds.of(request);
        var body = ProblemResponse.body(request, id, ProblemType.MALFORMED_REQUEST,
                "The body breaks off, or is not sent as its headers say.").toBuffer();
        LOG.infof("status=400, detail=\"%s\", requestId=%s", cause.toString(), id);
        var answer = new DefaultFullHttpResponse(io.netty.handler.codec.http.HttpVersion.HTTP_1_1,
                HttpResponseStatus.BAD_REQUEST, Unpooled.wrappedBuffer(body.getBytes()));
        answer.headers().set("Content-Type", ProblemResponse.MEDIA_TYPE).set("Content-Length", body.length())
                .set(RequestIds.HEADER, id).set("Connection", "close");
        connection.channelHandlerContext().writeAndFlush(answer);
    }

    private static void close(HttpServerRequest request, ProblemType type, String detail) {
        request.response().putHeader("Connection", "close");
        ProblemResponse.send(request, RequestIds.of(request), type, detail)
                .onComplete(sent -> request.connection().close());
    }

    private static boolean isAddress(String uri) {
        try {
            return new URI(uri) != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
