package io.painchain.connector.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the type is registered and the backend keeps listing integrations. */
@Readiness
@ApplicationScoped
class Contact implements HealthCheck {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(90);

    private final PollingSigns polling;
    private final Clock clock;

    Contact(PollingSigns polling, Clock clock) {
        this.polling = polling;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        Instant last = polling.lastContact();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("contact with the backend");
        if (last != null) {
            answer.withData("lastContact", last.toString());
        }
        return answer.status(last != null && last.plus(LONGEST_SILENCE).isAfter(clock.instant())).build();
    }
}
