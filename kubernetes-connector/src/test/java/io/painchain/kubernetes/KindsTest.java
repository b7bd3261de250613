package io.painchain.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.kubernetes.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.kubernetes.controller.Behaviour;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.story.Gitops;
import io.painchain.simulator.kubernetes.story.Helm;
import io.painchain.simulator.kubernetes.story.Workload;
import io.quarkus.test.junit.QuarkusTest;

/** Each kind of change, from the cluster to the backend. */
@QuarkusTest
class KindsTest {

    private static final Workload API = Workload.deployment("payments", "api");
    private static final String SHA = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";

    @RegisterExtension
    final Rig rig = new Rig();

    @Test
    void tellsOfScalingByHandAndNotOfAutoscalers() {
        // Given
        rig.cluster.stories().workloads().create(API, "acme/api:v1", 3, "kubectl");
        rig.pass(Duration.ofSeconds(10)).integrate().cycle();

        // When
        rig.cluster.stories().workloads().scale(API, 9, "kube-controller-manager");
        rig.cluster.stories().workloads().edit(API, io.painchain.simulator.kubernetes.store.Writer.update("kubectl"),
                changed -> changed.withObject("/spec").put("replicas", 6));

        // Then
        EventDraft scaled = rig.event("scale-", "scaled");
        assertThat(scaled.title()).isEqualTo("[Scale] api 9 → 6");
        assertThat(rig.events().stream().filter(one -> one.type().equals("scale"))).hasSize(1);
    }

    @Test
    void namesTheKeysOfAConfigMapThatChanged() {
        // Given
        rig.cluster.stories().settings().configMap("payments", "api-env", Map.of("A", "1", "B", "2"), "kubectl");
        rig.integrate().cycle();

        // When
        rig.clock.tick(Duration.ofSeconds(5));
        rig.cluster.stories().settings().configMap("payments", "api-env", Map.of("A", "9", "C", "3"), "kubectl");

        // Then
        EventDraft changed = rig.event("config-prod/payments/configmap/api-env@", "changed");
        assertThat(changed.title()).isEqualTo("[Config] api-env: 3 keys");
        assertThat(changed.data()).containsEntry("keys",
                Map.of("added", List.of("C"), "removed", List.of("B"), "changed", List.of("A")));
        assertThat(changed.author()).isEqualTo("kubectl");
    }

    @Test
    void foldsACrashLoopOfManyPodsIntoOneProblemThatEnds() {
        // Given
        rig.cluster.stories().workloads().create(API, "acme/api:v1", 3, "kubectl");
        rig.pass(Duration.ofSeconds(10)).integrate().cycle();
        rig.cluster.stories().kubelet().behave("acme/api:v2", Behaviour.OUT_OF_MEMORY);

        // When
        rig.cluster.stories().workloads().image(API, "acme/api:v2", "kubectl");
        rig.pass(Duration.ofSeconds(60));
        EventDraft open = rig.event("problem-prod/payments/deployment/api@", "open");
        rig.cluster.stories().workloads().rollback(API);
        rig.pass(Duration.ofSeconds(30));
        for (int i = 0; i < 14; i++) {
            rig.cycle();
        }

        // Then
        assertThat(open.title()).startsWith("[Problem] OOMKilled: api");
        EventDraft over = rig.event(open.externalId(), "resolved");
        assertThat(over.endTimestamp()).isNotNull();
        assertThat(over.correlationKeys()).anyMatch(key -> key.startsWith("rollout-prod/payments/deployment/api@"));
        assertThat(rig.events().stream().filter(one -> one.type().equals("workload_problem"))).hasSize(1);
        assertThat(rig.titles()).contains("[Rollout] ✓ api v1 → v2");
        assertThat(rig.titles()).contains("[Rollout] ✓ api rolled back v2 → v1");
    }

    @Test
    void followsHelmFromPendingToDeployedWithWhatItChanged() {
        // Given
        Helm helm = rig.cluster.stories().helm();
        helm.upgrade(release("1.0.0", 1), true, () -> {
        });
        rig.pass(Duration.ofSeconds(15)).integrate().cycle();

        // When
        helm.upgrade(release("1.1.0", 2), true, () -> {
        });
        rig.pass(Duration.ofSeconds(2));
        rig.event("helm-prod/payments/shop.v2@", "in_progress");
        rig.pass(Duration.ofSeconds(15));

        // Then
        EventDraft done = rig.event("helm-prod/payments/shop.v2@", "success");
        rig.until(() -> rig.event("helm-prod/payments/shop.v2@", "success").data().containsKey("values_changed"));
        done = rig.event("helm-prod/payments/shop.v2@", "success");
        assertThat(done.title()).isEqualTo("[Helm] ✓ shop v1 → v2");
        assertThat(done.data()).containsEntry("chart_version", "1.1.0").containsEntry("values_changed", List.of("replicas"));

        // When
        helm.uninstall("payments", "shop");

        // Then
        assertThat(rig.event("#uninstalled", "uninstalled").title()).isEqualTo("[Helm] shop uninstalled");
    }

