package io.painchain.connector.backend;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/** Cuts the connection where an answer says that it is larger than anything that the backend has to say. */
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

    /** -1 where it does not say, as of a packed one. */
    private static long length(HttpClientResponse answer) {
        String length = answer.getHeader("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
    }
}
