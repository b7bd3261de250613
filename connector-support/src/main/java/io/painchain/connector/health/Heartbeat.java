package io.painchain.connector.health;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while the poller ticks; an unreachable provider or backend is no reason to restart. */
@Liveness
@ApplicationScoped
class Heartbeat implements HealthCheck {

    private static final Duration LONGEST_TICK = Duration.ofMinutes(5);

    private final PollingSigns polling;
    private final Clock clock;

    Heartbeat(PollingSigns polling, Clock clock) {
        this.polling = polling;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        boolean beats = polling.lastTick() == null || polling.lastTick().plus(LONGEST_TICK).isAfter(clock.instant());
        return HealthCheckResponse.named("poller").status(beats).build();
    }
}
