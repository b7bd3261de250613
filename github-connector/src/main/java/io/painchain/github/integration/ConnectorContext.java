package io.painchain.github.integration;

import java.time.Clock;
import java.util.function.BooleanSupplier;

import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.backend.PageKeeper;
import io.painchain.connector.cycle.FairExecutor;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.limit.RateLimitBudget;
import io.painchain.connector.limit.RateLimitBudgets;
import io.painchain.connector.measure.ApiMetrics;
import io.painchain.connector.measure.RateLimitTracking;
import io.painchain.connector.measure.SyncMetrics;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.GitHubLimits;
import io.painchain.github.auth.TokenProviders;
import io.painchain.github.config.ConnectorSettings;
import io.painchain.github.config.IntegrationConfig;

public record ConnectorContext(ConnectorSettings settings, HttpTransport transport, BackendClient backend,
        EventPublisher publisher,
        TokenProviders tokens, RateLimitBudgets budgets, FairExecutor lanes, Clock clock, ApiMetrics metrics,
        SyncMetrics syncs,
        RateLimitTracking tracking, BooleanSupplier stopping, PageKeeper pages) {

    public ConnectorContext(ConnectorSettings settings, HttpTransport transport, BackendClient backend,
            EventPublisher publisher,
            TokenProviders tokens, RateLimitBudgets budgets, FairExecutor lanes, Clock clock, ApiMetrics metrics,
            SyncMetrics syncs, RateLimitTracking tracking, BooleanSupplier stopping) {
        this(settings, transport, backend, publisher, tokens, budgets, lanes, clock, metrics, syncs, tracking, stopping,
                PageKeeper.none());
    }

    public ConnectorContext keeping(PageKeeper keeper) {
        return new ConnectorContext(settings, transport, backend, publisher, tokens, budgets, lanes, clock, metrics, syncs,
                tracking, stopping, keeper);
    }

    GitHubApi api(String integrationId, IntegrationConfig config) {
        GitHubApi api = api(config);
        return !pages.keeps() ? api
                : api.readBy(answer -> pages.keep(integrationId, answer.url(),
                        answer.date().orElseGet(clock::instant), answer.body()));
    }

    private GitHubApi api(IntegrationConfig config) {
        String key = budgetKey(config);
        RateLimitBudget budget = budgets.of(key);
        metrics.show(key, GitHubLimits.CORE, budgets);
        return new GitHubApi(transport, config.api(), tokens.of(config.api(), config.credentials()), budget, metrics, clock);
    }

    public RateLimitBudget budget(IntegrationConfig config) {
        return budgets.of(budgetKey(config));
    }

    static String budgetKey(IntegrationConfig config) {
        return config.credentials().key(config.api());
    }
}
