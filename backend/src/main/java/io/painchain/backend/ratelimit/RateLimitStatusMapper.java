package io.painchain.backend.ratelimit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.painchain.backend.ratelimit.RateLimitRepository.Measurement;
import io.painchain.model.integration.RateLimitReport;
import io.painchain.model.integration.RateLimitReport.Quota;

final class RateLimitStatusMapper {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final double LITTLE = 0.1;
    private static final Comparator<RateLimitStatus.Forecast> FIRST = Comparator.comparing(
            RateLimitStatus.Forecast::exhaustedAt, Comparator.nullsLast(Comparator.naturalOrder()));

    private RateLimitStatusMapper() {
    }

    static RateLimitStatus toStatus(List<Measurement> measurements) {
        var resources = new LinkedHashMap<String, RateLimitStatus.Resource>();
        var forecasts = new LinkedHashMap<String, RateLimitStatus.Forecast>();
        byResource(measurements).forEach((resource, ofTokens) -> {
            resources.put(resource, sum(ofTokens));
            ofTokens.stream().map(Measurement::forecast).filter(Objects::nonNull).map(RateLimitStatusMapper::forecast)
                    .min(FIRST)
                    .ifPresent(forecast -> forecasts.put(resource, forecast));
        });
        return new RateLimitStatus("success", resources, forecasts,
                (int) measurements.stream().map(Measurement::tokenHash).distinct().count());
    }

    static RateLimitStatus.Point toPoint(Measurement measurement) {
        var quota = measurement.quota();
        return new RateLimitStatus.Point(measurement.integrationId().toString(), measurement.resource(), quota.limit(),
                quota.remaining(),
                quota.used(), quota.reset(), measurement.checkedAt());
    }

    /** A quota that was reset since it was measured is healthy. */
    static RateLimitStatus.Health toHealth(List<Measurement> measurements, Instant now) {
        var sentences = new TreeMap<String, String>();
        var current = measurements.stream().filter(one -> one.quota().reset().isAfter(now)).toList();
        byResource(current).forEach((resource, ofTokens) -> {
            var least = ofTokens.stream().map(Measurement::quota).min(Comparator.comparingDouble(RateLimitStatusMapper::share))
                    .orElseThrow();
            if (share(least) < LITTLE) {
                sentences.put(resource, "%d of %d left until %s".formatted(least.remaining(), least.limit(), least.reset()));
            }
        });
        boolean isExhausted = current.stream().anyMatch(one -> one.quota().remaining() == 0 && one.quota().limit() > 0);
        var status = sentences.isEmpty() ? "healthy" : isExhausted ? "exhausted" : "warning";
        return new RateLimitStatus.Health(status, sentences,
                measurements.stream().map(Measurement::checkedAt).max(Comparator.naturalOrder()).orElse(null));
    }

    private static Map<String, List<Measurement>> byResource(List<Measurement> measurements) {
        return measurements.stream().collect(Collectors.groupingBy(Measurement::resource, TreeMap::new, Collectors.toList()));
    }

    private static RateLimitStatus.Resource sum(List<Measurement> ofTokens) {
        long limit = total(ofTokens, Quota::limit);
        long used = total(ofTokens, Quota::used);
        var reset = ofTokens.stream().map(one -> one.quota().reset()).min(Comparator.naturalOrder()).orElseThrow();
        double percentage = limit == 0 ? 0
                : BigDecimal.valueOf(used * 100.0 / limit).setScale(2, RoundingMode.HALF_UP).doubleValue();
        return new RateLimitStatus.Resource(limit, total(ofTokens, Quota::remaining), reset, used, percentage);
    }

    private static long total(List<Measurement> ofTokens, ToIntFunction<Quota> part) {
        return ofTokens.stream().map(Measurement::quota).mapToLong(part::applyAsInt).sum();
    }

    private static double share(Quota quota) {
        return quota.limit() == 0 ? 1 : quota.remaining() / (double) quota.limit();
    }

    private static RateLimitStatus.Forecast forecast(String json) {
        try {
            var forecast = JSON.readValue(json, RateLimitReport.Forecast.class);
            return new RateLimitStatus.Forecast(forecast.exhaustedAt(), forecast.sentence());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored forecast is unreadable", e);
        }
    }
}