    private static Helm.Release release(String version, int replicas) {
        return new Helm.Release("payments", "shop", "shop", version, "2.0",
                Json.object("replicas", replicas, "password", "hunter2"));
    }

    @Test
    void followsArgoAndFluxWithTheCommitTheyApply() {
        // Given
        rig.integrate().cycle();
        Gitops gitops = rig.cluster.stories().gitops();

        // When
        gitops.argoSync(new Gitops.Sync("shop", "payments", "https://user:pw@github.com/acme/deploy.git", SHA, "ada"), true,
                () -> {
                });
        gitops.fluxApply(new Gitops.Sync("infra", "payments", "ssh://git@github.com/acme/infra", SHA, null), () -> {
        });
        rig.pass(Duration.ofSeconds(10));

        // Then
        EventDraft argo = rig.event("argocd-prod/argocd/application/shop@", "success");
        assertThat(argo.title()).isEqualTo("[Sync] ✓ shop 0a1b2c3");
        assertThat(argo.author()).isEqualTo("ada");
        assertThat(argo.correlationKeys()).contains("commit:acme/deploy@" + SHA);
        EventDraft flux = rig.event("flux-prod/flux-system/kustomization/infra@", "success");
        assertThat(flux.correlationKeys()).contains("commit:acme/infra@" + SHA);
    }

    @Test
    void joinsARolloutToTheOperationThatSetItOff() {
        // Given
        rig.cluster.stories().workloads().create(API, "acme/api:v1", 1, "kubectl");
        rig.pass(Duration.ofSeconds(10)).integrate().cycle();

        // When
        rig.cluster.stories().gitops().argoSync(
                new Gitops.Sync("shop", "payments", "https://github.com/acme/deploy", SHA, "ada"),
                true, () -> rig.cluster.stories().workloads().image(API, "acme/api:v2", "argocd-controller"));
        rig.pass(Duration.ofSeconds(20));

        // Then
        EventDraft sync = rig.event("argocd-", "success");
        rig.until(() -> rig.titles().contains("[Rollout] ✓ api v1 → v2"));
        assertThat(rig.events()).filteredOn(one -> one.title().endsWith("v1 → v2")).singleElement()
                .satisfies(rollout -> assertThat(rollout.correlationKeys()).contains(sync.externalId()));
    }

    @Test
    void tellsOfJobsAndFoldsFailuresOfCronJobs() {
        // Given
        rig.integrate().cycle();

        // When
        rig.cluster.stories().jobs().run("payments", "migrate", "acme/api:v1", Duration.ofSeconds(3), false);
        rig.cluster.stories().jobs().cronJob("payments", "nightly", "0 3 * * *", "acme/api:v1");
        rig.cluster.stories().jobs().run("payments", "nightly", "acme/api:v1", Duration.ofSeconds(3), false);
        rig.pass(Duration.ofSeconds(70));
        rig.cluster.stories().jobs().run("payments", "nightly", "acme/api:v1", Duration.ofSeconds(3), false);
        rig.pass(Duration.ofSeconds(70));
        assertThat(rig.event("cronjob-prod/payments/cronjob/nightly@", "open").externalId()).contains("#failing-");
        rig.cluster.stories().jobs().run("payments", "nightly", "acme/api:v1", Duration.ofSeconds(3), true);
        rig.pass(Duration.ofSeconds(5));

        // Then
        assertThat(rig.event("job-prod/payments/job/migrate@", "failure").title()).isEqualTo("[Job] ✗ migrate");
        EventDraft streak = rig.event("cronjob-prod/payments/cronjob/nightly@", "resolved");
        assertThat(streak.title()).isEqualTo("[CronJob] ✓ nightly: 2 failures");
        assertThat(rig.events().stream().filter(one -> one.type().equals("job_run"))).hasSize(2);
    }

    @Test
    void tellsOfNodesThatAreCordonedUpgradedAndGone() {
        // Given
        rig.cluster.stories().nodes().join("n1", "v1.33.1", "a");
        rig.integrate().cycle();

        // When
        rig.cluster.stories().nodes().cordon("n1", true);
        EventDraft cordon = rig.event("node-prod/node/n1@", "open");
        rig.pass(Duration.ofSeconds(5));
        rig.cluster.stories().nodes().cordon("n1", false);
        rig.event(cordon.externalId(), "resolved");
        rig.cluster.stories().nodes().upgrade("n1", "v1.34.0", "6.1.0-28-cloud-amd64");
        rig.event("#kubelet-v1.34.0", "changed");
        rig.cluster.stories().nodes().interrupt("n1", "aws-node-termination-handler/spot-itn");
        rig.event("#interruption-", "open");
        rig.cluster.stories().nodes().leave("n1");

        // Then
        assertThat(cordon.title()).isEqualTo("[Node] ✗ n1: cordoned");
        assertThat(rig.event("nodes-prod/", "changed").title()).endsWith("−1");
    }
}
