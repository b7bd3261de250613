package io.painchain.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.kubernetes.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.kubernetes.controller.Behaviour;
import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.store.Writer;
import io.painchain.simulator.kubernetes.story.Workload;
import io.quarkus.test.junit.QuarkusTest;

/** Each revision of a workload is a rollout of its own, however close they are, and however late they are read. */
@QuarkusTest
class RevisionsTest {

    /** Of the machine's time, however busy it is. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @RegisterExtension
    final Rig rig = new Rig();

    private Workload watched(String kind) {
        Workload workload = new Workload(kind, "payments", "api");
        rig.cluster.stories().workloads().create(workload, "acme/api:v1", 2, "kubectl");
        rig.pass(Duration.ofSeconds(20)).integrate().cycle();
        assertThat(rig.event("/api@", "success").externalId()).endsWith(".1");
        rig.until(() -> rig.cluster.api().watches().open("*") > 20);
        return workload;
    }

    @Test
    void areToldWithoutWaitingForTheNextLook() {
        // Given
        Workload api = watched("Deployment");

        // When nobody lets the connector look
        rig.cluster.stories().workloads().image(api, "acme/api:v2", "kubectl");
        rig.clock.tick(Duration.ofSeconds(1));
        rig.cluster.timeline().play();

        // Then
        await().atMost(PATIENCE).until(() -> rig.titles().contains("[Rollout] ● api v1 → v2"));

        // When it ends
        rig.clock.tick(Duration.ofSeconds(20));
        rig.cluster.timeline().play();

        // Then
        await().atMost(PATIENCE).until(() -> rig.titles().contains("[Rollout] ✓ api v1 → v2"));
    }

    @Test
    void arePostedOnceASecondWhereManyComeTogether() {
        // Given
        Workload api = watched("Deployment");
        rig.clock.tick(Duration.ofSeconds(1));
        rig.backend.forgetRequests();

        // When nobody lets the connector look, and its clock stands
        configMaps("alone", 1);
        await().atMost(PATIENCE).until(() -> rig.titles().contains("[Config] alone-0 created"));
        double before = changes();
        configMaps("many", 50);
        await().atMost(PATIENCE).until(() -> changes() >= before + 50);

        // Then
        assertThat(rig.titles()).noneMatch(title -> title.startsWith("[Config] many"));

        // When
        rig.clock.tick(Duration.ofSeconds(1));
        rig.until(() -> rig.titles().stream().filter(title -> title.startsWith("[Config] many")).count() == 50);

        // Then
        assertThat(rig.backend.batchSizes().stream().filter(size -> size > 0)).containsExactly(1, 50);
    }

    private void configMaps(String prefix, int count) {
        for (int i = 0; i < count; i++) {
            rig.cluster.stories().settings().configMap("payments", prefix + "-" + i, Map.of("A", "1"), "kubectl");
        }
    }

    @Test
    void keepWhatSetThemOffWhenTheyAreReplaced() {
        // Given
        Workload api = watched("Deployment");
        rig.cluster.stories().kubelet().behave("acme/api:v2", Behaviour.NEVER_READY);
        String commit = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
        rig.cluster.stories().workloads().edit(api, Writer.update("argocd-controller"), changed -> {
            changed.withObject("/metadata/annotations").put("org.opencontainers.image.source", "https://github.com/acme/api")
                    .put("org.opencontainers.image.revision", commit);
            changed.withObject("/spec/template/spec/containers/0").put("image", "acme/api:v2");
        });
        rig.pass(Duration.ofSeconds(5));
        rig.until(() -> rig.titles().contains("[Rollout] ● api v1 → v2"));

        // When
        rig.cluster.stories().workloads().rollback(api);
        rig.pass(Duration.ofSeconds(20));

        // Then
        rig.until(() -> rig.titles().contains("[Rollout] ✓ api rolled back v2 → v1"));
        EventDraft replaced = rig.event("/api@", "superseded");
        assertThat(replaced.title()).isEqualTo("[Rollout] ⊘ api v1 → v2");
        assertThat(replaced.author()).isEqualTo("argocd-controller");
        assertThat(replaced.correlationKeys()).contains("commit:acme/api@" + commit);
    }

    @ParameterizedTest
    @ValueSource(strings = { "StatefulSet", "DaemonSet" })
    void areKeptApartWithinOneSecond(String kind) {
        // Given
        Workload api = watched(kind);
        rig.clock.tick(Duration.ofSeconds(1));

        // When the cluster's clock does not go on
        rig.cluster.timeline().perform(() -> write(api, 2));
        rig.until(() -> rig.titles().contains("[Rollout] ● api v1 → v2"));
        rig.cluster.timeline().perform(() -> write(api, 3));
        rig.until(() -> rig.titles().contains("[Rollout] ● api v2 → v3"));
        rig.cluster.timeline().perform(() -> report(api, 3, true));

        // Then
        EventDraft last = rig.event("/api@", "success");
        rig.until(() -> rig.titles().contains("[Rollout] ✓ api v2 → v3"));
        assertThat(rig.titles()).contains("[Rollout] ⊘ api v1 → v2");
        assertThat(rig.events()).hasSize(3).extracting(EventDraft::status).doesNotContain("in_progress");
        assertThat(last.project()).isEqualTo("prod/payments");
    }

    @Test
    void areEndedByNoStateOfTheNextWhoseRevisionIsNotToldYet() {
        // Given
        Workload last = new Workload("DaemonSet", "payments", "last");
        rig.cluster.stories().workloads().create(last, "acme/last:v1", 1, "kubectl");
        Workload api = watched("DaemonSet");
        rig.clock.tick(Duration.ofSeconds(1));
        rig.cluster.timeline().perform(() -> write(api, 2));
        rig.until(() -> rig.titles().contains("[Rollout] ● api v1 → v2"));

        // When the next is done before its revision is told
        ObjectNode wanted = rig.cluster.timeline().perform(() -> want(api, 3));
        rig.cluster.timeline().perform(() -> report(api, 3, true));
        rig.cluster.stories().workloads().delete(last);
        rig.event("/last@", "deleted");
        rig.cluster.timeline().perform(() -> revision(api, 3, wanted));

        // Then
        rig.until(() -> rig.titles().contains("[Rollout] ✓ api v2 → v3"));
        assertThat(rig.titles()).contains("[Rollout] ⊘ api v1 → v2");
    }

    private double changes() {
        return rig.meters.counter("kubernetes_watch_changes").count();
    }

    /** As a controller that needs no second. */
    private ObjectNode write(Workload workload, int number) {
        revision(workload, number, want(workload, number));
        return report(workload, number, false);
    }

