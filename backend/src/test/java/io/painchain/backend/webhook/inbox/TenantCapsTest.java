package io.painchain.backend.webhook.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.webhook.WebhookSender;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TenantCapsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:40Z"), ZoneOffset.UTC);

    @Inject
    DeliveryRepository repository;
    @Inject
    Clock clock;

    String tenant = Api.newTenant();

    @Test
    void refusesWhatIsBeyondAMinutesRows() {
        var caps = caps(2, 1_000, CLOCK);
        caps.count(tenant, 1);
        caps.count(tenant, 1);

        var refused = catchThrowableOfType(HttpProblem.class, () -> caps.count(tenant, 1));

        assertThat(refused.getStatusCode()).isEqualTo(429);
        assertThat(refused.getHeaders()).containsEntry("Retry-After", "21");
        assertThatCode(() -> caps.count(Api.newTenant(), 1)).as("another tenant").doesNotThrowAnyException();
    }

    @Test
    void refusesWhatIsBeyondADaysBytesAlsoAfterARestart() {
        // Given
        var sender = WebhookSender.signing();
        sender.integration(tenant, "acme/api");
        sender.send("d-1", WebhookSender.payload("acme/api")).statusCode(202);

        // When: nothing is remembered
        var caps = caps(100, 10, clock);
        var refused = catchThrowableOfType(HttpProblem.class, () -> caps.count(tenant, 1));

        // Then
        assertThat(refused.getStatusCode()).isEqualTo(429);
        assertThat(refused.getHeaders()).containsKey("Retry-After");
    }

    private TenantCaps caps(int perMinute, long bytesPerDay, Clock at) {
        return new TenantCaps(repository, new InboxConfig() {
            @Override
            public int perMinute() {
                return perMinute;
            }

            @Override
            public long bytesPerDay() {
                return bytesPerDay;
            }

            @Override
            public long bytesInFlight() {
                return Long.MAX_VALUE;
            }
        }, at);
    }
}
