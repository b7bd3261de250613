package io.painchain.simulator.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.rig.Client;
import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;

class RateLimitTest {

    private static final String REPOSITORY = "/repos/acme/api";

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension(
            config -> config.token(TokenGrant.classic("ghp_poor", "bob").hourlyLimit(3)));

    @Test
    void countsDownAndResetsAfterAnHour() {
        Reply first = simulator.get(REPOSITORY);
        Reply second = simulator.get(REPOSITORY);
        simulator.clock().tick(Duration.ofMinutes(60));
        Reply later = simulator.get(REPOSITORY);

        assertThat(first.number("X-RateLimit-Limit")).isEqualTo(5_000);
        assertThat(first.number("X-RateLimit-Remaining")).isEqualTo(4_999);
        assertThat(second.number("X-RateLimit-Used")).isEqualTo(2);
        assertThat(second.number("X-RateLimit-Reset"))
                .isEqualTo((int) SimulatorExtension.NOW.plusSeconds(3_600).getEpochSecond());
        assertThat(second.header("X-RateLimit-Resource")).isEqualTo("core");
        assertThat(later.number("X-RateLimit-Remaining")).isEqualTo(4_999);
    }

    @Test
    void refusesAnExhaustedTokenUntilTheReset() {
        Client poor = Client.of(simulator.simulator(), "ghp_poor");
        for (int i = 0; i < 3; i++) {
            assertThat(poor.get(REPOSITORY).status()).isEqualTo(200);
        }

        Reply refused = poor.get(REPOSITORY);
        int others = simulator.get(REPOSITORY).status();
        simulator.clock().tick(Duration.ofHours(1));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.number("X-RateLimit-Remaining")).isZero();
        assertThat(refused.json().get("message").asText()).startsWith("API rate limit exceeded");
        assertThat(refused.header("Retry-After")).isNull();
        assertThat(others).isEqualTo(200);
        assertThat(poor.get(REPOSITORY).status()).isEqualTo(200);
        assertThat(simulator.simulator().limits().usage().primaryRefusals()).isEqualTo(1);
    }

    @Test
    void showsTheQuotaForFree() {
        simulator.get(REPOSITORY);

        Reply quota = simulator.get("/rate_limit");

        assertThat(quota.json().at("/resources/core/remaining").asInt()).isEqualTo(4_999);
        assertThat(quota.json().at("/rate/used").asInt()).isEqualTo(1);
        assertThat(simulator.get("/rate_limit").number("X-RateLimit-Remaining")).isEqualTo(4_999);
    }

    @Test
    void limitsClientsWithoutTokenToSixty() {
        assertThat(new Client(simulator.simulator().uri(), null).get("/rate_limit").number("X-RateLimit-Limit"))
                .isEqualTo(60);
    }

    @Test
    void refusesMorePointsAMinuteThanAllowed() {
        simulator.simulator().limits().settings(simulator.simulator().limits().settings().pointsPerMinute(10));
        for (int i = 0; i < 10; i++) {
            assertThat(simulator.get(REPOSITORY).status()).isEqualTo(200);
        }

        Reply refused = simulator.get(REPOSITORY);
        simulator.clock().tick(Duration.ofSeconds(61));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(refused.json().get("message").asText()).contains("secondary rate limit");
        assertThat(refused.number("X-RateLimit-Remaining")).isPositive();
        assertThat(simulator.get(REPOSITORY).status()).isEqualTo(200);
        assertThat(simulator.simulator().limits().usage().secondaryViolations()).isEqualTo(1);
        assertThat(simulator.simulator().limits().usage().mostPointsPerMinute()).isEqualTo(11);
    }

    @Test
    void countsViolationsWithoutAnsweringThem() {
        simulator.simulator().limits().settings(
                simulator.simulator().limits().settings().pointsPerMinute(1).countedOnly());

        simulator.get(REPOSITORY);

        assertThat(simulator.get(REPOSITORY).status()).isEqualTo(200);
        assertThat(simulator.simulator().limits().usage().secondaryViolations()).isEqualTo(1);
    }

    @Test
    void refusesTooManyRequestsAtOnce() {
        RateLimits limits = simulator.simulator().limits();
        limits.settings(limits.settings().concurrent(2).answeredWith(429, Duration.ofSeconds(7)));
        simulator.simulator().faults().on(REPOSITORY, 2, Fault.delay(Duration.ofSeconds(60)));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        // They wait in the simulator until it is closed after the test.
        threads.submit(() -> simulator.get(REPOSITORY));
        threads.submit(() -> simulator.get(REPOSITORY));
        while (limits.usage().mostConcurrent() < 2) {
            Thread.onSpinWait();
        }

        Reply refused = simulator.get(REPOSITORY);
        threads.shutdown();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("7");
        assertThat(limits.usage().mostConcurrent()).isEqualTo(3);
        assertThat(limits.usage().secondaryViolations()).isEqualTo(1);
    }

    @Test
    void leavesATokenWhatTheTestWants() {
        Reply set = simulator.client().post("/_sim/tokens/ghp_poor/quota",
                "{\"limit\":5000,\"remaining\":1,\"resetInSeconds\":30}");
        Client poor = Client.of(simulator.simulator(), "ghp_poor");

        assertThat(set.status()).isEqualTo(201);
        assertThat(poor.get(REPOSITORY).number("X-RateLimit-Remaining")).isZero();
        assertThat(poor.get(REPOSITORY).status()).isEqualTo(403);
        simulator.clock().tick(Duration.ofSeconds(30));
        assertThat(poor.get(REPOSITORY).status()).isEqualTo(200);
    }
}
