package io.painchain.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.painchain.connector.rig.FaultPairs;
import io.painchain.kubernetes.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.kubernetes.story.Workload;
import io.quarkus.test.junit.QuarkusTest;

/**
 * One type of objects cannot be read, in a way of each sort, while all others can: what they tell arrives, and what the failing
 * one tells arrives once it can be read.
 */
@QuarkusTest
class OneTypeFailsTest {

    private static final Workload API = Workload.deployment("payments", "api");
    /** By route, what its ids hold. */
    private static final Map<String, String> TYPES = new TreeMap<>(Map.of("/api/v1/configmaps", "/configmap/",
            "/api/v1/services", "/service/", "/apis/apps/v1/deployments", "/deployment/", "/api/v1/nodes", "/node/",
            "/apis/batch/v1/jobs", "/job/"));
    private static final List<List<String>> SORTS = List.of(List.of("403", "404", "410", "429"),
            List.of("500", "502 html", "cut", "reset"), List.of("html", "malformed", "null"));
    /** {@code -Dfaults.ways=all -Dtest.method.longest=60m} takes each type in each way. */
    private static final String ASKED_FOR = System.getProperty("faults.ways", "");

    @RegisterExtension
    final Rig rig = new Rig();

    private static Fault fault(String way) {
        return switch (way) {
            case "502 html" -> Fault.page(502, "<html><body>Bad Gateway</body></html>");
            case "cut" -> Fault.cut(20);
            case "reset" -> Fault.reset(40);
            case "html" -> Fault.html();
            case "malformed" -> Fault.malformed();
            case "null" -> Fault.answer(200, "null");
            default -> Fault.status(Integer.parseInt(way));
        };
    }

    static Stream<Arguments> everyTypeInSomeWays() {
        return FaultPairs.of(List.copyOf(TYPES.keySet()), SORTS, ASKED_FOR).stream()
                .map(pair -> Arguments.of(pair.route(), pair.way()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyTypeInSomeWays")
    void holdsBackOnlyWhatThatTypeTells(String route, String way) {
        // Given
        known();
        rig.stop();
        change();

        // When
        int rule = rig.cluster.faults().forGood(route, fault(way));
        rig.restart().cycle();

        // Then
        rig.until(() -> TYPES.entrySet().stream().filter(type -> !type.getKey().equals(route))
                .allMatch(type -> stems().stream().anyMatch(stem -> stem.contains(type.getValue()))));
        rig.cluster.faults().clear(rule);
        for (int minute = 0; minute < 7; minute++) {
            rig.cycle();
        }
        rig.until(() -> TYPES.values().stream().allMatch(id -> stems().stream().anyMatch(stem -> stem.contains(id))));
    }

    @Test
    void beginsAListAnewThatTheServerForgotBetweenTwoPages() {
        // Given
        for (int i = 0; i < 520; i++) {
            rig.cluster.stories().settings().configMap("payments", "env-" + i, Map.of("A", "1"), "kubectl");
        }
        rig.cluster.faults().on("/api/v1/configmaps", 1, 1, Fault.status(410));
        rig.integrate().cycle().pass(Duration.ofSeconds(10));
        rig.until(() -> rig.cluster.faults().waiting().isEmpty() && rig.cluster.api().watches().open("configmaps") == 1);

        // When
        rig.cluster.stories().settings().configMap("payments", "env-519", Map.of("A", "2"), "kubectl");

        // Then
        assertThat(rig.event("/configmap/env-519@", "changed")).isNotNull();
        assertThat(rig.events()).hasSize(1);
    }

    private void known() {
        rig.cluster.stories().workloads().create(API, "acme/api:v1", 2, "kubectl");
        rig.cluster.stories().settings().configMap("payments", "api-env", Map.of("A", "1"), "kubectl");
        rig.cluster.stories().settings().service("payments", "api", 80, "kubectl");
        rig.cluster.stories().nodes().join("n1", "v1.33.1", "a");
        rig.pass(Duration.ofSeconds(10)).integrate().cycle();
        rig.event("rollout-", "success");
        rig.until(() -> rig.cluster.api().watches().open("*") > 20);
        rig.backend.lose(Rig.INTEGRATION, rig.events().stream().map(EventDraft::externalId).toArray(String[]::new));
    }

    private void change() {
        rig.clock.tick(Duration.ofSeconds(5));
        rig.cluster.stories().settings().configMap("payments", "api-env", Map.of("A", "2"), "kubectl");
        rig.cluster.stories().settings().service("payments", "api", 8080, "kubectl");
        rig.cluster.stories().workloads().image(API, "acme/api:v2", "kubectl");
        rig.cluster.stories().nodes().cordon("n1", true);
        rig.cluster.stories().jobs().run("payments", "migrate", "acme/api:v1", Duration.ofSeconds(3), false);
        rig.clock.tick(Duration.ofSeconds(30));
        rig.cluster.timeline().play();
    }

    private TreeSet<String> stems() {
        TreeSet<String> stems = new TreeSet<>();
        rig.events().forEach(event -> stems.add(event.externalId().replaceFirst("@.*$", "")));
        return stems;
    }
}
