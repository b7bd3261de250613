package io.painchain.github;

import java.time.Clock;
import java.util.function.BooleanSupplier;

import io.painchain.github.auth.TokenProviders;
import io.painchain.github.backend.BackendClient;
import io.painchain.github.backend.EventPublisher;
import io.painchain.github.github.GitHubApi;
import io.painchain.github.github.GitHubMetrics;
import io.painchain.github.github.RateLimitBudget;
import io.painchain.github.github.RateLimitBudgets;
import io.painchain.github.http.HttpTransport;
import io.painchain.github.measure.RateLimitTracking;
import io.painchain.github.measure.SyncMetrics;

/** What all integrations share. */
public record Workshop(ConnectorSettings settings, HttpTransport transport, BackendClient backend, EventPublisher publisher,
        TokenProviders tokens, RateLimitBudgets budgets, Lanes lanes, Clock clock, GitHubMetrics metrics, SyncMetrics syncs,
        RateLimitTracking tracking, BooleanSupplier stopping) {

    GitHubApi api(IntegrationConfig config) {
        String key = budgetKey(config);
        RateLimitBudget budget = budgets.of(key);
        metrics.show(key, budgets);
        return new GitHubApi(transport, config.api(), tokens.of(config.api(), config.credentials()), budget, metrics, clock);
    }

    public RateLimitBudget budget(IntegrationConfig config) {
        return budgets.of(budgetKey(config));
    }

    static String budgetKey(IntegrationConfig config) {
        return config.credentials().key(config.api());
    }
}