    private ObjectNode want(Workload workload, int number) {
        Cluster cluster = rig.cluster.stories().cluster();
        return cluster.change(cluster.get(workload.kind(), workload.namespace(), workload.name()),
                Writer.update("kubectl"), changed -> changed.withObject("/spec/template/spec/containers/0")
                        .put("image", "acme/api:v" + number));
    }

    private ObjectNode revision(Workload workload, int number, ObjectNode wanted) {
        Cluster cluster = rig.cluster.stories().cluster();
        String name = workload.name() + "-" + number;
        return cluster.put("ControllerRevision", workload.namespace(), name,
                Json.object("metadata", Json.object("ownerReferences", Cluster.ownedBy(wanted)), "data",
                        Json.object("spec", Json.object("template", wanted.at("/spec/template").deepCopy())), "revision",
                        number),
                Writer.controller());
    }

    private ObjectNode report(Workload workload, int number, boolean done) {
        Cluster cluster = rig.cluster.stories().cluster();
        String name = workload.name() + "-" + number;
        ObjectNode present = cluster.get(workload.kind(), workload.namespace(), workload.name());
        return cluster.change(present, Writer.controllerStatus(), changed -> {
            ObjectNode status = changed.withObject("/status").put("observedGeneration",
                    changed.at("/metadata/generation").asLong());
            if (workload.kind().equals("StatefulSet")) {
                status.put("updateRevision", name).put("currentRevision", done ? name : "before");
            } else {
                status.put("updatedNumberScheduled", done ? status.path("desiredNumberScheduled").asInt() : 0);
            }
        });
    }

    @Test
    void areAllToldThoughTheOldestWerePrunedMeanwhile() {
        // Given
        prunedMeanwhile();

        // When
        rig.restart().cycle();

        // Then
        assertAllTold();
    }

    @Test
    void areAllToldThoughTheirOwnWatchBeginsLast() {
        // Given
        prunedMeanwhile();
        rig.cluster.faults().on("/watch/apis/apps/v1/replicasets", 2, Fault.status(500));

        // When
        rig.restart().cycle().pass(Duration.ofSeconds(20));

        // Then
        assertThat(rig.cluster.faults().waiting()).isEmpty();
        assertAllTold();
    }

    private void prunedMeanwhile() {
        Workload api = watched("Deployment");
        rig.cluster.store().keepChanges(Duration.ofHours(1));
        rig.cycle().stop();
        for (int version = 2; version <= 15; version++) {
            rig.clock.tick(Duration.ofSeconds(30));
            String image = "acme/api:v" + version;
            rig.cluster.timeline().perform(() -> rig.cluster.stories().workloads().image(api, image, "kubectl"));
        }
        rig.clock.tick(Duration.ofSeconds(30));
        rig.cluster.timeline().play();
        assertThat(rig.cluster.stories().cluster().list("ReplicaSet", "payments", set -> true)).hasSizeLessThan(13);
    }

    private void assertAllTold() {
        rig.until(() -> rig.titles().contains("[Rollout] ✓ api v14 → v15"));
        assertThat(rig.events()).hasSize(15).extracting(EventDraft::status).containsOnly("success");
        assertThat(rig.backend.coverage()).allSatisfy(line -> assertThat(List.copyOf(line.gaps())).isEmpty());
    }
}
