package io.painchain.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import io.painchain.simulator.kubernetes.KubernetesConfig;
import io.painchain.simulator.kubernetes.KubernetesSimulator;

/**
 * Two installations follow one busy cluster: in one of them connector and backend are killed and started at random. In the end
 * both show the same. {@code -Dkills.seconds=20} runs it, {@code -Dkills.seconds=600 -Dtest.method.longest=30m} for ten
 * minutes,
 * {@code kills.seed} kills at other times.
 */
@EnabledIfSystemProperty(named = "kills.seconds", matches = "[0-9]+")
class KubernetesKillsIT {

    private static final Logger LOG = Logger.getLogger(KubernetesKillsIT.class);
    private static final long SEED = Long.getLong("kills.seed", 7);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("kills.seconds", 20));
    /** Of what the cluster does not note, the time is when somebody saw it. */
    private static final List<String> SEEN = List.of("time_exact");

    private Installation undisturbed;
    private Installation disturbed;
    private KubernetesSimulator cluster;
    private ClusterLoad load;

    @BeforeEach
    void install() {
        cluster = KubernetesSimulator.start(KubernetesConfig.of(Clock.systemUTC()));
        // What has no history is lost once the server forgets, which is another test's matter.
        cluster.store().keepChanges(Duration.ofHours(1));
        load = new ClusterLoad(cluster, SEED);
        undisturbed = new Installation().startBackend();
        disturbed = new Installation().startBackend();
    }

    @AfterEach
    void uninstall() {
        load.close();
        undisturbed.close();
        disturbed.close();
        cluster.close();
    }

    @Test
    void killsOfConnectorAndBackendChangeNothingInTheTimeline() throws Exception {
        // Given
        startConnector(undisturbed);
        var kills = new RandomKills(disturbed, () -> startConnector(disturbed), SEED);
        List.of(undisturbed, disturbed).forEach(this::integrate);
        awaitSame();

        // When
        load.begin();
        kills.goOn(LENGTH);
        int done = load.end();

        // Then
        LOG.infof("%d things were done; %s", done, kills);
        awaitQuiet();
        awaitSame();
        assertThat(timeline(undisturbed)).hasSizeGreaterThan(done / 2);
    }

    private static PackagedProcess startConnector(Installation installation) {
        return installation.startConnector("kubernetes", installation.uri(), Map.of());
    }

    private String integrate(Installation installation) {
        return installation.integrate(installation.api(), "kubernetes", "Cluster", Map.of("clusterName", "prod", "apiUrl",
                cluster.origin().toString(), "token", KubernetesConfig.TOKEN));
    }

    /** All rollouts, releases and Jobs that began have ended. */
    private void awaitQuiet() {
        await("the end of all that goes on").atMost(Patience.PROCESS).pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(undisturbed.timeline().events("status=in_progress"))
                        .extracting(event -> event.get("externalId")).isEmpty());
    }

    private void awaitSame() {
        await("the same timeline").atMost(Patience.PROCESS.multipliedBy(2)).pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    var expected = timeline(undisturbed);
                    assertThat(expected).isNotEmpty();
                    assertThat(timeline(disturbed)).containsExactlyInAnyOrderEntriesOf(expected);
                });
    }

    /** By external id, each of which is there once. */
    private static Map<String, String> timeline(Installation installation) {
        assertThat(installation.timeline().externalIds("").values()).as("how often each is there")
                .allMatch(times -> times == 1);
        return installation.timeline().events("").stream().collect(Collectors.toMap(
                event -> (String) event.get("externalId"), KubernetesKillsIT::shown, (one, other) -> one, TreeMap::new));
    }

    private static String shown(Map<String, Object> event) {
        var data = event.get("data") instanceof Map<?, ?> map ? map : Map.of();
        boolean exact = SEEN.stream().allMatch(key -> Objects.isNull(data.get(key)));
        // Digests of images are those of pods that are still there.
        var keys = ((List<?>) event.get("correlationKeys")).stream().filter(key -> !key.toString().contains("@sha256:"))
                .toList();
        return event.get("type") + " " + event.get("title") + " " + event.get("status") + " " + event.get("author") + " "
                + keys + (exact ? " " + event.get("timestamp") + "–" + event.get("endTimestamp") : "");
    }
}
