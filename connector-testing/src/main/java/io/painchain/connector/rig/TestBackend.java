package io.painchain.connector.rig;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.model.connector.ConnectorType;
import io.painchain.model.event.Checkpoint;
import io.painchain.model.event.EventDraft;
import io.painchain.model.event.Outcome;
import io.painchain.model.event.RejectedRecord;
import io.painchain.model.integration.Coverage;
import io.painchain.model.integration.IntegrationHook;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.integration.PolledPage;
import io.painchain.model.integration.RateLimitReport;
import io.painchain.model.integration.SyncReport;

/**
 * The backend's documented contract in memory, over HTTP, with refusals on request.
 */
public final class TestBackend implements AutoCloseable {

    public static final String KEY = "test-connector-key";

    private final String connectorType;
    private final BackendServer server;
    private final Map<String, IntegrationView> integrations = new LinkedHashMap<>();
    private final TestStore store = new TestStore();
    private final List<SyncReport> reports = new ArrayList<>();
    private final List<RateLimitReport> tracked = new ArrayList<>();
    private final List<PolledPage> pages = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final Set<String> deleted = new HashSet<>();
    /** The task queue. */
    public final TestTasks tasks;
    public final Refusals refusals = new Refusals();
    private volatile String assignment;
    private ConnectorType type;

    /** @param connectorType the only type that is asked for */
    public TestBackend(String connectorType) {
        this.connectorType = connectorType;
        this.tasks = new TestTasks(connectorType);
        this.server = new BackendServer(this::answer, () -> assignment);
        server.start();
    }

    public URI api() {
        return server.api();
    }

    @Override
    public void close() {
        server.close();
    }

    // --- what tests arrange ---

    public synchronized String integrate(String id, Map<String, Object> config) {
        long version = integrations.containsKey(id) ? integrations.get(id).version() + 1 : 1;
        integrations.put(id, new IntegrationView(id, null, connectorType, "Test " + id, config, List.of(), true, version,
                Instant.EPOCH, Instant.EPOCH, null, false, false, null, null, 0, List.of(), Map.of()));
        return id;
    }

    /** @param hooks as the backend compared them, without a new version */
    public synchronized void webhooks(String id, IntegrationHook... hooks) {
        IntegrationView view = integrations.get(id);
        integrations.put(id, new IntegrationView(id, null, connectorType, view.name(), view.config(), List.of(), true,
                view.version(), Instant.EPOCH, Instant.EPOCH, null, false, false, null, null, 0, List.of(), Map.of(), List.of(),
                List.of(hooks)));
    }

    /** Gone from the list, but still taking batches. */
    public synchronized void disable(String id) {
        integrations.remove(id);
        store.events(id);
    }

    /** Gone: a batch for it is 404. */
    public synchronized void delete(String id) {
        integrations.remove(id);
        store.events(id).clear();
        deleted.add(id);
    }

    /** Every answer names it from now on. */
    public synchronized void assignment(String version) {
        assignment = version;
    }

    /** As if they had never come. */
    public synchronized void lose(String integration, String... externalIds) {
        store.events(integration).keySet().removeAll(List.of(externalIds));
    }

    // --- what tests look at ---

    public synchronized List<EventDraft> events(String integration) {
        return store.events(integration).values().stream().map(StoredEvent::state)
                .sorted(Comparator.comparing(EventDraft::externalId)).toList();
    }

    public synchronized List<String> ids(String integration) {
        return events(integration).stream().map(EventDraft::externalId).toList();
    }

    public synchronized EventDraft event(String integration, String externalId) {
        StoredEvent event = store.events(integration).get(externalId);
        if (event == null) {
            throw new AssertionError("no event " + externalId + " among " + ids(integration));
        }
        return event.state();
    }

    public synchronized int revisions(String integration, String externalId) {
        return store.events(integration).get(externalId).history().size();
    }

    public synchronized Map<String, Checkpoint> checkpoints(String integration) {
        return new LinkedHashMap<>(store.checkpoints(integration));
    }

