package io.painchain.simulator.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.simulator.http.HttpResponse;

/**
 * Answers with 304 where the client has the answer already. While a source's stamp stays the same its answer is neither
 * rendered nor digested again.
 */
final class ConditionalAnswers {

    private static final int MOST_REMEMBERED = 200_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Rendered> remembered = new ConcurrentHashMap<>();
    private final BodyCache bodies = new BodyCache();

    /** What is known of an answer whose body may be gone. */
    private record Rendered(long stamp, Map<String, String> headers, Instant lastModified, boolean empty,
            Map<String, String> digests) {
    }

    HttpResponse respond(Inquiry inquiry, TokenGrant grant, Source source) throws ApiException {
        ApiVersion version = ApiVersion.of(inquiry.header("X-GitHub-Api-Version"));
        String key = version + " " + grant.token() + " " + inquiry.address();
        long stamp = source.stamp();
        Rendered rendered = remembered.get(key);
        byte[] body = null;
        if (rendered == null || rendered.stamp() != stamp) {
            Answer answer = source.render();
            body = bytes(answer, version);
            rendered = new Rendered(stamp, answer.headers(), answer.lastModified(), body.length <= 2,
                    new ConcurrentHashMap<>());
            remember(key, rendered, body);
        }
        String seed = EntityTags.seed(inquiry);
        String digest = rendered.digests().get(seed);
        if (digest == null) {
            body = body == null ? body(key, source, version) : body;
            digest = EntityTags.digest(seed, body);
            rendered.digests().put(seed, digest);
        }
        if (unchanged(inquiry, rendered, digest)) {
            // As recorded: GitHub answers 304 with the strong form of a tag that it gave as weak.
            return HttpResponse.empty(304).with("ETag", "\"" + digest + "\"");
        }
        HttpResponse response = HttpResponse.json(200, body == null ? body(key, source, version) : body);
        response.headers().setAll(rendered.headers()).set("ETag",
                (rendered.empty() ? "\"" : "W/\"") + digest + "\"");
        if (rendered.lastModified() != null) {
            response.with("Last-Modified", httpDate(rendered.lastModified()));
        }
        return response;
    }

    static String httpDate(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC)).replace("Z", "GMT")
                .replaceFirst(", (\\d) ", ", 0$1 ");
    }

    /** If-Modified-Since counts only where there is no If-None-Match. */
    private static boolean unchanged(Inquiry inquiry, Rendered rendered, String digest) {
        String ifNoneMatch = inquiry.header("If-None-Match");
        if (ifNoneMatch != null || rendered.lastModified() == null) {
            return EntityTags.matches(ifNoneMatch, digest);
        }
        return httpDate(rendered.lastModified()).equals(inquiry.header("If-Modified-Since"));
    }

    private void remember(String key, Rendered rendered, byte[] body) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(key, rendered);
        bodies.put(key, body);
    }

    private byte[] body(String key, Source source, ApiVersion version) throws ApiException {
        byte[] kept = bodies.get(key);
        if (kept != null) {
            return kept;
        }
        byte[] again = bytes(source.render(), version);
        bodies.put(key, again);
        return again;
    }

    private static byte[] bytes(Answer answer, ApiVersion version) {
        try {
            return JSON.writeValueAsBytes(version.adapt(answer.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values cannot fail to be written", e);
        }
    }
}
