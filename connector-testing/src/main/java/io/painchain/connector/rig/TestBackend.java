package io.painchain.connector.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.painchain.model.connector.ConnectorType;
import io.painchain.model.event.Checkpoint;
import io.painchain.model.event.EventDraft;
import io.painchain.model.event.Outcome;
import io.painchain.model.event.RejectedRecord;
import io.painchain.model.integration.Coverage;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.integration.RateLimitReport;
import io.painchain.model.integration.SyncReport;

/**
 * The backend's documented contract in memory, over HTTP, with refusals on request.
 */
public final class TestBackend implements AutoCloseable {

    static {
        // Else an answer's body waits 40 ms until its head has been acknowledged.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    public static final String KEY = "test-connector-key";

    private final String connectorType;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, IntegrationView> integrations = new LinkedHashMap<>();
    private final TestStore store = new TestStore();
    private final List<SyncReport> reports = new ArrayList<>();
    private final List<RateLimitReport> tracked = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final Set<String> deleted = new HashSet<>();
    /** The task queue. */
    public final TestTasks tasks;
    public final Refusals refusals = new Refusals();
    private String assignment;
    private ConnectorType type;

    /** @param connectorType the only type that is asked for */
    public TestBackend(String connectorType) {
        this.connectorType = connectorType;
        this.tasks = new TestTasks(connectorType);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/api", this::handle);
        server.start();
    }

    public URI api() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    // --- what tests arrange ---

    public synchronized String integrate(String id, Map<String, Object> config) {
        long version = integrations.containsKey(id) ? integrations.get(id).version() + 1 : 1;
        integrations.put(id, new IntegrationView(id, null, connectorType, "Test " + id, config, List.of(), true, version,
                Instant.EPOCH, Instant.EPOCH, null, false, false, null, null, 0, List.of(), Map.of()));
        return id;
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

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, Reply.problem(401, "unauthorized"));
                return;
            }
            boolean ofTasks = exchange.getRequestURI().getPath().contains("/tasks/");
            answer(exchange, ofTasks ? ofTasks(exchange.getRequestURI(), body)
                    : route(exchange.getRequestMethod(), exchange.getRequestURI(), body));
        }
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
            default -> Reply.problem(404, "not-found");
        };
    }

    private void answer(HttpExchange exchange, Reply reply) throws IOException {
        if (assignment != null) {
            exchange.getResponseHeaders().set("X-Assignment-Version", assignment);
        }
        byte[] json = reply.body() == null ? new byte[0] : Wire.JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), json.length == 0 ? -1 : json.length);
        exchange.getResponseBody().write(json);
    }
}
