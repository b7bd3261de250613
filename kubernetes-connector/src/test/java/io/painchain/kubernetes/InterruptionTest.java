package io.painchain.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.connector.rig.Refusals.Refusal;
import io.painchain.kubernetes.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.Coverage;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.kubernetes.KubernetesConfig;
import io.painchain.simulator.kubernetes.api.WatchFault;
import io.painchain.simulator.kubernetes.api.auth.TokenGrant;
import io.painchain.simulator.kubernetes.store.ResourceType;
import io.painchain.simulator.kubernetes.story.Workload;
import io.quarkus.test.junit.QuarkusTest;

/** What breaks off, is refused or killed costs no event, or is a gap that says so. */
@QuarkusTest
class InterruptionTest {

    private static final Workload API = Workload.deployment("payments", "api");

    @RegisterExtension
    final Rig rig = new Rig();

    private void deployed() {
        rig.cluster.stories().workloads().create(API, "acme/api:v1", 2, "kubectl");
        rig.cluster.stories().settings().configMap("payments", "api-env", Map.of("A", "1"), "kubectl");
        rig.pass(Duration.ofSeconds(10)).integrate().cycle();
        rig.event("rollout-", "success");
        rig.until(() -> rig.cluster.api().watches().open("*") > 20);
    }

    @ParameterizedTest
    @EnumSource(names = { "CUT", "CLOSE", "END", "EXPIRE" })
    void losesNothingWhereWatchesBreakOff(WatchFault fault) {
        // Given
        deployed();

        // When
        rig.cluster.api().watches().meet("*", fault);
        rig.clock.tick(Duration.ofSeconds(2));
        rig.cluster.stories().settings().configMap("payments", "api-env", Map.of("A", "2"), "kubectl");
        rig.cluster.stories().workloads().image(API, "acme/api:v2", "kubectl");
        rig.pass(Duration.ofSeconds(20));

        // Then
        assertThat(rig.event("config-", "changed").title()).isEqualTo("[Config] api-env: 1 key");
        assertThat(rig.event("rollout-prod/payments/deployment/api@", "success")).isNotNull();
        rig.until(() -> rig.titles().contains("[Rollout] ✓ api v1 → v2"));
        assertThat(rig.events()).hasSize(3);
    }

    @Test
    void cutsWatchesThatFellSilent() {
        // Given
        deployed();
        rig.cluster.api().watches().meet("*", WatchFault.SILENCE);

        // When
        rig.cluster.stories().settings().configMap("payments", "api-env", Map.of("A", "2"), "kubectl");
        for (int minute = 0; minute < 7; minute++) {
            rig.cycle();
        }

        // Then
        assertThat(rig.event("config-", "changed")).isNotNull();
    }

    @Test
    void replaysWhatHappenedWhileItWasAway() {
        // Given
        deployed();
        rig.stop();

        // When
        rig.clock.tick(Duration.ofSeconds(5));
        rig.cluster.stories().settings().configMap("payments", "api-env", Map.of("A", "2", "B", "1"), "kubectl");
        rig.cluster.stories().settings().configMap("payments", "late", Map.of("A", "2"), "kubectl");
        rig.cluster.stories().workloads().scale(API, 4, "kubectl");
        rig.cluster.stories().workloads().image(API, "acme/api:v2", "kubectl");
        rig.clock.tick(Duration.ofSeconds(30));
        rig.cluster.timeline().play();
        rig.restart().cycle();

        // Then
        rig.until(() -> rig.titles().containsAll(List.of("[Config] api-env: 2 keys", "[Config] late created",
                "[Scale] api 2 → 4", "[Rollout] ✓ api v1 → v2")));
        assertThat(rig.events()).hasSize(5);
        assertThat(gaps()).isEmpty();
    }

