package io.painchain.backend.webhook.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.painchain.backend.webhook.digest.OutcomeRepository.Ended;

@Singleton
class DigestMetrics {

    private static final String TYPE = "type";

    private final MeterRegistry registry;

    DigestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A failure counts once a delivery and attempt; the time is that from its receipt. */
    void ended(String type, List<Ended> ended, Instant now) {
        for (var one : ended) {
            switch (one.state()) {
                case "pending", "dead" -> registry.counter("webhook.events.failed", TYPE, type, "final",
                        String.valueOf(one.state().equals("dead"))).increment();
                default -> processed(type, one, now);
            }
        }
    }

    private void processed(String type, Ended one, Instant now) {
        registry.counter("webhook.events.processed", TYPE, type, "state", one.state()).increment();
        var took = Duration.between(one.receivedAt(), now);
        Timer.builder("webhook.processing.duration").description("From a delivery's receipt to what it came to")
                .tag(TYPE, type).publishPercentileHistogram().register(registry)
                .record(took.isNegative() ? Duration.ZERO : took);
    }
}
