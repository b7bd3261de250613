package io.painchain.kubernetes.reflector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.kubernetes.api.ApiRefusals;
import io.painchain.kubernetes.api.ApiStream;
import io.painchain.kubernetes.api.JsonTree;
import io.painchain.kubernetes.api.KubernetesApi;
import io.painchain.kubernetes.api.LineReader;
import io.painchain.kubernetes.api.StreamHandler;

/** One watch, until the server ends it or it falls silent. */
final class WatchCall implements StreamHandler {

    private static final Logger LOG = Logger.getLogger(WatchCall.class);
    private static final int SHORTEST_SECONDS = 240;
    private static final int SPREAD_SECONDS = 60;
    /** After the end that was asked for. */
    private static final Duration GRACE = Duration.ofSeconds(15);
    /** Where bookmarks come, they come each minute. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(150);
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final int GONE = 410;

    private final Target target;
    private final String from;
    private final Surroundings surroundings;
    private final Reflector reflector;
    private final WatchCheck check;
    private final LineReader lines = new LineReader();
    private final int seconds;
    private ApiStream stream;
    private Instant begunAt;
    private Instant lastHeard;
    private Head head;
    private boolean bookmarks;
    private ProviderException refusal;

    WatchCall(Target target, String from, Surroundings surroundings, Reflector reflector, WatchCheck check) {
        this.target = target;
        this.from = from;
        this.surroundings = surroundings;
        this.reflector = reflector;
        this.check = check;
        this.seconds = SHORTEST_SECONDS + (int) (SPREAD_SECONDS * surroundings.random().getAsDouble());
    }

    void begin() {
        begunAt = surroundings.clock().instant();
        lastHeard = begunAt;
        stream = surroundings.api().open(
                target.path("watch=1&allowWatchBookmarks=true&timeoutSeconds=" + seconds + "&resourceVersion=" + from),
                target.metadataOnly() ? KubernetesApi.METADATA : KubernetesApi.OBJECTS, this);
    }

    void cancel() {
        stream.cancel();
    }

    boolean over(Instant now) {
        return now.isAfter(begunAt.plusSeconds(seconds).plus(GRACE))
                || bookmarks && now.isAfter(lastHeard.plus(LONGEST_SILENCE))
                || head == null && now.isAfter(begunAt.plus(LONGEST_START));
    }

    @Override
    public void began(Head newHead) {
        head = newHead;
        surroundings.server().heard(head.date());
        if (head.status() == 200) {
            reflector.watchBegan();
        }
    }

    @Override
    public void data(List<ByteBuffer> buffers) throws IOException {
        lastHeard = surroundings.clock().instant();
        if (head.status() != 200) {
            return;
        }
        List<byte[]> whole;
        try {
            whole = lines.read(buffers);
        } catch (LineReader.TooLongException e) {
            throw new ProviderException(Kind.GONE, "A line of " + target.words() + " is too long", null, e);
        }
        for (byte[] line : whole) {
            if (line.length > 0 && refusal == null) {
                read(line);
            }
        }
    }

    /** From where it stands the server would tell the same line again, so one that cannot be read is passed over. */
    private void read(byte[] line) {
        JsonNode read;
        try {
            read = JsonTree.read(line);
        } catch (IOException e) {
            LOG.warnf("%s: a line cannot be read: %s", target.key(), e.getClass().getSimpleName());
            check.hurry();
            return;
        }
        take(read);
    }

    private void take(JsonNode line) {
        String type = line.path("type").asText();
        JsonNode object = line.path("object");
        switch (type) {
            case "ADDED", "MODIFIED", "DELETED" -> surroundings.events().changed(target, type, object,
                    surroundings.server().now());
            case "BOOKMARK" -> bookmarks = true;
            case "ERROR" -> {
                int code = object.path("code").asInt();
                refusal = code == GONE ? new ProviderException(Kind.GONE, "The watch expired")
                        : ApiRefusals.of(code == 0 ? 500 : code, "watch", target.words());
                return;
            }
            default -> LOG.debugf("%s: a line of an unknown type", target.key());
        }
        String version = object.path("metadata").path("resourceVersion").asText();
        if (!version.isEmpty()) {
            reflector.told(version);
        }
    }

    @Override
    public void ended(Throwable failure) {
        if (refusal != null) {
            reflector.watchEnded(refusal, null);
        } else if (failure instanceof ProviderException tooLong) {
            reflector.watchEnded(tooLong, null);
        } else if (head != null && head.status() != 200) {
            reflector.watchEnded(ApiRefusals.of(head.status(), "watch", target.words()), head.retryAfter());
        } else if (head == null) {
            reflector.watchEnded(ApiRefusals.unreachable(surroundings.api().server(), failure), null);
        } else if (failure != null || tooShort()) {
            // Cut, or ended at once: another goes on from the last whole line, but not in a hot loop.
            reflector.watchEnded(new ProviderException(Kind.UNAVAILABLE, "A watch of " + target.words() + " broke off"),
                    null);
        } else {
            reflector.watchEnded(null, null);
        }
    }

    private boolean tooShort() {
        return Duration.between(begunAt, surroundings.clock().instant()).compareTo(Duration.ofSeconds(1)) < 0;
    }
}
