package io.painchain.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.github.rig.Rig;
import io.painchain.model.integration.RateLimitReport;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.junit.QuarkusTest;

/** What operators can watch. */
@QuarkusTest
class MetricsTest {

    private static final By ALICE = By.user("alice");
    /** SHA-256 of the simulator's own token. */
    private static final String HASH = new io.painchain.github.auth.AccessToken(SimulatorConfig.TOKEN).hash();

    private Rig rig;
    private Repository api;

    @BeforeEach
    void start() {
        rig = new Rig();
        api = rig.repository("acme/api");
        rig.integrate("acme/api", "acme/none");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private double gauge(String name, String tag, String value) {
        return rig.meters.get(name).tag(tag, value).gauge().value();
    }

    @Test
    void countsReadsAndHowLongTheyTake() {
        rig.cycle();

        assertThat(rig.meters.get("repository_sync").tag("status", "ok").counter().count()).isEqualTo(1);
        assertThat(rig.meters.get("repository_sync_duration").tag("status", "error").timer().count()).isEqualTo(1);
        assertThat(gauge("github_repositories", "status", "ok")).isEqualTo(1);
        assertThat(gauge("github_repositories", "status", "error")).isEqualTo(1);
    }

    @Test
    void showsHowFreshTheTimelineIs() {
        // Given
        rig.cycle();
        api.pulls().open(new NewPull("Fresh", "fresh"), ALICE);

        // When
        rig.cycle();
        rig.clock.tick(Duration.ofSeconds(30));

        // Then
        assertThat(rig.meters.get("github_event_delay").timer().max(java.util.concurrent.TimeUnit.SECONDS)).isEqualTo(60);
        assertThat(gauge("github_newest_event_age_seconds", "of", "all")).isEqualTo(90);
        assertThat(gauge("github_repository_newest_event_age_seconds", "repository", "acme/api")).isEqualTo(90);
        assertThat(gauge("github_coverage_age_seconds", "of", "oldest")).isBetween(30.0, 1_000.0);
        assertThat(gauge("github_coverage_gaps", "of", "all")).isZero();
    }

    @Test
    void forgetsRepositoriesThatAreReadNoMore() {
        // Given
        rig.cycle();
        rig.integrate("acme/api");

        // When
        rig.cycle();

        // Then
        assertThat(gauge("github_repositories", "status", "error")).isZero();
        assertThat(rig.meters.find("github_repository_newest_event_age_seconds").tag("repository", "acme/none").gauges())
                .isEmpty();
    }

    @Test
    void tellsTheBackendOfTheQuotaByTheTokensHash() {
        rig.cycle().cycle().cycle();

        List<RateLimitReport> tracked = rig.backend.tracked();
        RateLimitReport last = tracked.get(tracked.size() - 1);
        assertThat(last.integrationId()).isEqualTo(Rig.INTEGRATION);
        assertThat(last.tokenHash()).isEqualTo(HASH);
        assertThat(last.limits().get("core").limit()).isEqualTo(5_000);
        assertThat(last.forecast().get("core").sentence()).startsWith("At this rate the quota lasts until");
        assertThat(rig.meters.get("github_api_rate_limit_lasts_seconds").tag("resource", "core").gauge().value())
                .isPositive();
    }
}
