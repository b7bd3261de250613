package io.painchain.github.api;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.limit.Quota;
import io.painchain.connector.limit.RateLimitBudgets;

public final class GitHubMetrics {

    private final MeterRegistry registry;
    private final Set<String> shown = ConcurrentHashMap.newKeySet();

    public GitHubMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    HttpAnswer timed(Supplier<HttpAnswer> request) {
        long start = System.nanoTime();
        HttpAnswer answer = request.get();
        registry.timer("github_api_request_duration").record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        registry.counter("github_api_requests", "status", Integer.toString(answer.status())).increment();
        if (answer.status() >= 400) {
            failed("http_" + answer.status());
        }
        return answer;
    }

    void failed(String type) {
        registry.counter("github_api_errors", "type", type.toLowerCase(Locale.ROOT)).increment();
    }

    public void show(String key, RateLimitBudgets budgets) {
        if (shown.add(key)) {
            gauge("github_api_rate_limit_limit", key, budgets, Quota::limit);
            gauge("github_api_rate_limit_remaining", key, budgets, Quota::remaining);
        }
    }

    private void gauge(String name, String key, RateLimitBudgets budgets, ToDoubleFunction<Quota> value) {
        Gauge.builder(name, budgets, all -> all.quota(key, GitHubLimits.CORE).map(value::applyAsDouble).orElse(Double.NaN))
                .tag("token", key).tag("resource", GitHubLimits.CORE).register(registry);
    }
}
