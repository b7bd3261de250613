package io.painchain.simulator.api.target;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.ApiVersion;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.api.call.Source;
import io.painchain.simulator.http.EntityTags;
import io.painchain.simulator.http.HttpDate;
import io.painchain.simulator.http.HttpResponse;

/**
 * Answers with 304 where the client has the answer already. While a source's stamp stays the same its answer is neither
 * rendered nor digested again.
 */
public final class ConditionalAnswers {

    private static final int MOST_REMEMBERED = 200_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Rendered> remembered = new ConcurrentHashMap<>();
    private final BodyCache bodies = new BodyCache();

    /** What is known of an answer whose body may be gone. */
    private record Rendered(long stamp, Map<String, String> headers, Instant lastModified, boolean empty,
            Map<String, String> digests) {
    }

    /** What is asked for: where it comes from and the key under which its answer is remembered. */
    private record Asked(String key, Source source, ApiVersion version) {
    }

    public HttpResponse respond(Inquiry inquiry, TokenGrant grant, Source source) throws ApiException {
        ApiVersion version = ApiVersion.of(inquiry.header("X-GitHub-Api-Version"));
        Asked asked = new Asked(version + " " + grant.token() + " " + inquiry.address(), source, version);
        Rendered rendered = current(asked);
        String digest = digest(asked, rendered, seed(inquiry));
        if (unchanged(inquiry, rendered, digest)) {
            // As recorded: GitHub answers 304 with the strong form of a tag that it gave as weak.
            return HttpResponse.empty(304).with("ETag", "\"" + digest + "\"");
        }
        HttpResponse response = HttpResponse.json(200, body(asked, rendered));
        response.headers().setAll(rendered.headers()).set("ETag", (rendered.empty() ? "\"" : "W/\"") + digest + "\"");
        if (rendered.lastModified() != null) {
            response.with("Last-Modified", HttpDate.of(rendered.lastModified()));
        }
        return response;
    }

    /**
     * What of a request goes into its ETag: GitHub's digest is over the headers named in Vary, so that each token has its own.
     */
    private static String seed(Inquiry inquiry) {
        return value(inquiry, "Accept") + ":" + value(inquiry, "Authorization") + ":" + value(inquiry, "Cookie") + ":";
    }

    private static String value(Inquiry inquiry, String header) {
        String value = inquiry.header(header);
        return value == null ? "" : value;
    }

    /** If-Modified-Since counts only where there is no If-None-Match. */
    private static boolean unchanged(Inquiry inquiry, Rendered rendered, String digest) {
        String ifNoneMatch = inquiry.header("If-None-Match");
        if (ifNoneMatch != null || rendered.lastModified() == null) {
            return EntityTags.matches(ifNoneMatch, digest);
        }
        return HttpDate.of(rendered.lastModified()).equals(inquiry.header("If-Modified-Since"));
    }

    private Rendered current(Asked asked) throws ApiException {
        long stamp = asked.source().stamp();
        Rendered known = remembered.get(asked.key());
        if (known != null && known.stamp() == stamp) {
            return known;
        }
        Answer answer = asked.source().render();
        byte[] body = bytes(answer, asked.version());
        Rendered rendered = new Rendered(stamp, answer.headers(), answer.lastModified(), body.length <= 2,
                new ConcurrentHashMap<>());
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        bodies.put(bodyKey(asked, rendered), body);
        remembered.put(asked.key(), rendered);
        return rendered;
    }

    private String digest(Asked asked, Rendered rendered, String seed) throws ApiException {
        String known = rendered.digests().get(seed);
        if (known != null) {
            return known;
        }
        String digest = EntityTags.digest(seed, body(asked, rendered));
        rendered.digests().put(seed, digest);
        return digest;
    }

    private byte[] body(Asked asked, Rendered rendered) throws ApiException {
        byte[] kept = bodies.get(bodyKey(asked, rendered));
        if (kept != null) {
            return kept;
        }
        byte[] again = bytes(asked.source().render(), asked.version());
        bodies.put(bodyKey(asked, rendered), again);
        return again;
    }

    /** With the stamp: a digest must never be made of the body of another state. */
    private static String bodyKey(Asked asked, Rendered rendered) {
        return asked.key() + "@" + rendered.stamp();
    }

    private static byte[] bytes(Answer answer, ApiVersion version) {
        try {
            return JSON.writeValueAsBytes(version.adapt(answer.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values cannot fail to be written", e);
        }
    }
}
