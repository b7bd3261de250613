package io.painchain.gitlab.integration;

import java.time.Clock;
import java.util.function.BooleanSupplier;

import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.cycle.FairExecutor;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.limit.RateLimitBudget;
import io.painchain.connector.limit.RateLimitBudgets;
import io.painchain.connector.measure.ApiMetrics;
import io.painchain.connector.measure.RateLimitTracking;
import io.painchain.connector.measure.SyncMetrics;
import io.painchain.gitlab.api.GitLabApi;
import io.painchain.gitlab.api.GitLabLimits;
import io.painchain.gitlab.config.ConnectorSettings;
import io.painchain.gitlab.config.IntegrationConfig;

public record ConnectorContext(ConnectorSettings settings, HttpTransport transport, BackendClient backend,
        EventPublisher publisher, RateLimitBudgets budgets, FairExecutor lanes, Clock clock, ApiMetrics metrics,
        SyncMetrics syncs, RateLimitTracking tracking, BooleanSupplier stopping) {

    GitLabApi api(IntegrationConfig config) {
        String key = budgetKey(config);
        RateLimitBudget budget = budgets.of(key);
        metrics.show(key, GitLabLimits.API, budgets);
        return new GitLabApi(transport, config.server(), config.token().token(), budget, metrics, clock);
    }

    public RateLimitBudget budget(IntegrationConfig config) {
        return budgets.of(budgetKey(config));
    }

    static String budgetKey(IntegrationConfig config) {
        return config.token().key(config.server());
    }
}
