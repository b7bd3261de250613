package io.painchain.connector.backend;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/** Closes the connection where Content-Length exceeds what the backend ever sends. */
final class AnswerLimit {

    private static final long BYTES = 32L * 1024 * 1024;

    private AnswerLimit() {
    }

    static void apply(HttpClientRequest request) {
        request.response().onSuccess(answer -> {
            if (length(answer) > BYTES) {
                request.reset();
            }
        });
    }

    /** -1 without Content-Length, as with a compressed answer. */
    private static long length(HttpClientResponse answer) {
        String length = answer.getHeader("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
    }
}
