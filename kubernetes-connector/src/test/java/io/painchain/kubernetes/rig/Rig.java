package io.painchain.kubernetes.rig;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.backend.Retry;
import io.painchain.connector.cycle.FairExecutor;
import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.measure.RateLimitTracking;
import io.painchain.connector.measure.SyncMetrics;
import io.painchain.connector.metadata.ConnectorMetadata;
import io.painchain.connector.rig.SettableClock;
import io.painchain.connector.rig.TestBackend;
import io.painchain.kubernetes.api.ClusterClient;
import io.painchain.kubernetes.cluster.ConnectorContext;
import io.painchain.kubernetes.cluster.Kubernetes;
import io.painchain.kubernetes.cluster.OpenClusters;
import io.painchain.kubernetes.cluster.WatchMetrics;
import io.painchain.kubernetes.config.ConnectorSettings;
import io.painchain.kubernetes.projection.Digests;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.kubernetes.KubernetesConfig;
import io.painchain.simulator.kubernetes.KubernetesSimulator;
import io.vertx.core.Vertx;

/** The real connector between the real simulator and a stand-in of the backend, in a time that the test moves. */
public final class Rig implements AutoCloseable, AfterEachCallback {

    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    public static final String INTEGRATION = "0195-rig";
    public static final String CLUSTER = "prod";

    private static final Vertx VERTX = Vertx.vertx();

    public final SettableClock clock = new SettableClock(START);
    public final KubernetesSimulator cluster = KubernetesSimulator.start(KubernetesConfig.of(clock));
    public final TestBackend backend = new TestBackend("kubernetes");
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public String connectorKey = TestBackend.KEY;
    /** How far the connector's clock is ahead of the cluster's. */
    public Duration ahead = Duration.ZERO;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Map<String, Object> config = new LinkedHashMap<>(Map.of("clusterName", CLUSTER, "apiUrl",
            cluster.origin().toString(), "token", KubernetesConfig.TOKEN, "pollInterval", 60));
    private OpenClusters clusters = new OpenClusters();
    private IntegrationPoller poller;

    public Rig() {
        cluster.stories().namespace("kube-system");
        cluster.stories().namespace("payments");
    }

    public ConnectorContext context() {
        ConnectorSettings settings = new ConnectorSettings(backend.api(), TestBackend.KEY, Duration.ofSeconds(60),
                Duration.ofSeconds(10), Set.of("~"), "worker", false);
        BackendClient client = new BackendClient(backend.api(), TestBackend.KEY, Duration.ofSeconds(10));
        SyncMetrics syncs = new SyncMetrics("kubernetes", meters, clock, true);
        return new ConnectorContext(settings, new ClusterClient(VERTX, settings.requestTimeout()), client,
                new EventPublisher(client, new Retry(Duration.ofMillis(1), 3), syncs::posted),
                new FairExecutor(Runnable::run, 10), new FairExecutor(threads, 1), new Digests(connectorKey),
                Clock.offset(clock, ahead), syncs,
                new RateLimitTracking("kubernetes", client, meters, clock), new WatchMetrics(meters), stopping::get);
    }

    /** Changes the integration's configuration, or is its first. */
    public Rig integrate(Object... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            config.put((String) pairs[i], pairs[i + 1]);
        }
        backend.integrate(INTEGRATION, new LinkedHashMap<>(config));
        return this;
    }

    public Map<String, Object> config() {
        return config;
    }

    /** One cycle, a minute after the last. */
    public Rig cycle() {
        return cycle(Duration.ofSeconds(60));
    }

    public Rig cycle(Duration later) {
        clock.tick(later);
        if (poller == null) {
            restart();
        }
        poller.tick();
        clusters.tick();
        return this;
    }

    /** Lets the cluster's time pass, second by second, while the connector watches. */
    public Rig pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            clock.tick(Duration.ofSeconds(1));
            clusters.tick();
            settle();
        }
        return this;
    }

    /** Gives streams the real time that they need. */
    public Rig settle() {
        long revision = cluster.store().revision();
        cluster.timeline().play();
        until(() -> cluster.store().revision() >= revision);
        return this;
    }

    public Rig until(BooleanSupplier condition) {
        try {
            await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20)).until(() -> {
                clusters.tick();
                return condition.getAsBoolean();
            });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("There is only " + events().stream()
                    .map(one -> one.externalId() + " " + one.title() + " " + one.status()).toList(), e);
        }
        return this;
    }

    /** Waits for an event that fits. */
    public EventDraft event(String idPart, String status) {
        until(() -> events().stream().anyMatch(one -> fits(one, idPart, status)));
        return events().stream().filter(one -> fits(one, idPart, status)).findFirst().orElseThrow();
    }

    private static boolean fits(EventDraft event, String idPart, String status) {
        return event.externalId().contains(idPart) && (status == null || status.equals(event.status()));
    }

    public List<EventDraft> events() {
        return backend.events(INTEGRATION);
    }

    public List<String> titles() {
        return events().stream().map(EventDraft::title).toList();
    }

    /** As after a kill: the next cycle knows what the backend knows and no more. */
    public Rig restart() {
        clusters.close();
        clusters = new OpenClusters();
        poller = Kubernetes.poller(context(), clusters, ConnectorMetadata.load("kubernetes"), "worker-" + System.nanoTime());
        return this;
    }

    /** Another connector beside the first, which knows what the backend knows. */
    public Second second() {
        OpenClusters own = new OpenClusters();
        IntegrationPoller polls = Kubernetes.poller(context(), own, ConnectorMetadata.load("kubernetes"), "worker-2");
        return new Second(polls, own);
    }

    public record Second(IntegrationPoller polls, OpenClusters own) {

        public void tick() {
            polls.tick();
            own.tick();
        }

        public void close() {
            own.close();
        }
    }

    public Rig stop() {
        clusters.close();
        return this;
    }

    public IntegrationPoller poller() {
        return poller;
    }

    /** For tests that register it as an extension. */
    @Override
    public void afterEach(ExtensionContext test) {
        close();
    }

    @Override
    public void close() {
        stopping.set(true);
        clusters.close();
        backend.close();
        cluster.close();
        threads.shutdownNow();
    }
}
