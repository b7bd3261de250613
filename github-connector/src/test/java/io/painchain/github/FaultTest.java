package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.connector.cycle.SyncWatch;
import io.painchain.connector.rig.ClockWaiting;
import io.painchain.github.api.GitHubLimits;
import io.painchain.github.rig.Rig;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.junit.QuarkusTest;

/** A fault of the connector's own, here in what waits for a request's turn, and what goes on in spite of it. */
@QuarkusTest
class FaultTest {

    private static final By ALICE = By.user("alice");
    private static final String SENTENCE = "A fault in the connector (IllegalStateException) kept repositories from being read;"
            + " its log tells more";

    private Rig rig;
    private Repository api;
    private boolean breaks;

    @BeforeEach
    void start() {
        rig = new Rig();
        rig.probeFrom = 2;
        rig.budgets = () -> GitHubLimits.budgets(rig.clock, 1_000_000, new ClockWaiting(rig.clock) {
            @Override
            public boolean acquire(Semaphore turns, Duration longest) {
                if (breaks) {
                    breaks = false;
                    throw new IllegalStateException("broken");
                }
                return super.acquire(turns, longest);
            }
        });
        rig.restart();
        api = rig.repository("acme/api");
        rig.repository("acme/web");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void tellsOfALookThatEndsByAFaultAndLooksAgainInTheNextCycle() {
        // Given
        rig.integrate("acme/api", "acme/web").cycle();
        api.issues().open(new NewIssue("It breaks"), ALICE);

        assertThatABrokenCycleIsReportedAndTheNextOneReads();
    }

    @Test
    void tellsOfACycleThatBeginsByAFaultAndBeginsAnotherOne() {
        // Given an integration that has to ask which repositories there are
        rig.integrate();
        api.issues().open(new NewIssue("It breaks"), ALICE);

        assertThatABrokenCycleIsReportedAndTheNextOneReads();
    }

    @Test
    void tellsWhoWaitsForASync() {
        // Given
        rig.integrate("acme/api", "acme/web").cycle();
        SyncWatch watch = new SyncWatch();
        rig.poller().hurry(INTEGRATION, watch);
        breaks = true;

        // When
        rig.cycle();

        // Then
        assertThat(watch.over()).isTrue();
        assertThat(watch.failure()).isEqualTo(SENTENCE);
    }

    private void assertThatABrokenCycleIsReportedAndTheNextOneReads() {
        breaks = true;
        rig.cycle();
        assertThat(rig.backend.lastReport().error()).isEqualTo(SENTENCE);

        rig.cycle();
        assertThat(rig.ids()).contains("issue-acme/api-1#opened");
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
    }
}
