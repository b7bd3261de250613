package io.painchain.kubernetes.reflector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.kubernetes.api.ApiRefusals;
import io.painchain.kubernetes.api.ApiStream;
import io.painchain.kubernetes.api.ItemReader;
import io.painchain.kubernetes.api.KubernetesApi;
import io.painchain.kubernetes.api.StreamHandler;

/** One list with all its pages. */
final class ListCall implements StreamHandler {

    private static final int PAGE = 500;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    /** What becomes of it. */
    interface Ends {

        void listed(String resourceVersion);

        /** @param wait asked by the server; {@code null}: nothing */
        void listFailed(ProviderException refusal, Duration wait);
    }

    private final Target target;
    private final String notOlderThan;
    private final Surroundings surroundings;
    private final Ends ends;
    private ItemReader reader;
    private ApiStream stream;
    private Head head;
    private Instant lastHeard;
    private long newest;

    /** @param notOlderThan {@code null}: the newest state is wanted */
    ListCall(Target target, String notOlderThan, Surroundings surroundings, Ends ends) {
        this.target = target;
        this.notOlderThan = notOlderThan;
        this.surroundings = surroundings;
        this.ends = ends;
    }

    void begin() {
        // Served from the server's cache, which is cheap, but never from before what is known.
        ask(notOlderThan == null ? "" : "&resourceVersionMatch=NotOlderThan&resourceVersion=" + notOlderThan);
    }

    private void ask(String rest) {
        lastHeard = surroundings.clock().instant();
        head = null;
        reader = new ItemReader(item -> {
            newest = Math.max(newest, ResourceVersions.number(item.path("metadata").path("resourceVersion").asText()));
            surroundings.events().listed(target, item);
        });
        stream = surroundings.api().open(target.path("limit=" + PAGE + rest),
                target.metadataOnly() ? KubernetesApi.METADATA_LIST : KubernetesApi.OBJECTS, this);
    }

    void cancel() {
        stream.cancel();
    }

    /** Of its objects the newest resourceVersion; 0: the server's are no numbers. */
    long newest() {
        return newest;
    }

    boolean isSilent(Instant now) {
        return lastHeard.plus(LONGEST_SILENCE).isBefore(now);
    }

    @Override
    public void began(Head newHead) {
        lastHeard = surroundings.clock().instant();
        head = newHead;
        surroundings.server().heard(head.date());
    }

    @Override
    public void data(List<ByteBuffer> buffers) throws IOException {
        lastHeard = surroundings.clock().instant();
        if (head.status() == 200) {
            reader.read(buffers);
        }
    }

    @Override
    public void ended(Throwable failure) {
        if (failure != null) {
            ends.listFailed(failure instanceof ProviderException refusal ? refusal
                    : ApiRefusals.unreachable(surroundings.api().server(), failure), null);
        } else if (head.status() != 200) {
            ends.listFailed(ApiRefusals.of(head.status(), "list", target.words()), head.retryAfter());
        } else if (!reader.whole() || reader.resourceVersion() == null) {
            ends.listFailed(
                    new ProviderException(Kind.UNAVAILABLE, "A list of " + target.words() + " broke off"), null);
        } else if (reader.continueToken() != null) {
            ask("&continue=" + Target.encoded(reader.continueToken()));
        } else {
            ends.listed(reader.resourceVersion());
        }
    }
}
