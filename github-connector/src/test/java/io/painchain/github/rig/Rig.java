package io.painchain.github.rig;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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
import io.painchain.github.api.ApiUrl;
import io.painchain.github.api.GitHubLimits;
import io.painchain.github.auth.TokenProviders;
import io.painchain.github.config.ConnectorSettings;
import io.painchain.github.config.OwnApps;
import io.painchain.github.integration.ConnectorContext;
import io.painchain.github.integration.GitHub;
import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.limit.LimitSettings;
import io.painchain.simulator.world.repository.NewRepository;
import io.painchain.simulator.world.repository.Repository;

/** The real connector between the real simulator and a stand-in of the backend, in a time that the test moves. */
public final class Rig implements AutoCloseable, AfterEachCallback {

    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    public static final String INTEGRATION = "0195-rig";

    public final SettableClock clock = new SettableClock(START);
    public final GitHubSimulator gitHub = GitHubSimulator
            .start(SimulatorConfig.of(clock).limits(LimitSettings.likeGitHub().countedOnly()));
    public final TestBackend backend = new TestBackend("github");
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    /** From so many repositories on they are looked at all at once. */
    public int probeFrom = 50;
    /** As usual, but that ETags are trusted, so that requests can be counted. */
    public Cadences cadences = every(1_000_000);
    /** For a connector that is begun anew. */
    public Duration requestTimeout = Duration.ofSeconds(10);
    /** In bytes, likewise. */
    public int answerLimit = HttpTransport.ANSWER_LIMIT;
    public Supplier<RateLimitBudgets> budgets = () -> GitHubLimits.unpaced(clock);
    private final AtomicBoolean stopping = new AtomicBoolean();
    private IntegrationPoller poller;

    public Rig() {
        poller = connector(Runnable::run);
    }

    /** @param answerLimit in bytes */
    public Rig(Duration requestTimeout, int answerLimit) {
        this.requestTimeout = requestTimeout;
        this.answerLimit = answerLimit;
        this.poller = connector(Runnable::run);
    }

    /** One more connector beside the first, with nothing in memory. */
    public IntegrationPoller connector(Executor executor) {
        return connector(executor, requestTimeout);
    }

    public IntegrationPoller connector(Executor executor, Duration requestTimeout) {
        return GitHub.poller(context(executor, requestTimeout), ConnectorMetadata.load("github"),
                "worker-" + System.nanoTime());
    }

    public ConnectorContext context(Executor executor, Duration requestTimeout) {
        ConnectorSettings settings = settings(backend.api(), requestTimeout, probeFrom, cadences);
        HttpTransport transport = new HttpTransport(settings.requestTimeout(), answerLimit);
        BackendClient client = new BackendClient(backend.api(), TestBackend.KEY, settings.requestTimeout());
        SyncMetrics syncs = new SyncMetrics("github", meters, clock, true);
        return new ConnectorContext(settings, transport, client,
                new EventPublisher(client, new Retry(Duration.ofMillis(1), 3), syncs::posted),
                new TokenProviders(transport, clock), budgets.get(), new FairExecutor(executor, 10), clock,
                new ApiMetrics("github", meters), syncs,
                new RateLimitTracking("github", client, meters, clock), stopping::get);
    }

    public static ConnectorSettings settings(URI backend, Duration requestTimeout) {
        return settings(backend, requestTimeout, 50, every(1_000_000));
    }

    private static ConnectorSettings settings(URI backend, Duration requestTimeout, int probeFrom,
            Cadences cadences) {
        return new ConnectorSettings(backend, TestBackend.KEY, Duration.ofSeconds(60), requestTimeout, 1_000_000, probeFrom,
                cadences, ApiUrl.parse("http://127.0.0.1:1/api/v3"), Optional.empty(), "worker", false, false, false,
                OwnApps.NONE);
    }

    /** As after a kill: the next cycle knows what the backend knows and no more. */
    public Rig restart() {
        poller = connector(Runnable::run);
        return this;
    }

    public IntegrationPoller poller() {
        return poller;
    }

    public Repository repository(String name) {
        return gitHub.world().createRepository(new NewRepository(name));
    }

    /** A new repository, the only one of the integration; nothing was read of it yet. */
    public Repository integrated(String name) {
        Repository repository = repository(name);
        integrate(name);
        return repository;
    }

    /** The same after its first sync. */
    public Repository synced(String name) {
        Repository repository = integrated(name);
        cycle();
        return repository;
    }

    public Rig integrate(String... repositories) {
        return integrate(SimulatorConfig.TOKEN, repositories);
    }

    public Rig integrate(String token, String[] repositories) {
        backend.integrate(INTEGRATION,
                Map.of("token", token, "apiUrl", gitHub.enterpriseUri().toString(), "repositories", List.of(repositories)));
        return this;
    }

    /** The same with commits of these branches. */
    public Rig track(List<String> branches, String... repositories) {
        backend.integrate(INTEGRATION, Map.of("token", SimulatorConfig.TOKEN, "apiUrl", gitHub.enterpriseUri().toString(),
                "repositories", List.of(repositories), "branches", branches));
        return this;
    }

    /** An Enterprise server that does not answer GraphQL. */
    public Rig withoutGraphQl() {
        gitHub.faults().on("/**graphql", -1, Fault.status(404));
        return this;
    }

    /** Of so many polls that find nothing changed one does not rely on ETags; what else takes place is as usual. */
    public static Cadences every(int polls) {
        Cadences usual = Cadences.USUAL;
        return new Cadences(usual.resources(), usual.releases(), usual.feed(), usual.sweep(), polls);
    }

    /** One cycle, a minute after the last. */
    public Rig cycle() {
        clock.tick(Duration.ofSeconds(60));
        poller.tick();
        return this;
    }

    /** Cycles for long enough that everything is read again, whatever the feed says. */
    public Rig settle() {
        for (int i = 0; i < 17; i++) {
            cycle();
        }
        return this;
    }

    public List<String> ids() {
        return backend.ids(INTEGRATION);
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
        gitHub.close();
    }
}
