package io.painchain.simulator.kubernetes.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.controller.Behaviour;
import io.painchain.simulator.kubernetes.rig.KubernetesExtension;
import io.painchain.simulator.kubernetes.store.Change;
import io.painchain.simulator.kubernetes.store.ExpiredException;

class RolloutTest {

    private static final Workload API = Workload.deployment("prod", "api");

    @RegisterExtension
    final KubernetesExtension simulated = new KubernetesExtension();

    private Workloads workloads;

    @BeforeEach
    void runApi() {
        workloads = simulated.simulator().stories().workloads();
        workloads.create(API, "acme/api:1.4.1", 3, "kubectl");
        pass(Duration.ofMinutes(1));
    }

    @Test
    void aDeploymentIsDoneWhenAllItsPodsAreNewAndReady() {
        assertThat(status(API).path("updatedReplicas").asInt()).isEqualTo(3);
        assertThat(status(API).path("availableReplicas").asInt()).isEqualTo(3);
        assertThat(progressing(API)).startsWith("NewReplicaSetAvailable True");
        assertThat(pods("acme/api:1.4.1")).isEqualTo(3);
    }

    @Test
    void aRolloutGoesThroughItsConditionsAndReplacesPodByPod() throws ExpiredException {
        // Given
        long before = simulated.simulator().store().revision();
        // When
        workloads.image(API, "acme/api:1.5", "kubectl-set");
        pass(Duration.ofMinutes(1));
        // Then
        assertThat(reasonsSince(before)).containsExactly("NewReplicaSetAvailable", "NewReplicaSetCreated",
                "ReplicaSetUpdated", "NewReplicaSetAvailable");
        assertThat(revision(API)).isEqualTo("2");
        assertThat(pods("acme/api:1.5")).isEqualTo(3);
        assertThat(pods("acme/api:1.4.1")).isZero();
    }

    @Test
    void scalingLeavesTheEndOfTheRollout() {
        // Given
        String end = progressing(API);
        // When
        workloads.scale(API, 5, "kubectl");
        pass(Duration.ofMinutes(1));
        // Then
        assertThat(status(API).path("readyReplicas").asInt()).isEqualTo(5);
        assertThat(progressing(API)).isEqualTo(end);
        assertThat(revision(API)).isEqualTo("1");
    }

    @Test
    void aRollbackReusesItsReplicaSetUnderANewRevision() {
        // Given
        workloads.image(API, "acme/api:1.5", "kubectl-set");
        pass(Duration.ofMinutes(1));
        // When
        workloads.rollback(API);
        pass(Duration.ofMinutes(1));
        // Then
        List<ObjectNode> sets = simulated.simulator().stories().cluster().owned("ReplicaSet", workloads.present(API));
        assertThat(sets).hasSize(2);
        assertThat(sets).anySatisfy(set -> {
            JsonNode annotations = set.at("/metadata/annotations");
            assertThat(annotations.path("deployment.kubernetes.io/revision").asText()).isEqualTo("3");
            assertThat(annotations.path("deployment.kubernetes.io/revision-history").asText()).isEqualTo("1");
        });
        assertThat(pods("acme/api:1.4.1")).isEqualTo(3);
    }

    @Test
    void aRolloutThatDoesNotProgressExceedsItsDeadlineAndCanStillEndWell() {
        // Given
        simulated.simulator().stories().kubelet().behave("acme/api:1.5", Behaviour.NEVER_READY);
        // When
        workloads.image(API, "acme/api:1.5", "kubectl-set");
        pass(Duration.ofMinutes(11));
        // Then
        assertThat(progressing(API)).startsWith("ProgressDeadlineExceeded False");
        assertThat(status(API).path("readyReplicas").asInt()).isEqualTo(3);
        workloads.rollback(API);
        pass(Duration.ofMinutes(1));
        assertThat(progressing(API)).startsWith("NewReplicaSetAvailable True");
    }

    @Test
    void aCrashLoopCountsRestarts() {
        // Given
        simulated.simulator().stories().kubelet().behave("acme/api:1.4.1", Behaviour.OUT_OF_MEMORY);
        // When
        podsOf("acme/api:1.4.1").forEach(simulated.simulator().stories().kubelet()::restart);
        pass(Duration.ofMinutes(2));
        // Then
        JsonNode container = podsOf("acme/api:1.4.1").get(0).at("/status/containerStatuses/0");
        assertThat(container.path("restartCount").asInt()).isGreaterThan(2);
        assertThat(container.at("/state/waiting/reason").asText()).isEqualTo("CrashLoopBackOff");
        assertThat(container.at("/lastState/terminated/reason").asText()).isEqualTo("OOMKilled");
    }

    @Test
    void aPausedDeploymentWaits() {
        // Given
        workloads.paused(API, true);
        workloads.image(API, "acme/api:1.5", "kubectl-set");
        // When
        pass(Duration.ofMinutes(1));
        // Then
        assertThat(revision(API)).isEqualTo("1");
        assertThat(status(API).path("observedGeneration")).isEqualTo(workloads.present(API).at("/metadata/generation"));
    }

    @Test
    void statefulSetsAndDaemonSetsKeepControllerRevisions() {
        for (String kind : List.of("StatefulSet", "DaemonSet")) {
            // Given
            Workload workload = new Workload(kind, "prod", kind.toLowerCase(Locale.ROOT));
            workloads.create(workload, "acme/db:1", 2, "kubectl");
            pass(Duration.ofMinutes(1));
            workloads.image(workload, "acme/db:2", "kubectl");
            pass(Duration.ofMinutes(1));
            // When
            workloads.rollback(workload);
            pass(Duration.ofMinutes(1));
            // Then
            List<ObjectNode> revisions = simulated.simulator().stories().cluster().owned("ControllerRevision",
                    workloads.present(workload));
            assertThat(revisions).extracting(each -> each.path("revision").asInt()).containsExactlyInAnyOrder(2, 3);
            assertThat(status(workload).at(kind.equals("DaemonSet") ? "/updatedNumberScheduled" : "/updatedReplicas").asInt())
                    .isEqualTo(kind.equals("DaemonSet") ? 1 : 2);
        }
    }

    private void pass(Duration duration) {
        simulated.later(duration);
        simulated.simulator().timeline().play();
    }

    private List<String> reasonsSince(long revision) throws ExpiredException {
        List<String> reasons = new ArrayList<>();
        for (Change change : simulated.simulator().store().since(simulated.simulator().store().types().kind("Deployment"),
                revision).changes()) {
            String reason = progressing(change.object()).replaceFirst(" .*", "");
            if (reasons.isEmpty() || !reasons.get(reasons.size() - 1).equals(reason)) {
                reasons.add(reason);
            }
        }
        return reasons;
    }

    private JsonNode status(Workload workload) {
        return workloads.present(workload).path("status");
    }

    private String revision(Workload workload) {
        return workloads.present(workload).path("metadata").path("annotations").path("deployment.kubernetes.io/revision")
                .asText();
    }

    private String progressing(Workload workload) {
        return progressing(workloads.present(workload));
    }

    private static String progressing(ObjectNode deployment) {
        JsonNode condition = deployment.at("/status/conditions/1");
        return condition.path("reason").asText() + " " + condition.path("status").asText() + " "
                + condition.path("lastUpdateTime").asText();
    }

    private int pods(String image) {
        return podsOf(image).size();
    }

    private List<ObjectNode> podsOf(String image) {
        return simulated.simulator().stories().cluster().list("Pod", "prod",
                pod -> pod.at("/spec/containers/0/image").asText().equals(image));
    }
}
