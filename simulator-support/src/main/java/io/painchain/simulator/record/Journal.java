package io.painchain.simulator.record;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

import io.painchain.simulator.http.EntityTags;
import io.painchain.simulator.http.HttpRequest;

/** Writes requests into the log, without the token. */
public final class Journal {

    private final RequestLog log;
    private final Clock clock;

    public Journal(RequestLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** How a request was answered: by which route, with which status, and which fault was played, else null. */
    public record Outcome(String route, int status, boolean conditional, String fault) {
    }

    /** {@code secret} is the header that holds the token. */
    public void write(HttpRequest request, String path, String secret, Outcome outcome) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers().asMap());
        String token = headers.get(secret);
        headers.remove(secret);
        headers.remove("Authorization");
        headers.remove("Cookie");
        String tokenHash = token == null ? null
                : EntityTags.digest("", token.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
        log.add(new RequestRecord(clock.instant(), request.method(), path, request.query().toString(), outcome.route(),
                outcome.status(), outcome.conditional(), tokenHash, outcome.fault(), headers));
    }
}
