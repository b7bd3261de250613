package io.painchain.github.taskhandler;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.limit.RateLimitBudget;
import io.painchain.connector.measure.ApiMetrics;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.auth.AppCredentials;
import io.painchain.github.auth.Credentials;
import io.painchain.github.auth.TokenProviders;
import io.painchain.github.config.ConnectorSettings;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.task.Task;

/** A gate beside the poller's: both stay within 100 requests at once and 900 points a minute, and neither waits. */
public final class Connections {

    private static final int GATES = 10_000;

    private final ConnectorSettings settings;
    private final HttpTransport transport;
    private final TokenProviders tokens;
    private final ApiMetrics metrics;
    private final Clock clock;
    private final Supplier<RateLimitBudget> gate;
    private final Map<String, RateLimitBudget> gates = new ConcurrentHashMap<>();

    public Connections(ConnectorSettings settings, HttpTransport transport, TokenProviders tokens, ApiMetrics metrics,
            Clock clock, Supplier<RateLimitBudget> gate) {
        this.gate = gate;
        this.settings = settings;
        this.transport = transport;
        this.tokens = tokens;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Null {@code config}: the integration's own. Throws IllegalArgumentException with a sentence where it is unusable. */
    public IntegrationConfig config(Task task, Map<String, Object> config) {
        IntegrationView integration = task.integration();
        if (config == null && integration == null) {
            throw new TaskFailedException(404, "There is no such integration");
        }
        return IntegrationConfig.parse(config == null ? integration.config() : config, settings.pollingInterval(),
                settings.gitHub());
    }

    public GitHubApi api(IntegrationConfig config) {
        Credentials credentials = config.credentials();
        if (gates.size() > GATES) {
            gates.keySet().retainAll(Set.of());
        }
        return new GitHubApi(transport, config.api(), tokens.of(config.api(), credentials),
                gates.computeIfAbsent(credentials.key(config.api()),
                        unknown -> gate.get()),
                metrics, clock);
    }

    /** As the App itself, which no installation's token may be. */
    public GitHubApi appApi(IntegrationConfig config, AppCredentials app) {
        return new GitHubApi(transport, config.api(), tokens.ofApp(app),
                gates.computeIfAbsent("app:" + app.appId() + "@" + config.api().base(), unknown -> gate.get()), metrics, clock);
    }

    public TokenProviders tokens() {
        return tokens;
    }
}
