package io.painchain.connector.measure;

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

public final class ApiMetrics {

    private final String provider;
    private final MeterRegistry registry;
    private final Set<String> shown = ConcurrentHashMap.newKeySet();

    /** @param provider begins the names of all */
    public ApiMetrics(String provider, MeterRegistry registry) {
        this.provider = provider;
        this.registry = registry;
    }

    public HttpAnswer timed(Supplier<HttpAnswer> request) {
        long start = System.nanoTime();
        HttpAnswer answer = request.get();
        registry.timer(provider + "_api_request_duration").record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        registry.counter(provider + "_api_requests", "status", Integer.toString(answer.status())).increment();
        if (answer.status() >= 400) {
            failed("http_" + answer.status());
        }
        return answer;
    }

    public void failed(String type) {
        registry.counter(provider + "_api_errors", "type", type.toLowerCase(Locale.ROOT)).increment();
    }

    /** @param key the token's name; {@code resource} is the quota that is shown */
    public void show(String key, String resource, RateLimitBudgets budgets) {
        if (shown.add(key)) {
            gauge(provider + "_api_rate_limit_limit", key, resource, budgets, Quota::limit);
            gauge(provider + "_api_rate_limit_remaining", key, resource, budgets, Quota::remaining);
        }
    }

    private void gauge(String name, String key, String resource, RateLimitBudgets budgets, ToDoubleFunction<Quota> value) {
        Gauge.builder(name, budgets, all -> all.quota(key, resource).map(value::applyAsDouble).orElse(Double.NaN))
                .tag("token", key).tag("resource", resource).register(registry);
    }
}
