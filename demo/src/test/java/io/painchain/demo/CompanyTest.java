package io.painchain.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.gitlab.world.merge.MergeRequest;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.time.SettableClock;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.release.Release;
import io.painchain.simulator.world.repository.Repository;

class CompanyTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
    private Company company;
    private Cluster cluster;

    @BeforeEach
    void found() {
        company = Company.found(Options.parse("--port", "0", "--gitlab-port", "0", "--kubernetes-port", "0"), clock);
        cluster = company.kubernetes().stories().cluster();
    }

    @AfterEach
    void close() {
        company.close();
    }

    @Test
    void productionRunsTheNewestReleases() {
        for (String service : List.of("api", "web", "payments")) {
            Repository repository = company.gitHub().world().repository("acme/" + service);
            Release newest = repository.releases().newestFirst().get(0);
            ObjectNode deployment = deployment(service);
            assertThat(image(deployment)).endsWith("/" + service + ":" + newest.tag());
            assertThat(revision(deployment)).isEqualTo(repository.git().resolve(newest.tag()));
        }
    }

    @Test
    void oneCommitLeadsFromTheMergeOnGitHubThroughGitLabIntoTheCluster() {
        // When
        liveFor(150);
        // Then
        PullRequest merged = company.gitHub().world().repository("acme/payments").pulls().all().stream()
                .filter(pull -> pull.merged() && pull.issue().title().startsWith("Keep gateway")).findFirst().orElseThrow();
        assertThat(image(deployment("payments"))).isEqualTo("registry.acme.example/payments:v3.1.0");
        assertThat(revision(deployment("payments"))).isEqualTo(merged.mergeCommitSha());
        Project deploy = company.gitLab().world().get(Incident.DEPLOY_PROJECT);
        MergeRequest deployed = deploy.mergeRequests().get(1);
        assertThat(deploy.pipelines().all()).anyMatch(pipeline -> pipeline.sha().equals(deployed.merged().mergeCommit())
                && pipeline.status().equals("success"));
        assertThat(cluster.get("Application", "argocd", "payments").at("/status/history/0/revision").asText())
                .isEqualTo(deployed.merged().mergeCommit());
    }

    @Test
    void theReleaseCrashesAndIsRolledBack() {
        // When
        liveFor(170);
        // Then
        assertThat(cluster.list("Pod", "payments", pod -> image(pod, "").endsWith("payments:v3.1.0")))
                .isNotEmpty().anyMatch(pod -> pod.at("/status/containerStatuses/0/state/waiting/reason").asText()
                        .equals("CrashLoopBackOff"));
        liveFor(90);
        assertThat(image(deployment("payments"))).doesNotContain("v3.1.0");
        assertThat(cluster.list("Pod", "payments", pod -> image(pod, "").endsWith("payments:v3.1.0"))).isEmpty();
    }

    private void liveFor(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.tick(Duration.ofSeconds(1));
            company.tick();
        }
    }

    private ObjectNode deployment(String service) {
        return cluster.get("Deployment", service, service);
    }

    private static String revision(ObjectNode deployment) {
        return deployment.path("metadata").path("annotations").path("org.opencontainers.image.revision").asText();
    }

    private static String image(ObjectNode deployment) {
        return image(deployment, "/spec/template");
    }

    private static String image(ObjectNode object, String template) {
        return object.at(template + "/spec/containers/0/image").asText();
    }
}
