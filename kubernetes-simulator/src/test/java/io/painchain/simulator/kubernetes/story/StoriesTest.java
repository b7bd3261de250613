package io.painchain.simulator.kubernetes.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.rig.KubernetesExtension;

class StoriesTest {

    @RegisterExtension
    final KubernetesExtension simulated = new KubernetesExtension();

    private Stories stories;
    private Cluster cluster;

    @BeforeEach
    void take() {
        stories = simulated.simulator().stories();
        cluster = stories.cluster();
    }

    @Test
    void helmKeepsEachRevisionInASecret() throws IOException {
        // Given
        Helm.Release release = new Helm.Release("prod", "shop", "shop", "1.2.0", "4.5", Json.object("replicas", 2));
        stories.helm().upgrade(release, true, this::nothing);
        pass(Duration.ofMinutes(1));
        // When
        stories.helm().upgrade(release, true, this::nothing);
        assertThat(label("v2", "status")).isEqualTo("pending-upgrade");
        pass(Duration.ofMinutes(1));
        // Then
        assertThat(label("v1", "status")).isEqualTo("superseded");
        assertThat(label("v2", "status")).isEqualTo("deployed");
        JsonNode payload = payload("v2");
        assertThat(payload.at("/chart/metadata/version").asText()).isEqualTo("1.2.0");
        assertThat(payload.at("/info/status").asText()).isEqualTo("deployed");
    }

    @Test
    void helmKeepsTenRevisions() {
        Helm.Release release = new Helm.Release("prod", "shop", "shop", "1.2.0", "4.5", Json.object());
        for (int i = 0; i < 12; i++) {
            stories.helm().upgrade(release, true, this::nothing);
            pass(Duration.ofMinutes(1));
        }
        assertThat(cluster.list("Secret", "prod", secret -> true)).hasSize(10);
    }

    @Test
    void argoRemembersSuccessesAndTheLastOperation() {
        // Given
        Gitops.Sync first = new Gitops.Sync("shop", "prod", "https://github.com/acme/shop", "a".repeat(40), "admin");
        stories.gitops().argoSync(first, true, this::nothing);
        pass(Duration.ofMinutes(1));
        // When
        stories.gitops().argoSync(new Gitops.Sync("shop", "prod", first.repository(), "b".repeat(40), null), false,
                this::nothing);
        pass(Duration.ofMinutes(1));
        // Then
        JsonNode status = cluster.get("Application", "argocd", "shop").path("status");
        assertThat(status.path("history")).hasSize(1);
        assertThat(status.at("/history/0/revision").asText()).isEqualTo("a".repeat(40));
        assertThat(status.at("/operationState/phase").asText()).isEqualTo("Failed");
        assertThat(status.at("/operationState/operation/initiatedBy/automated").asBoolean()).isTrue();
    }

    @Test
    void fluxTellsWhichRevisionItApplied() {
        // When
        stories.gitops().fluxApply(new Gitops.Sync("shop", "prod", "https://github.com/acme/shop", "c".repeat(40), null),
                this::nothing);
        pass(Duration.ofMinutes(1));
        // Then
        assertThat(cluster.get("Kustomization", "flux-system", "shop").at("/status/lastAppliedRevision").asText())
                .isEqualTo("main@sha1:" + "c".repeat(40));
    }

    @Test
    void jobsOfACronJobFailAndSucceed() {
        // Given
        stories.jobs().cronJob("prod", "backup", "0 3 * * *", "acme/backup:1");
        // When
        ObjectNode failed = stories.jobs().run("prod", "backup", "acme/backup:1", Duration.ofSeconds(5), false);
        pass(Duration.ofMinutes(1));
        // Then
        ObjectNode job = cluster.get("Job", "prod", Cluster.name(failed));
        assertThat(job.at("/metadata/ownerReferences/0/kind").asText()).isEqualTo("CronJob");
        assertThat(job.at("/status/conditions/0/reason").asText()).isEqualTo("BackoffLimitExceeded");
    }

    @Test
    void podsOfACordonedNodeStayAndNewOnesGoElsewhere() {
        // Given
        stories.nodes().join("n1", "v1.33.4", "blue");
        stories.nodes().join("n2", "v1.33.4", "blue");
        // When
        simulated.script("POST", "/nodes/n1", "{\"do\":\"cordon\"}");
        simulated.script("POST", "/workloads", "{\"namespace\":\"prod\",\"name\":\"api\",\"image\":\"acme/api:1\"}");
        pass(Duration.ofMinutes(1));
        // Then
        assertThat(cluster.get("Node", "", "n1").at("/spec/taints/0/timeAdded").asText()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(cluster.list("Pod", "prod", pod -> true)).hasSize(2)
                .allMatch(pod -> pod.at("/spec/nodeName").asText().equals("n2"));
    }

    @Test
    void anAutoscalerScalesWithinItsBounds() {
        // Given
        Workload api = Workload.deployment("prod", "api");
        stories.workloads().create(api, "acme/api:1", 2, "kubectl");
        stories.autoscalers().bound(api, 2, 4, "kubectl");
        // When
        stories.autoscalers().load(api, 9);
        // Then
        ObjectNode deployment = stories.workloads().present(api);
        assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(4);
        assertThat(deployment.at("/metadata/managedFields/1/subresource").asText()).isEqualTo("scale");
        assertThat(cluster.get("HorizontalPodAutoscaler", "prod", "api").at("/status/conditions/0/status").asText())
                .isEqualTo("True");
    }

    @Test
    void aCertificateCountsItsIssuances() {
        stories.certificates().issue("prod", "shop", "shop.example", true);
        pass(Duration.ofDays(60));
        ObjectNode again = stories.certificates().issue("prod", "shop", "shop.example", true);
        assertThat(again.at("/status/revision").asInt()).isEqualTo(2);
        assertThat(again.at("/status/notAfter").asText()).isEqualTo("2027-04-19T12:00:00Z");
    }

    private String label(String revision, String name) {
        return secret(revision).at("/metadata/labels").path(name).asText();
    }

    private JsonNode payload(String revision) throws IOException {
        Base64.Decoder decoder = Base64.getDecoder();
        byte[] packed = decoder.decode(decoder.decode(secret(revision).at("/data/release").asText()));
        return new ObjectMapper().readTree(new GZIPInputStream(new ByteArrayInputStream(packed)));
    }

    private ObjectNode secret(String revision) {
        return cluster.get("Secret", "prod", "sh.helm.release.v1.shop." + revision);
    }

    private void pass(Duration duration) {
        simulated.later(duration);
        simulated.simulator().timeline().play();
    }

    private void nothing() {
        // the release changes no object
    }
}
