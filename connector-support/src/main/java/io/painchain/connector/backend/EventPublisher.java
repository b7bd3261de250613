package io.painchain.connector.backend;

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

import io.painchain.connector.backend.BackendException.Kind;
import io.painchain.model.event.BatchResult;
import io.painchain.model.event.Checkpoint;
import io.painchain.model.event.CheckpointResult;
import io.painchain.model.event.EventDraft;
import io.painchain.model.event.Outcome;
import io.painchain.model.event.RejectedRecord;
import io.painchain.model.integration.Coverage;
import io.painchain.model.validation.FieldError;
import io.painchain.model.validation.Limits;

/** Posts drafts, oldest first; the checkpoint goes with the last batch only, so a failed crawl is repeated. */
public final class EventPublisher {

    private static final Logger LOG = Logger.getLogger(EventPublisher.class);

    private record Ending(List<Checkpoint> checkpoints, List<Coverage> coverage, boolean dryRun) {
        private static final Ending NONE = new Ending(List.of(), List.of(), false);
        private static final Ending DRY_RUN = new Ending(List.of(), List.of(), true);
    }

    /** Few enough that a batch of them is never halved. */
    private static final int PROBES = 200;

    private final BackendClient backend;
    private final Retry retry;
    private final Consumer<List<EventDraft>> taken;
    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

    public EventPublisher(BackendClient backend, Retry retry) {
        this(backend, retry, taken -> {
        });
    }

    /** @param taken receives the drafts that the backend accepted */
    public EventPublisher(BackendClient backend, Retry retry, Consumer<List<EventDraft>> taken) {
        this.backend = backend;
        this.retry = retry;
        this.taken = taken;
    }

    public CheckpointResult publish(String integrationId, List<EventDraft> drafts, Checkpoint checkpoint) {
        return publish(integrationId, drafts, checkpoint, List.of());
    }

    /** @param checkpoint may be {@code null}; {@code coverage} holds once all drafts are stored */
    public CheckpointResult publish(String integrationId, List<EventDraft> drafts, Checkpoint checkpoint,
            List<Coverage> coverage) {
        List<CheckpointResult> results = publish(integrationId, drafts, checkpoint == null ? List.of() : List.of(checkpoint),
                coverage);
        return results.isEmpty() ? null : results.get(0);
    }

    /** @param checkpoints stored in one transaction, in few enough bytes for a batch; the results are in their order */
    public List<CheckpointResult> publish(String integrationId, List<EventDraft> drafts, List<Checkpoint> checkpoints,
            List<Coverage> coverage) {
        List<byte[]> events = drafts.stream().sorted(Comparator.comparing(EventDraft::timestamp)).map(ContractJson::bytes)
                .toList();
        List<List<byte[]>> batches = split(events);
        for (List<byte[]> batch : batches.subList(0, batches.size() - 1)) {
            post(integrationId, batch, Ending.NONE);
        }
        BatchResult result = post(integrationId, batches.get(batches.size() - 1), new Ending(checkpoints, coverage, false));
        taken.accept(drafts);
        return result.checkpoints() == null || result.checkpoints().isEmpty()
                ? checkpoints.stream().map(sent -> new CheckpointResult(sent.key(), CheckpointResult.Outcome.stored,
                        sent.version() + 1, null)).toList()
                : result.checkpoints();
    }

    /** Posts drafts for their outcomes, in order; the result is shorter where the backend omits some. */
    public List<Outcome> probe(String integrationId, List<EventDraft> drafts) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int from = 0; from < drafts.size(); from += PROBES) {
            List<byte[]> events = drafts.subList(from, Math.min(drafts.size(), from + PROBES)).stream().map(ContractJson::bytes)
                    .toList();
            BatchResult result = post(integrationId, events, Ending.NONE);
            if (result.items() == null || result.items().size() != events.size()) {
                return outcomes;
            }
            result.items().forEach(item -> outcomes.add(item.outcome()));
        }
        return outcomes;
    }

    /** Asks what would become of drafts, in their order: nothing is stored. */
    public List<BatchResult.Item> rehearse(String integrationId, List<EventDraft> drafts) {
        List<BatchResult.Item> items = new ArrayList<>();
        for (int from = 0; from < drafts.size(); from += PROBES) {
            List<byte[]> events = drafts.subList(from, Math.min(drafts.size(), from + PROBES)).stream().map(ContractJson::bytes)
                    .toList();
            byte[] body = body(integrationId, events, Ending.DRY_RUN);
            items.addAll(retry.call(() -> backend.post(body)).items());
        }
        return items;
    }

    public Map<Outcome, Long> tally(String integrationId) {
        Tally tally = tallies.get(integrationId);
        return tally == null ? Map.of() : tally.sums();
    }

    /** Hands over an unmappable record, so that a checkpoint may pass it. */
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

    private BatchResult post(String integrationId, List<byte[]> events, Ending ending) {
        byte[] body = body(integrationId, events, ending);
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
            return postHalves(integrationId, events, ending, e);
        }
    }

    private BatchResult postHalves(String integrationId, List<byte[]> events, Ending ending, BackendException why) {
        if (events.size() == 1) {
            String raw = new String(events.get(0), StandardCharsets.UTF_8);
            setAside(integrationId, Map.of("draft", raw), "too large for a batch of its own: " + why.getMessage());
            return post(integrationId, List.of(), ending);
        }
        int half = events.size() / 2;
        post(integrationId, events.subList(0, half), Ending.NONE);
        return post(integrationId, events.subList(half, events.size()), ending);
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

    /** Assembled by hand because each event is JSON already: its size had to be measured. */
    private static byte[] body(String integrationId, List<byte[]> events, Ending ending) {
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
        if (!ending.checkpoints().isEmpty()) {
            body.writeBytes(",\"checkpoints\":".getBytes(StandardCharsets.UTF_8));
            body.writeBytes(ContractJson.bytes(ending.checkpoints()));
        }
        if (!ending.coverage().isEmpty()) {
            body.writeBytes(",\"coverage\":".getBytes(StandardCharsets.UTF_8));
            body.writeBytes(ContractJson.bytes(ending.coverage()));
        }
        if (ending.dryRun()) {
            body.writeBytes(",\"dryRun\":true".getBytes(StandardCharsets.UTF_8));
        }
        body.write('}');
        return body.toByteArray();
    }
}
