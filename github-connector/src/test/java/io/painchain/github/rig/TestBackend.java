package io.painchain.github.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.painchain.model.Checkpoint;
import io.painchain.model.ConnectorType;
import io.painchain.model.Coverage;
import io.painchain.model.EventDraft;
import io.painchain.model.IntegrationView;
import io.painchain.model.Outcome;
import io.painchain.model.RateLimitReport;
import io.painchain.model.RejectedRecord;
import io.painchain.model.SyncReport;
import io.painchain.model.TaskProgress;
import io.painchain.model.TaskResult;

/**
 * The backend's documented contract in memory, over HTTP: identity, order by {@code asOf}, checkpoints with versions, set-aside
 * drafts, and refusals on request.
 */
public final class TestBackend implements AutoCloseable {

    static {
        // Else an answer's body waits 40 ms until its head has been acknowledged.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    public static final String KEY = "test-connector-key";

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final Validator VALIDATOR = Validation.byDefaultProvider().configure()
            .messageInterpolator(new ParameterMessageInterpolator()).buildValidatorFactory().getValidator();

    /** An answer that stands in for the regular one; with {@code after} the request is carried out all the same. */
    public record Refusal(int status, boolean after) {
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, IntegrationView> integrations = new LinkedHashMap<>();
    private final Map<String, Map<String, StoredEvent>> events = new LinkedHashMap<>();
    private final Map<String, Map<String, Checkpoint>> checkpoints = new LinkedHashMap<>();
    private final Map<String, Set<JsonNode>> rejected = new LinkedHashMap<>();
    private final List<SyncReport> reports = new ArrayList<>();
    private final List<Coverage> coverage = new ArrayList<>();
    private final List<RateLimitReport> tracked = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final List<Map<Outcome, Integer>> batches = new ArrayList<>();
    private final List<Integer> batchSizes = new ArrayList<>();
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    /** The task queue. */
    public final TestTasks tasks = new TestTasks();
    private boolean away;
    private String assignment;
    private ConnectorType type;
    private int batchLimit = 1_000;

    public TestBackend() {
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
        integrations.put(id, new IntegrationView(id, null, "github", "Test " + id, config, List.of(), true, version,
                Instant.EPOCH, Instant.EPOCH, null, false, false, null, null, 0, List.of(), Map.of()));
        return id;
    }

    /** Gone from the list, but still taking batches. */
    public synchronized void disable(String id) {
        integrations.remove(id);
        events.computeIfAbsent(id, any -> new LinkedHashMap<>());
    }

    /** Gone: a batch for it is 404. */
    public synchronized void delete(String id) {
        integrations.remove(id);
        events.remove(id);
        deleted.add(id);
    }

    private final Set<String> deleted = new java.util.HashSet<>();

    /** The next batches are answered so, one each. */
    public synchronized void refuseBatches(Refusal... next) {
        refusals.addAll(List.of(next));
    }

    public synchronized void acceptAllBatches() {
        refusals.clear();
    }

    /** Batches with more events are 413. */
    public synchronized void batchLimit(int most) {
        batchLimit = most;
    }

    /** As if they had never come. */
    public synchronized void lose(String integration, String... externalIds) {
        events.get(integration).keySet().removeAll(List.of(externalIds));
    }

    // --- what tests look at ---

    public synchronized List<EventDraft> events(String integration) {
        return events.getOrDefault(integration, Map.of()).values().stream().map(StoredEvent::state)
                .sorted(Comparator.comparing(EventDraft::externalId)).toList();
    }

    public synchronized List<String> ids(String integration) {
        return events(integration).stream().map(EventDraft::externalId).toList();
    }

    public synchronized EventDraft event(String integration, String externalId) {
        StoredEvent event = events.getOrDefault(integration, Map.of()).get(externalId);
        if (event == null) {
            throw new AssertionError("no event " + externalId + " among " + ids(integration));
        }
        return event.state();
    }

    public synchronized int revisions(String integration, String externalId) {
        return events.get(integration).get(externalId).history().size();
    }

    public synchronized Map<String, Checkpoint> checkpoints(String integration) {
        return new LinkedHashMap<>(checkpoints.getOrDefault(integration, Map.of()));
    }

    public synchronized void forgetCheckpoints() {
        checkpoints.clear();
    }

    /** As a backend that was set up anew: it never heard of the type. */
    public synchronized void forgetTypes() {
        type = null;
    }

    public synchronized List<JsonNode> rejected(String integration) {
        return List.copyOf(rejected.getOrDefault(integration, Set.of()));
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
        return List.copyOf(coverage);
    }

    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    public synchronized void forgetRequests() {
        requests.clear();
        batches.clear();
        batchSizes.clear();
        reports.clear();
    }

    public synchronized List<Integer> batchSizes() {
        return List.copyOf(batchSizes);
    }

    public synchronized int count(Outcome outcome) {
        return batches.stream().mapToInt(batch -> batch.getOrDefault(outcome, 0)).sum();
    }

    public synchronized ConnectorType type() {
        return type;
    }

    // --- the contract ---

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, problem("unauthorized"));
                return;
            }
            if (exchange.getRequestURI().getPath().contains("/tasks/")) {
                Reply reply = task(exchange.getRequestURI(), body);
                answer(exchange, reply.status(), reply.body());
                return;
            }
            Reply reply;
            synchronized (this) {
                requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
                reply = route(exchange.getRequestMethod(), exchange.getRequestURI(), body);
            }
            answer(exchange, reply.status(), reply.body());
        }
    }

    private record Reply(int status, Object body) {
    }

    /** Outside the lock: who asks for tasks waits. */
    private Reply task(URI uri, byte[] body) throws IOException {
        String[] path = uri.getPath().substring("/api/connectors/github/tasks/".length()).split("/");
        Map<String, IntegrationView> known;
        synchronized (this) {
            requests.add("POST " + uri.getPath());
            if (away) {
                return new Reply(503, problem("unavailable"));
            }
            known = Map.copyOf(integrations);
        }
        if (path[0].equals("lease")) {
            Map<String, String> query = new LinkedHashMap<>();
            for (String pair : uri.getQuery().split("&")) {
                query.put(pair.replaceFirst("=.*", ""), pair.replaceFirst(".*?=", ""));
            }
            return new Reply(200, tasks.lease(Long.parseLong(query.get("wait")) * 1_000,
                    Integer.parseInt(query.get("max")), known));
        }
        if (path[1].equals("release")) {
            int released = tasks.release(path[0], JSON.readValue(body, TaskProgress.class).attempt());
            return new Reply(released, released == 204 ? null : problem("conflict"));
        }
        if (path[1].equals("result") && body.length > 100_000) {
            return new Reply(413, problem("too-large"));
        }
        int status = path[1].equals("progress") ? tasks.progress(path[0], valid(JSON.readValue(body, TaskProgress.class)))
                : tasks.result(path[0], valid(JSON.readValue(body, TaskResult.class)));
        return new Reply(status, status == 204 ? null : problem(status == 404 ? "not-found" : "conflict"));
    }

    /** Every answer names it from now on. */
    public synchronized void assignment(String version) {
        assignment = version;
    }

    /** Asks for tasks and words about them are refused, as while the database is away. */
    public synchronized void tasksAway(boolean now) {
        away = now;
    }

    private Reply route(String method, URI uri, byte[] body) throws IOException {
        String[] path = uri.getPath().substring("/api/".length()).split("/");
        if (method.equals("PUT") && path[0].equals("connectors")) {
            type = JSON.readValue(body, ConnectorType.class);
            return new Reply(200, type);
        }
        if (method.equals("GET") && path.length == 1 && path[0].equals("integrations")) {
            return type == null ? new Reply(400, problem("unknown-connector-type"))
                    : new Reply(200, List.copyOf(integrations.values()));
        }
        if (method.equals("POST") && path[0].equals("events")) {
            return batch(JSON.readTree(body));
        }
        if (method.equals("POST") && uri.getPath().equals("/api/v1/rate-limits/track")) {
            tracked.add(valid(JSON.readValue(body, RateLimitReport.class)));
            return new Reply(204, null);
        }
        String id = path[1];
        if (deleted.contains(id)) {
            return new Reply(404, problem("not-found"));
        }
        return switch (path[2]) {
            case "checkpoints" -> new Reply(200, List.copyOf(checkpoints.getOrDefault(id, Map.of()).values()));
            case "sync" -> {
                reports.add(valid(JSON.readValue(body, SyncReport.class)));
                yield new Reply(204, null);
            }
            case "rejected" -> {
                valid(JSON.readValue(body, RejectedRecord.class));
                rejected.computeIfAbsent(id, any -> new java.util.LinkedHashSet<>()).add(JSON.readTree(body));
                yield new Reply(201, Map.of());
            }
            default -> new Reply(404, problem("not-found"));
        };
    }

    private static <T> T valid(T record) {
        if (!VALIDATOR.validate(record).isEmpty()) {
            throw new AssertionError("not valid by the contract: " + VALIDATOR.validate(record));
        }
        return record;
    }

    private Reply batch(JsonNode batch) {
        String id = batch.path("integrationId").asText();
        if (deleted.contains(id)) {
            return new Reply(404, problem("not-found"));
        }
        if (batch.path("events").size() > batchLimit) {
            return new Reply(413, problem("too-large"));
        }
        Refusal refusal = refusals.poll();
        if (refusal != null && !refusal.after()) {
            return new Reply(refusal.status(), problem("unavailable"));
        }
        Reply reply = store(id, batch);
        return refusal == null ? reply : new Reply(refusal.status(), problem("unavailable"));
    }

    private Reply store(String id, JsonNode batch) {
        ObjectNode result = JSON.createObjectNode();
        Map<Outcome, Integer> counts = new java.util.EnumMap<>(Outcome.class);
        for (JsonNode item : batch.path("events")) {
            Outcome outcome = storeOne(id, item);
            counts.merge(outcome, 1, Integer::sum);
            result.withArray("items").addObject().put("outcome", outcome.name());
        }
        for (Outcome outcome : Outcome.values()) {
            result.put(outcome.name(), counts.getOrDefault(outcome, 0));
        }
        batches.add(counts);
        batchSizes.add(batch.path("events").size());
        batch.path("coverage").forEach(line -> coverage.add(valid(JSON.convertValue(line, Coverage.class))));
        result.putArray("checkpoints");
        batch.path("checkpoints").forEach(checkpoint -> result.withArray("checkpoints").add(checkpoint(id, checkpoint)));
        return new Reply(200, result);
    }

    private Outcome storeOne(String id, JsonNode item) {
        EventDraft draft = JSON.convertValue(item, EventDraft.class);
        if (!VALIDATOR.validate(draft).isEmpty()) {
            rejected.computeIfAbsent(id, any -> new java.util.LinkedHashSet<>()).add(item);
            return Outcome.rejected;
        }
        Map<String, StoredEvent> mine = events.computeIfAbsent(id, any -> new LinkedHashMap<>());
        StoredEvent known = mine.get(draft.externalId());
        if (known == null) {
            mine.put(draft.externalId(), new StoredEvent(draft));
            return Outcome.created;
        }
        return known.take(draft);
    }

    private JsonNode checkpoint(String id, JsonNode sent) {
        Checkpoint checkpoint = JSON.convertValue(sent, Checkpoint.class);
        Map<String, Checkpoint> mine = checkpoints.computeIfAbsent(id, any -> new LinkedHashMap<>());
        Checkpoint known = mine.get(checkpoint.key());
        long version = known == null ? 0 : known.version();
        ObjectNode result = JSON.createObjectNode().put("key", checkpoint.key());
        if (version != checkpoint.version()) {
            return result.put("outcome", "stale").put("version", version).set("value",
                    JSON.valueToTree(known == null ? null : known.value()));
        }
        mine.put(checkpoint.key(), new Checkpoint(checkpoint.key(), version + 1, checkpoint.value()));
        return result.put("outcome", "stored").put("version", version + 1);
    }

    private static Map<String, Object> problem(String name) {
        return Map.of("type", "/problems/" + name, "detail", name);
    }

    private void answer(HttpExchange exchange, int status, Object body) throws IOException {
        if (assignment != null) {
            exchange.getResponseHeaders().set("X-Assignment-Version", assignment);
        }
        byte[] json = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length == 0 ? -1 : json.length);
        exchange.getResponseBody().write(json);
    }

    static Map<String, Object> map(JsonNode node) {
        return JSON.convertValue(node, new TypeReference<Map<String, Object>>() {
        });
    }
}
