package io.painchain.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.github.rig.Rig;
import io.painchain.simulator.record.RequestRecord;
import io.quarkus.test.junit.QuarkusTest;

/** Reads that a look decided on and that wait for their turn. */
@QuarkusTest
class WaitingReadsTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;
    private Rig rig;
    private IntegrationPoller poller;

    @BeforeEach
    void start() {
        rig = new Rig();
        rig.probeFrom = 2;
        rig.repository("acme/api");
        rig.repository("acme/web");
        rig.integrate("acme/api", "acme/web");
        poller = rig.connector(this::execute);
        for (int minute = 0; minute < 17; minute++) {
            rig.clock.tick(Duration.ofMinutes(1));
            poller.tick();
        }
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private void execute(Runnable task) {
        if (busy) {
            waiting.add(task);
        } else {
            task.run();
        }
    }

    @Test
    void readOnlyRunsOfWhatTheLookVouchedForHoweverLongTheyWait() {
        // Given
        busy = true;
        rig.clock.tick(Duration.ofMinutes(1));
        poller.tick();
        waiting.remove().run();
        rig.gitHub.requests().reset();

        // When
        rig.clock.tick(Duration.ofMinutes(6));
        busy = false;
        waiting.forEach(Runnable::run);

        // Then
        assertThat(rig.gitHub.requests().recent()).isNotEmpty().extracting(RequestRecord::path)
                .allMatch(path -> path.endsWith("/actions/runs"));
    }
}
