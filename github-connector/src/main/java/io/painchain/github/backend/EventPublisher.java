package io.painchain.github.backend;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

import io.painchain.github.backend.BackendException.Kind;
import io.painchain.model.BatchResult;
import io.painchain.model.Checkpoint;
import io.painchain.model.CheckpointResult;
import io.painchain.model.EventDraft;
import io.painchain.model.FieldError;
import io.painchain.model.Limits;
import io.painchain.model.Outcome;
import io.painchain.model.RejectedRecord;

/**
 * Posts what a crawl found, oldest first, in batches that the backend takes. The checkpoint goes with the last batch only:
 * should
 * anything fail before, the next crawl finds the same again, and the backend knows what it has.
 */
public final class EventPublisher {

    private static final Logger LOG = Logger.getLogger(EventPublisher.class);

    private final BackendClient backend;
    private final Retry retry;
    private final Consumer<List<EventDraft>> taken;
    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

    public EventPublisher(BackendClient backend, Retry retry) {
        this(backend, retry, taken -> {
        });
    }

    /** @param taken hears of drafts that the backend has taken */
    public EventPublisher(BackendClient backend, Retry retry, Consumer<List<EventDraft>> taken) {
        this.backend = backend;
        this.retry = retry;
        this.taken = taken;
    }

    /**
     * @param checkpoint {@code null} where there is nothing new to remember
     * @return what became of the checkpoint, {@code null} where there was none
     */
    public CheckpointResult publish(String integrationId, List<EventDraft> drafts, Checkpoint checkpoint) {
        List<byte[]> events = drafts.stream().sorted(Comparator.comparing(EventDraft::timestamp)).map(ContractJson::bytes)
                .toList();
        List<List<byte[]>> batches = split(events);
        for (List<byte[]> batch : batches.subList(0, batches.size() - 1)) {
            post(integrationId, batch, null);
        }
        BatchResult result = post(integrationId, batches.get(batches.size() - 1), checkpoint);
        taken.accept(drafts);
        if (checkpoint == null) {
            return null;
        }
        return result.checkpoints() == null || result.checkpoints().isEmpty()
                ? new CheckpointResult(checkpoint.key(), CheckpointResult.Outcome.stored, checkpoint.version() + 1, null)
                : result.checkpoints().get(0);
    }

    /** What became of an integration's drafts since the connector started. */
    public Map<Outcome, Long> tally(String integrationId) {
        Tally tally = tallies.get(integrationId);
        return tally == null ? Map.of() : tally.sums();
    }

    /** Hands over a record that no mapper could read, so that a checkpoint may pass it. */
    public void setAside(String integrationId, Map<String, Object> raw, String detail) {
        try {
            keep(integrationId, raw, detail);
        } catch (BackendException e) {
            if (!e.is(Kind.TOO_LARGE) && !e.is(Kind.REFUSED)) {
                throw e;
            }
            LOG.warnf("Integration %s: a record that cannot be read is kept without its content: %s", integrationId,
                    e.getMessage());
            keep(integrationId, Map.of("id", String.valueOf(raw.get("id")), "truncated", true), detail);
        }
    }

    private void keep(String integrationId, Map<String, Object> raw, String detail) {
        String cause = detail.length() > 500 ? detail.substring(0, 499) + "…" : detail;
        RejectedRecord record = new RejectedRecord(raw, List.of(new FieldError("", cause)));
        retry.call(() -> {
            backend.setAside(integrationId, record);
            return null;
        });
    }

    private BatchResult post(String integrationId, List<byte[]> events, Checkpoint checkpoint) {
        byte[] body = body(integrationId, events, checkpoint);
        try {
            BatchResult result = retry.call(() -> backend.post(body));
            tallies.computeIfAbsent(integrationId, unknown -> new Tally()).add(result);
            LOG.logf(result.created() + result.updated() > 0 ? Level.INFO : Level.DEBUG,
                    "Integration %s: %d created, %d updated, %d unchanged, %d outdated, %d rejected", integrationId,
                    result.created(), result.updated(), result.unchanged(), result.outdated(), result.rejected());
            if (result.rejected() > 0) {
                LOG.warnf("Integration %s: the backend set %d events aside", integrationId, result.rejected());
            }
            return result;
        } catch (BackendException e) {
            if (!e.is(Kind.TOO_LARGE) || events.isEmpty()) {
                throw e;
            }
            return postHalves(integrationId, events, checkpoint, e);
        }
    }

    private BatchResult postHalves(String integrationId, List<byte[]> events, Checkpoint checkpoint, BackendException why) {
        if (events.size() == 1) {
            String raw = new String(events.get(0), StandardCharsets.UTF_8);
            setAside(integrationId, Map.of("draft", raw), "too large for a batch of its own: " + why.getMessage());
            return post(integrationId, List.of(), checkpoint);
        }
        int half = events.size() / 2;
        post(integrationId, events.subList(0, half), null);
        return post(integrationId, events.subList(half, events.size()), checkpoint);
    }

    private static List<List<byte[]>> split(List<byte[]> events) {
        List<List<byte[]>> batches = new ArrayList<>();
        List<byte[]> batch = new ArrayList<>();
        int size = 0;
        for (byte[] event : events) {
            boolean full = batch.size() == Limits.BATCH_EVENTS || size + event.length > Limits.CONNECTOR_BATCH_BYTES;
            if (full && !batch.isEmpty()) {
                batches.add(batch);
                batch = new ArrayList<>();
                size = 0;
            }
            batch.add(event);
            size += event.length + 1;
        }
        batches.add(batch);
        return batches;
    }

    /** Written by hand because each event is JSON already: it had to be measured. */
    private static byte[] body(String integrationId, List<byte[]> events, Checkpoint checkpoint) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"integrationId\":".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(ContractJson.bytes(integrationId));
        body.writeBytes(",\"events\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < events.size(); i++) {
            if (i > 0) {
                body.write(',');
            }
            body.writeBytes(events.get(i));
        }
        body.write(']');
        if (checkpoint != null) {
            body.writeBytes(",\"checkpoints\":[".getBytes(StandardCharsets.UTF_8));
            body.writeBytes(ContractJson.bytes(checkpoint));
            body.write(']');
        }
        body.write('}');
        return body.toByteArray();
    }
}