    @Test
    void findsTheNetChangeAfterALongAbsenceAndNamesTheGap() {
        // Given
        deployed();
        rig.cycle().stop();

        // When
        rig.clock.tick(Duration.ofHours(5));
        rig.cluster.stories().settings().configMap("payments", "api-env", Map.of("A", "2"), "kubectl");
        rig.cluster.stories().workloads().image(API, "acme/api:v2", "kubectl");
        rig.clock.tick(Duration.ofSeconds(30));
        rig.cluster.timeline().play();
        rig.cluster.store().forget(null);
        rig.restart().cycle();

        // Then
        rig.until(() -> rig.titles().containsAll(List.of("[Config] api-env: 1 key", "[Rollout] ✓ api v1 → v2")));
        rig.cycle().cycle();
        rig.until(() -> gaps().contains("config the cluster keeps no history of these"));
        assertThat(gaps()).noneMatch(gap -> gap.startsWith("rollouts"));
    }

    @Test
    void readsAgainWhatWasNotStoredBeforeAKill() {
        // Given
        deployed();
        rig.backend.refusals.batches(new Refusal(503, false), new Refusal(503, false), new Refusal(503, false));

        // When
        rig.clock.tick(Duration.ofSeconds(5));
        rig.cluster.stories().settings().configMap("payments", "api-env", Map.of("A", "2"), "kubectl");
        rig.pass(Duration.ofSeconds(2));
        rig.stop();
        rig.backend.refusals.acceptAllBatches();
        rig.restart().cycle();

        // Then
        assertThat(rig.event("config-", "changed").title()).isEqualTo("[Config] api-env: 1 key");
        assertThat(rig.backend.revisions(Rig.INTEGRATION, rig.event("config-", "changed").externalId())).isEqualTo(1);
    }

    @Test
    void doesNoHarmWhereTwoWatchTheSameCluster() {
        // Given
        deployed();
        Rig.Second second = rig.second();

        // When
        rig.clock.tick(Duration.ofSeconds(5));
        rig.cluster.stories().workloads().image(API, "acme/api:v2", "kubectl");
        for (int i = 0; i < 15; i++) {
            rig.pass(Duration.ofSeconds(1));
            second.tick();
        }

        // Then
        rig.until(() -> rig.titles().contains("[Rollout] ✓ api v1 → v2"));
        assertThat(rig.events()).hasSize(2);
        second.close();
    }

    @Test
    void goesOnWithoutWhatTheTokenMayNotReadAndNamesIt() {
        // Given
        rig.cluster.tokens().add(TokenGrant.of(KubernetesConfig.TOKEN).denied("secrets", "nodes"));
        deployed();

        // When
        rig.cycle();

        // Then
        rig.until(() -> rig.backend.lastReport().status() == IntegrationStatus.degraded);
        assertThat(rig.backend.lastReport().error()).contains("The token may not list nodes")
                .contains("The token may not list secrets");
        assertThat(rig.backend.coverage()).noneMatch(line -> line.source().equals("nodes"));
    }

    @Test
    void listsWhatItMayNotWatch() {
        // Given
        rig.cluster.tokens().add(TokenGrant.of(KubernetesConfig.TOKEN).verbs("get", "list"));
        rig.cluster.stories().settings().configMap("payments", "api-env", Map.of("A", "1"), "kubectl");
        rig.integrate().cycle();

        // When
        rig.clock.tick(Duration.ofSeconds(1));
        rig.cluster.stories().settings().configMap("payments", "api-env", Map.of("A", "2"), "kubectl");
        rig.cycle().cycle();

        // Then
        assertThat(rig.event("config-", "changed").title()).isEqualTo("[Config] api-env: 1 key");
    }

    @Test
    void saysThatTheTokenExpired() {
        // Given
        deployed();

        // When
        rig.cluster.tokens().revoke(KubernetesConfig.TOKEN);
        rig.cycle();

        // Then
        rig.until(() -> rig.backend.lastReport().status() == IntegrationStatus.error);
        assertThat(rig.backend.lastReport().error()).contains("the cluster does not accept the token");
    }

