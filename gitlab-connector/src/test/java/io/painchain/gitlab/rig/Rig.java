package io.painchain.gitlab.rig;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.backend.Retry;
import io.painchain.connector.cycle.FairExecutor;
import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.limit.RateLimitBudgets;
import io.painchain.connector.measure.ApiMetrics;
import io.painchain.connector.measure.RateLimitTracking;
import io.painchain.connector.measure.SyncMetrics;
import io.painchain.connector.metadata.ConnectorMetadata;
import io.painchain.connector.rig.SettableClock;
import io.painchain.connector.rig.TestBackend;
import io.painchain.gitlab.api.GitLabLimits;
import io.painchain.gitlab.api.ServerUrl;
import io.painchain.gitlab.config.ConnectorSettings;
import io.painchain.gitlab.integration.ConnectorContext;
import io.painchain.gitlab.integration.GitLab;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.gitlab.GitLabConfig;
import io.painchain.simulator.gitlab.GitLabSimulator;
import io.painchain.simulator.gitlab.limit.LimitSettings;
import io.painchain.simulator.gitlab.world.project.Project;

/** The real connector between the real simulator and a stand-in of the backend, in a time that the test moves. */
public final class Rig implements AutoCloseable, AfterEachCallback {

    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    public static final String INTEGRATION = "0195-rig";

    public final SettableClock clock = new SettableClock(START);
    public final GitLabSimulator gitLab = GitLabSimulator
            .start(GitLabConfig.of(clock).prefix("/gitlab").limits(LimitSettings.none()));
    public final TestBackend backend = new TestBackend("gitlab");
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public Cadences cadences = cadences(Duration.ofHours(24));
    public int probeFrom = 1;
    public Duration timeout = Duration.ofSeconds(10);
    public int answerLimit = HttpTransport.ANSWER_LIMIT;
    public Supplier<RateLimitBudgets> budgets = () -> GitLabLimits.unpaced(clock);
    private final AtomicBoolean stopping = new AtomicBoolean();
    private IntegrationPoller poller = connector(Runnable::run);

    public static Cadences cadences(Duration sweep) {
        return new Cadences(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofSeconds(60), sweep, 1_000_000);
    }

    public IntegrationPoller connector(Executor executor) {
        return GitLab.poller(context(executor), ConnectorMetadata.load("gitlab"), "worker-" + System.nanoTime());
    }

    public ConnectorContext context(Executor executor) {
        ConnectorSettings settings = settings(backend.api(), timeout, probeFrom, cadences);
        HttpTransport transport = new HttpTransport(settings.requestTimeout(), answerLimit);
        BackendClient client = new BackendClient(backend.api(), TestBackend.KEY, settings.requestTimeout());
        SyncMetrics syncs = new SyncMetrics("gitlab", meters, clock, true);
        return new ConnectorContext(settings, transport, client,
                new EventPublisher(client, new Retry(Duration.ofMillis(1), 3), syncs::posted), budgets.get(),
                new FairExecutor(executor, 10), clock, new ApiMetrics("gitlab", meters), syncs,
                new RateLimitTracking("gitlab", client, meters, clock), stopping::get);
    }

    public static ConnectorSettings settings(URI backend, Duration requestTimeout, int probeFrom, Cadences cadences) {
        return new ConnectorSettings(backend, TestBackend.KEY, Duration.ofSeconds(60), requestTimeout, 1_000_000, probeFrom,
                cadences, ServerUrl.parse("http://127.0.0.1:1"), Optional.empty(), "worker", false);
    }

    /** As after a kill: the next cycle knows what the backend knows and no more. */
    public Rig restart() {
        poller = connector(Runnable::run);
        return this;
    }

    public IntegrationPoller poller() {
        return poller;
    }

    public Project project(String path) {
        return gitLab.world().createProject(path);
    }

    /** A new project, the only one of the integration; nothing was read of it yet. */
    public Project integrated(String path) {
        Project project = project(path);
        integrate(Map.of("projects", List.of(path)));
        return project;
    }

    /** The same after its first sync. */
    public Project synced(String path) {
        Project project = integrated(path);
        cycle();
        return project;
    }

    /** @param config beside token and address */
    public Rig integrate(Map<String, Object> config) {
        Map<String, Object> whole = new HashMap<>(Map.of("token", GitLabConfig.TOKEN, "url", gitLab.uri().toString()));
        whole.putAll(config);
        backend.integrate(INTEGRATION, whole);
        return this;
    }

    /** A server that does not answer GraphQL. */
    public Rig withoutGraphQl() {
        gitLab.api().traits(gitLab.api().traits().graphQl(false, 250));
        return this;
    }

    /** One cycle, a minute after the last. */
    public Rig cycle() {
        clock.tick(Duration.ofSeconds(60));
        poller.tick();
        return this;
    }

    public Rig cycles(int count) {
        for (int i = 0; i < count; i++) {
            cycle();
        }
        return this;
    }

    public List<String> ids() {
        return backend.ids(INTEGRATION);
    }

    public EventDraft event(String externalId) {
        return backend.event(INTEGRATION, externalId);
    }

    /** For tests that register it as an extension. */
    @Override
    public void afterEach(ExtensionContext test) {
        close();
    }

    @Override
    public void close() {
        stopping.set(true);
        backend.close();
        gitLab.close();
    }
}
