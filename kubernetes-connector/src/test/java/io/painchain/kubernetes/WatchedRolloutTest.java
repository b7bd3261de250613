package io.painchain.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.kubernetes.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.kubernetes.story.Workload;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class WatchedRolloutTest {

    private static final Workload API = Workload.deployment("payments", "api");

    @RegisterExtension
    final Rig rig = new Rig();

    @Test
    void followsANewImageFromItsBeginToItsEnd() {
        // Given
        rig.cluster.stories().workloads().create(API, "ghcr.io/acme/api:v1.4.1", 2, "kubectl");
        rig.pass(Duration.ofSeconds(20));
        rig.integrate().cycle();
        assertThat(rig.event("deployment/api@", "success").externalId()).endsWith(".1");

        // When
        rig.cluster.stories().workloads().image(API, "ghcr.io/acme/api:v1.5", "helm");
        rig.pass(Duration.ofSeconds(1));
        EventDraft begun = rig.event("deployment/api@", "in_progress");
        rig.pass(Duration.ofSeconds(20));

        // Then
        EventDraft done = rig.event(begun.externalId(), "success");
        assertThat(done.title()).isEqualTo("[Rollout] ✓ api v1.4.1 → v1.5");
        assertThat(done.externalId()).startsWith("rollout-prod/payments/deployment/api@").endsWith(".2");
        assertThat(done.correlationKeys()).contains("image:ghcr.io/acme/api:v1.5", done.externalId());
        assertThat(done.correlationKeys()).anyMatch(key -> key.matches("image:ghcr.io/acme/api@sha256:[0-9a-f]{64}"));
        assertThat(done.endTimestamp()).isAfter(done.timestamp());
        assertThat(done.project()).isEqualTo("prod/payments");
    }
}