    /** As if it had been stored before. */
    public synchronized void checkpoint(String integration, Checkpoint stored) {
        store.checkpoints(integration).put(stored.key(), stored);
    }

    public synchronized void forgetCheckpoints() {
        store.forgetCheckpoints();
    }

    /** As a backend that was set up anew: it never heard of the type. */
    public synchronized void forgetTypes() {
        type = null;
    }

    public synchronized List<JsonNode> rejected(String integration) {
        return List.copyOf(store.rejected(integration));
    }

    public synchronized List<SyncReport> reports() {
        return List.copyOf(reports);
    }

    public synchronized List<RateLimitReport> tracked() {
        return List.copyOf(tracked);
    }

    /** Answers of the provider that were handed over raw. */
    public synchronized List<PolledPage> pages() {
        return List.copyOf(pages);
    }

    public synchronized SyncReport lastReport() {
        return reports.get(reports.size() - 1);
    }

    /** The ledger's lines that came with batches, oldest first. */
    public synchronized List<Coverage> coverage() {
        return List.copyOf(store.coverage());
    }

    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    public synchronized void forgetRequests() {
        requests.clear();
        store.batches().clear();
        reports.clear();
    }

    public synchronized List<Integer> batchSizes() {
        return store.batches().stream().map(batch -> batch.values().stream().mapToInt(Integer::intValue).sum()).toList();
    }

    public synchronized int count(Outcome outcome) {
        return store.batches().stream().mapToInt(batch -> batch.getOrDefault(outcome, 0)).sum();
    }

    public synchronized ConnectorType type() {
        return type;
    }

    // --- the contract ---

    private Reply answer(String method, URI uri, byte[] body) throws IOException {
        return uri.getPath().contains("/tasks/") ? ofTasks(uri, body) : route(method, uri, body);
    }

    /** Outside the lock: who asks for tasks waits. */
    private Reply ofTasks(URI uri, byte[] body) throws IOException {
        Map<String, IntegrationView> known;
        synchronized (this) {
            requests.add("POST " + uri.getPath());
            known = Map.copyOf(integrations);
        }
        return refusals.tasksAway() ? Reply.problem(503, "unavailable") : tasks.answer(uri, body, known);
    }

    private synchronized Reply route(String method, URI uri, byte[] body) throws IOException {
        requests.add(method + " " + uri.getPath());
        String[] path = uri.getPath().substring("/api/".length()).split("/");
        if (method.equals("PUT") && path[0].equals("connectors")) {
            type = Wire.JSON.readValue(body, ConnectorType.class);
            return Reply.ok(type);
        }
        if (method.equals("GET") && path.length == 1 && path[0].equals("integrations")) {
            return type == null ? Reply.problem(400, "unknown-connector-type") : Reply.ok(List.copyOf(integrations.values()));
        }
        if (method.equals("POST") && path[0].equals("events")) {
            JsonNode batch = Wire.JSON.readTree(body);
            return deleted.contains(batch.path("integrationId").asText()) ? Reply.problem(404, "not-found")
                    : refusals.batch(batch.path("events").size(), () -> Reply.ok(store.take(batch)));
        }
        if (method.equals("POST") && uri.getPath().equals("/api/v1/rate-limits/track")) {
            tracked.add(Wire.read(body, RateLimitReport.class));
            return Reply.empty();
        }
        return deleted.contains(path[1]) ? Reply.problem(404, "not-found") : ofIntegration(path[1], path[2], body);
    }

    private Reply ofIntegration(String id, String what, byte[] body) throws IOException {
        return switch (what) {
            case "checkpoints" -> Reply.ok(List.copyOf(store.checkpoints(id).values()));
            case "sync" -> {
                reports.add(Wire.read(body, SyncReport.class));
                yield Reply.empty();
            }
            case "rejected" -> {
                Wire.read(body, RejectedRecord.class);
                store.rejected(id).add(Wire.JSON.readTree(body));
                yield new Reply(201, Map.of());
            }
            case "pages" -> {
                pages.add(Wire.read(body, PolledPage.class));
                yield Reply.empty();
            }
            default -> Reply.problem(404, "not-found");
        };
    }
}
