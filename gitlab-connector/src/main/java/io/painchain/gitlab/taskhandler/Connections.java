package io.painchain.gitlab.taskhandler;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.limit.RateLimitBudget;
import io.painchain.connector.measure.ApiMetrics;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.gitlab.api.GitLabApi;
import io.painchain.gitlab.config.ConnectorSettings;
import io.painchain.gitlab.config.IntegrationConfig;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.task.Task;

/** A gate beside the poller's, so that neither waits for the other. */
public final class Connections {

    private static final int GATES = 10_000;

    private final ConnectorSettings settings;
    private final HttpTransport transport;
    private final ApiMetrics metrics;
    private final Clock clock;
    private final Supplier<RateLimitBudget> gate;
    private final Map<String, RateLimitBudget> gates = new ConcurrentHashMap<>();

    public Connections(ConnectorSettings settings, HttpTransport transport, ApiMetrics metrics, Clock clock,
            Supplier<RateLimitBudget> gate) {
        this.settings = settings;
        this.transport = transport;
        this.metrics = metrics;
        this.clock = clock;
        this.gate = gate;
    }

    /** Null {@code config}: the integration's own. Throws IllegalArgumentException with a sentence where it is unusable. */
    public IntegrationConfig config(Task task, Map<String, Object> config) {
        IntegrationView integration = task.integration();
        if (config == null && integration == null) {
            throw new TaskFailedException(404, "There is no such integration");
        }
        return IntegrationConfig.parse(config == null ? integration.config() : config, settings.pollingInterval(),
                settings.server());
    }

    public GitLabApi api(IntegrationConfig config) {
        if (gates.size() > GATES) {
            gates.keySet().retainAll(Set.of());
        }
        RateLimitBudget budget = gates.computeIfAbsent(config.token().key(config.server()), unknown -> gate.get());
        return new GitLabApi(transport, config.server(), config.token().token(), budget, metrics, clock);
    }
}