    @Test
    void waitsOutAServerThatFails() {
        // Given
        rig.cluster.faults().on("/apis/apps/v1/deployments", 3, Fault.status(500));
        rig.cluster.faults().on("/api/v1/configmaps", 3, Fault.status(429));
        rig.cluster.stories().settings().configMap("payments", "api-env", Map.of("A", "1"), "kubectl");
        rig.integrate().cycle().pass(Duration.ofSeconds(60));
        rig.until(() -> rig.cluster.api().watches().open("configmaps") == 1);

        // When
        rig.cluster.stories().settings().configMap("payments", "api-env", Map.of("A", "2"), "kubectl");

        // Then
        assertThat(rig.event("config-", "changed")).isNotNull();
        assertThat(rig.cluster.faults().waiting()).isEmpty();
    }

    @Test
    void followsATypeThatIsThereOnlyForAWhile() {
        // Given
        ResourceType certificates = rig.cluster.store().types().kind("Certificate");
        rig.cluster.store().removeType(certificates);
        deployed();
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);

        // When
        rig.cluster.store().addType(certificates);
        for (int minute = 0; minute < 6; minute++) {
            rig.cycle();
        }

        // Then
        rig.until(() -> rig.cluster.api().watches().open("certificates.cert-manager.io") == 1);
    }

    @ParameterizedTest
    @ValueSource(longs = { -1, 1 })
    void goesByTheClustersClock(long hours) {
        // Given
        rig.ahead = Duration.ofHours(hours);
        deployed();

        // When
        rig.clock.tick(Duration.ofSeconds(5));
        rig.cluster.stories().settings().delete("ConfigMap", "payments", "api-env");
        rig.cluster.stories().workloads().image(API, "acme/api:v2", "kubectl");
        rig.pass(Duration.ofSeconds(20));

        // Then
        EventDraft deleted = rig.event("config-", "deleted");
        assertThat(deleted.timestamp()).isBetween(rig.clock.instant().minusSeconds(60), rig.clock.instant());
        rig.until(() -> rig.titles().contains("[Rollout] ✓ api v1 → v2"));
        assertThat(rig.events()).noneMatch(one -> one.data().containsKey("odd_times"));
    }

    @Test
    void watchesNamespacesAloneWithoutAnyRightForTheCluster() {
        // Given
        rig.cluster.stories().namespace("billing");
        rig.cluster.tokens().add(TokenGrant.of(KubernetesConfig.TOKEN).namespaces("payments", "billing"));
        rig.integrate("namespaces", "payments, billing");

        // When
        deployed();
        rig.cluster.stories().settings().configMap("billing", "tax", Map.of("A", "1"), "kubectl");
        rig.cluster.stories().settings().configMap("other", "none", Map.of("A", "1"), "kubectl");

        // Then
        assertThat(rig.event("config-prod/billing/", "created").project()).isEqualTo("prod/billing");
        rig.cycle();
        rig.until(() -> rig.backend.lastReport().status() == IntegrationStatus.ok);
        assertThat(rig.backend.coverage()).extracting(Coverage::repository).containsOnly("prod/payments", "prod/billing");
        assertThat(rig.events()).noneMatch(one -> one.project().endsWith("other"));
    }

    private List<String> gaps() {
        return rig.backend.coverage().stream().filter(line -> line.gaps() != null)
                .flatMap(line -> line.gaps().stream().map(Coverage.Gap::reason).map(reason -> line.source() + " " + reason))
                .distinct().toList();
    }

    @Test
    void takesDigestsOfAnotherKeyForNoChange() {
        // Given
        deployed();
        EventDraft first = rig.event("rollout-", "success");

        // When
        rig.connectorKey = "another key, of which no digest is known";
        rig.restart().cycle();
        rig.cycle();

        // Then
        assertThat(rig.events()).hasSize(1);
        assertThat(rig.event("rollout-", "success").externalId()).isEqualTo(first.externalId());
    }
}
