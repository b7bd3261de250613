package io.painchain.connector.measure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.BackendException;
import io.painchain.connector.limit.Quota;
import io.painchain.connector.measure.QuotaForecast.Outlook;
import io.painchain.model.integration.RateLimitReport;

public final class RateLimitTracking {

    private static final Logger LOG = Logger.getLogger(RateLimitTracking.class);

    private record Known(String token, String resource) {
    }

    private final String provider;
    private final BackendClient backend;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<Known, QuotaForecast> forecasts = new ConcurrentHashMap<>();
    private final Map<Known, Outlook> outlooks = new ConcurrentHashMap<>();

    public RateLimitTracking(String provider, BackendClient backend, MeterRegistry registry, Clock clock) {
        this.provider = provider;
        this.backend = backend;
        this.registry = registry;
        this.clock = clock;
    }

    /** Metrics use the name {@code token}; the backend gets {@code hash}, the SHA-256. */
    public void track(String integrationId, String token, String hash, List<Quota> quotas) {
        if (quotas.isEmpty()) {
            return;
        }
        Map<String, RateLimitReport.Quota> limits = new LinkedHashMap<>();
        Map<String, RateLimitReport.Forecast> forecasted = new LinkedHashMap<>();
        for (Quota quota : quotas) {
            Outlook outlook = outlook(new Known(token, quota.resource()), quota);
            limits.put(quota.resource(),
                    new RateLimitReport.Quota(quota.limit(), quota.remaining(), quota.used(), quota.resetAt()));
            forecasted.put(quota.resource(), new RateLimitReport.Forecast(outlook.exhaustedAt(), outlook.sentence()));
        }
        try {
            backend.track(new RateLimitReport(integrationId, hash, limits, forecasted));
        } catch (BackendException e) {
            LOG.debugf("Integration %s: the quota could not be reported: %s", integrationId, e.getMessage());
        }
    }

    private Outlook outlook(Known known, Quota quota) {
        Outlook outlook = forecasts.computeIfAbsent(known, unknown -> new QuotaForecast()).observe(clock.instant(), quota);
        if (outlooks.put(known, outlook) == null) {
            Gauge.builder(provider + "_api_rate_limit_lasts_seconds", this, tracking -> tracking.secondsLeft(known))
                    .description("Until the quota is used up at this rate; +Inf where it lasts").tag("token", known.token())
                    .tag("resource", known.resource()).register(registry);
        }
        return outlook;
    }

    private double secondsLeft(Known known) {
        Instant end = outlooks.get(known).exhaustedAt();
        return end == null ? Double.POSITIVE_INFINITY
                : Math.max(0, Duration.between(clock.instant(), end).toMillis() / 1_000.0);
    }
}
