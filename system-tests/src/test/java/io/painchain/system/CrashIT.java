package io.painchain.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.repository.Repository;

/** What {@code kill -9} does to a crawl: nothing that lasts. */
class CrashIT {

    private static final String NAME = "acme/crash";
    private static final int HAPPENINGS = 1_200;

    private Installation installation;
    private Repository repository;

    @BeforeEach
    void install() {
        installation = new Installation();
        installation.github.api().pollInterval(1);
        installation.startBackend();
        repository = installation.github.world().createRepository(NAME);
    }

    @AfterEach
    void uninstall() {
        installation.close();
    }

    @Test
    void aConnectorKilledBetweenTwoBatchesLosesAndDoublesNothing() throws Exception {
        try (var gate = new BackendGate(installation.uri())) {
            var connector = installation.startConnector(gate.uri());
            installation.integrate(installation.api(), "Crash", NAME);
            gate.holdAfterLarge(1);
            muchHappens();

            gate.awaitHeldBatch();
            connector.kill();
        }
        assertThat(installation.timeline().total("project=" + NAME)).as("half of the crawl").isBetween(1L, HAPPENINGS - 1L);

        installation.startConnector();
        Arrivals.awaitExactly(installation.timeline(), "project=" + NAME,
                ExpectedEvents.of(repository, NAME, Instant.EPOCH));
    }

    @Test
    void aBackendKilledInMidIngestLosesAndDoublesNothing() {
        installation.startConnector();
        installation.integrate(installation.api(), "Crash", NAME);
        muchHappens();

        await("first events").pollInterval(Duration.ofMillis(10)).atMost(Patience.PROCESS)
                .until(() -> installation.timeline().total("project=" + NAME) > 0);
        installation.backend().kill();
        installation.startBackend();

        Arrivals.awaitExactly(installation.timeline(), "project=" + NAME,
                ExpectedEvents.of(repository, NAME, Instant.EPOCH));
    }

    private void muchHappens() {
        // Under the repository's lock, so that one crawl finds them all.
        repository.read(() -> {
            for (int i = 1; i <= HAPPENINGS; i++) {
                repository.issues().open(new NewIssue("Happening " + i), By.user("mia"));
            }
            return HAPPENINGS;
        });
    }
}
