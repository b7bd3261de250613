package io.painchain.simulator.api;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.painchain.simulator.api.call.EntityTags;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.record.RequestLog;
import io.painchain.simulator.record.RequestRecord;

/** Writes requests into the log, without the token. */
final class Journal {

    private final RequestLog log;
    private final Clock clock;

    Journal(RequestLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    void write(Inquiry inquiry, String route, HttpResponse response, boolean conditional, Optional<Fault> fault) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(inquiry.request().headers().asMap());
        String authorization = headers.remove("Authorization");
        headers.remove("Cookie");
        String tokenHash = authorization == null ? null
                : EntityTags.digest("", authorization.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
        log.add(new RequestRecord(clock.instant(), inquiry.request().method(), inquiry.path(),
                inquiry.query().toString(), route, response.status(), conditional, tokenHash,
                fault.map(played -> played.kind().name().toLowerCase(Locale.ROOT)).orElse(null), headers));
    }
}
