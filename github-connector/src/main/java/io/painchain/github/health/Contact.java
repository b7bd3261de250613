package io.painchain.github.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import io.painchain.github.ConnectorLifecycle;
import io.painchain.github.GitHubPoller;

/** Ready once the type is registered and the integrations are known, and for as long as the backend goes on telling them. */
@Readiness
@ApplicationScoped
class Contact implements HealthCheck {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(90);

    private final ConnectorLifecycle lifecycle;
    private final Clock clock;

    Contact(ConnectorLifecycle lifecycle, Clock clock) {
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        GitHubPoller poller = lifecycle.poller();
        Instant last = poller == null ? null : poller.lastContact();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("contact with the backend");
        if (last != null) {
            answer.withData("lastContact", last.toString());
        }
        return answer.status(last != null && last.plus(LONGEST_SILENCE).isAfter(clock.instant())).build();
    }
}
