package io.painchain.github.health;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

import io.painchain.github.ConnectorLifecycle;
import io.painchain.github.GitHubPoller;

/** Alive for as long as the poller's time goes on; neither GitHub nor the backend being away is a reason to be restarted. */
@Liveness
@ApplicationScoped
class Heartbeat implements HealthCheck {

    private static final Duration LONGEST_TICK = Duration.ofMinutes(5);

    private final ConnectorLifecycle lifecycle;
    private final Clock clock;

    Heartbeat(ConnectorLifecycle lifecycle, Clock clock) {
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        GitHubPoller poller = lifecycle.poller();
        boolean beats = poller == null || poller.lastTick() == null
                || poller.lastTick().plus(LONGEST_TICK).isAfter(clock.instant());
        return HealthCheckResponse.named("poller").status(beats).build();
    }
}
