package io.painchain.backend.webhook.inbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.painchain.backend.problem.ProblemType;
import io.painchain.model.validation.Limits;
import io.vertx.core.http.HttpServerRequest;

/** A delivery as it came. Names of headers are in lower case; of one that came twice the first value counts. */
record IncomingDelivery(Map<String, String> headers, byte[] body, Instant receivedAt) {

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem too-large */
    static IncomingDelivery of(HttpServerRequest request, byte[] sent, Instant now) {
        var body = sent == null ? new byte[0] : sent;
        if (body.length > Limits.DELIVERY_BYTES) {
            throw ProblemType.TOO_LARGE.problem("A delivery may have " + Limits.DELIVERY_BYTES + " bytes at most.");
        }
        var headers = new HashMap<String, String>();
        request.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return new IncomingDelivery(headers, body, now);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).filter(value -> !value.isEmpty());
    }

    /** @param names in the order of preference, or {@code null} */
    Optional<String> header(List<String> names) {
        return names == null ? Optional.empty() : names.stream().map(this::header).flatMap(Optional::stream).findFirst();
    }
}
