package io.painchain.github.github;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.painchain.github.http.HttpAnswer;

/** What is counted of the traffic with GitHub. */
public final class GitHubMetrics {

    private final MeterRegistry registry;

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

    /** Shows a token's quota under its digest, for as long as the budget lives. */
    public void show(String key, RateLimitBudget budget) {
        gauge("github_api_rate_limit_limit", key, budget, Quota::limit);
        gauge("github_api_rate_limit_remaining", key, budget, Quota::remaining);
    }

    private void gauge(String name, String key, RateLimitBudget budget, java.util.function.ToDoubleFunction<Quota> value) {
        Gauge.builder(name, budget,
                shown -> shown.quotas().stream().filter(quota -> quota.resource().equals("core")).findFirst()
                        .map(quota -> value.applyAsDouble(quota)).orElse(Double.NaN))
                .tag("token", key).tag("resource", "core").register(registry);
    }
}
