package io.painchain.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.kubernetes.rig.Rig;
import io.painchain.simulator.kubernetes.api.WatchFault;
import io.quarkus.test.junit.QuarkusTest;

/** A server that leaves something out of a watch never says so; a list an hour shows it. */
@QuarkusTest
class UntoldChangesTest {

    private static final int LOOKS = 35;

    @RegisterExtension
    final Rig rig = new Rig();

    private void configure(String name, String value) {
        rig.cluster.stories().settings().configMap("payments", name, Map.of("A", value), "kubectl");
    }

    private void watched() {
        configure("changed", "1");
        configure("removed", "1");
        rig.pass(Duration.ofSeconds(5)).integrate().cycle();
        rig.until(() -> rig.cluster.api().watches().open("*") > 20);
    }

    private void hour() {
        for (int look = 0; look < LOOKS; look++) {
            rig.cycle(Duration.ofMinutes(2));
            rig.until(() -> rig.cluster.api().watches().caughtUp());
        }
    }

    @Test
    void areToldWithinAnHour() {
        // Given
        watched();

        // When
        rig.cluster.timeline().perform(() -> {
            rig.cluster.api().watches().meet("configmaps", WatchFault.OMIT);
            configure("changed", "2");
            configure("created", "1");
            return rig.cluster.stories().settings().delete("ConfigMap", "payments", "removed");
        });
        rig.pass(Duration.ofSeconds(10));
        assertThat(rig.events()).isEmpty();
        hour();

        // Then
        rig.until(() -> rig.events().size() == 3);
        assertThat(rig.titles()).containsExactlyInAnyOrder("[Config] changed: 1 key", "[Config] created created",
                "[Config] removed deleted");
        assertThat(rig.meters.counter("kubernetes_watch_untold_changes").count()).isEqualTo(3);
    }

    @Test
    void areNoneWhereWatchesTellAll() {
        // Given
        watched();

        // When
        configure("changed", "2");
        hour();
        configure("changed", "3");
        hour();

        // Then
        assertThat(rig.events()).hasSize(2);
        assertThat(rig.meters.counter("kubernetes_watch_untold_changes").count()).isZero();
    }
}
