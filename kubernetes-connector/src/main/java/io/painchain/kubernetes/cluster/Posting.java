package io.painchain.kubernetes.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;

import org.jboss.logging.Logger;

import io.painchain.connector.backend.BackendException;
import io.painchain.connector.backend.BackendException.Kind;
import io.painchain.kubernetes.inventory.ClusterDocument;
import io.painchain.kubernetes.inventory.NamespaceDocument;
import io.painchain.kubernetes.inventory.StoredCluster;
import io.painchain.kubernetes.kind.Watched;
import io.painchain.kubernetes.reflector.Position;
import io.painchain.model.event.Checkpoint;
import io.painchain.model.event.CheckpointResult;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.Coverage;

/** Posts what is pending with the checkpoint that holds once it is stored; one batch at a time. Used in the cluster's lane. */
final class Posting {

    private static final Logger LOG = Logger.getLogger(Posting.class);
    /** Where nothing happens, positions are stored this often. */
    private static final Duration QUIET = Duration.ofSeconds(60);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    /** So long after a batch drafts wait for the next tick: what happens again and again needs no batch each. */
    private static final Duration APART = Duration.ofSeconds(1);
    private static final int MOST_NAMESPACES = 40;
    /** Beyond it nothing more is read until the backend takes some. */
    private static final int MOST_PENDING = 5_000;

    private final String integrationId;
    private final ConnectorContext context;
    private final ClusterState state;
    private final StoredCluster stored;
    private final List<Watched> watched;
    private final Function<Map<String, Position>, ClusterDocument> document;
    private final ClusterLedger ledger;
    private final Executor lane;
    private Map<String, Position> storedPositions;
    private boolean underWay;
    private Instant nextAt = Instant.MIN;
    private Instant writtenAt;
    private Instant begunAt = Instant.MIN;
    private BackendException refusal;

    /** @param begun the positions that are stored, {@code document} with those that hold */
    Posting(String integrationId, ConnectorContext context, ClusterState state, StoredCluster stored, List<Watched> watched,
            Map<String, Position> begun, Function<Map<String, Position>, ClusterDocument> document, ClusterLedger ledger,
            Executor lane) {
        this.integrationId = integrationId;
        this.context = context;
        this.state = state;
        this.stored = stored;
        this.watched = watched;
        this.storedPositions = begun;
        this.document = document;
        this.ledger = ledger;
        this.lane = lane;
        this.writtenAt = context.clock().instant();
    }

    boolean isFull() {
        return state.pending() >= MOST_PENDING;
    }

    boolean idle() {
        return !underWay && state.pending() == 0 && !state.hasChanged();
    }

    /** What the backend said last, where it took nothing; {@code null}: it did. */
    BackendException refusal() {
        return refusal;
    }

    /** At once where there are any and none were posted just now; what only moved waits for its time. */
    void postDrafts(Map<String, Position> positions) {
        if (state.pending() > 0 && !context.clock().instant().isBefore(begunAt.plus(APART))) {
            post(positions);
        }
    }

    void post(Map<String, Position> positions) {
        Instant now = context.clock().instant();
        boolean due = state.pending() > 0 || state.hasChanged() || !now.isBefore(writtenAt.plus(QUIET));
        if (underWay || !due || now.isBefore(nextAt) && state.pending() < MOST_PENDING) {
            return;
        }
        underWay = true;
        begunAt = now;
        List<EventDraft> drafts = newestOfEach(state.takePending());
        Map<String, NamespaceDocument> changed = state.takeChanged(watched, MOST_NAMESPACES);
        // Positions must not be ahead of the inventory, part of which may be left for the next batch.
        Map<String, Position> holding = state.hasChanged() ? storedPositions : positions;
        List<Checkpoint> checkpoints = stored.write(document.apply(holding), changed);
        List<Coverage> coverage = ledger.news();
        context.lanes().submit(integrationId + "/post", () -> {
            try {
                List<CheckpointResult> results = context.publisher().publish(integrationId, drafts, checkpoints, coverage);
                lane.execute(() -> done(results, holding, coverage));
            } catch (BackendException e) {
                lane.execute(() -> failed(e, drafts, changed));
            }
        });
    }

    private void done(List<CheckpointResult> results, Map<String, Position> holding, List<Coverage> coverage) {
        stored.stored(results);
        ledger.reported(coverage);
        storedPositions = holding;
        refusal = null;
        underWay = false;
        writtenAt = context.clock().instant();
        if (state.pending() > 0) {
            state.drafted();
        }
    }

    private void failed(BackendException e, List<EventDraft> drafts, Map<String, NamespaceDocument> changed) {
        if (refusal == null) {
            LOG.warnf("Integration %s: %s; it will be tried again", integrationId, e.getMessage());
        }
        refusal = e;
        state.putBack(drafts, changed.keySet());
        nextAt = context.clock().instant().plus(e.is(Kind.UNAVAILABLE) ? AGAIN : AGAIN.multipliedBy(6));
        underWay = false;
    }

    /** Where one thing went through several states, the newest tells all. */
    private static List<EventDraft> newestOfEach(List<EventDraft> drafts) {
        Map<String, EventDraft> newest = new LinkedHashMap<>();
        drafts.forEach(draft -> newest.merge(draft.externalId(), draft,
                (known, other) -> other.asOf().isBefore(known.asOf()) ? known : other));
        return new ArrayList<>(newest.values());
    }
}
