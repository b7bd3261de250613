package io.painchain.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.kubernetes.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.story.Helm;
import io.quarkus.test.junit.QuarkusTest;

/** Releases of Helm that went on while the connector was away. */
@QuarkusTest
class ReleasesTest {

    @RegisterExtension
    final Rig rig = new Rig();

    private int count;

    private void upgrade(boolean succeeds) {
        rig.cluster.stories().helm().upgrade(new Helm.Release("payments", "shop", "shop", "1.0." + ++count, "2.0",
                Json.object("replicas", count)), succeeds, () -> {
                });
        rig.clock.tick(Duration.ofSeconds(20));
        rig.cluster.timeline().play();
    }

    private void watched() {
        rig.cluster.store().keepChanges(Duration.ofHours(1));
        upgrade(true);
        rig.integrate().cycle();
        rig.event("shop.v1@", "success");
        rig.until(() -> rig.cluster.api().watches().open("*") > 20);
        rig.cycle().stop();
    }

    private void comeBack(boolean forgotten) {
        if (forgotten) {
            rig.cluster.store().forget(null);
        }
        rig.restart().cycle();
    }

    private List<EventDraft> releases() {
        return rig.events().stream().filter(event -> event.type().equals("helm_release")).toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void endAsIfItHadBeenThere(boolean forgotten) {
        // Given
        watched();

        // When
        upgrade(true);
        upgrade(false);
        upgrade(true);
        upgrade(true);
        comeBack(forgotten);

        // Then
        rig.until(() -> releases().size() == 5);
        rig.event("shop.v5@", "success");
        assertThat(rig.event("shop.v3@", null).status()).isEqualTo("failure");
        assertThat(releases()).filteredOn(one -> !one.externalId().contains(".v3@")).extracting(EventDraft::status)
                .containsOnly("success");
        // Of what was replaced, only a watch tells when it was done.
        boolean exact = rig.event("shop.v4@", "success").endTimestamp() != null;
        assertThat(exact).isEqualTo(!forgotten);
        rig.until(() -> "1.0.5".equals(rig.event("shop.v5@", "success").data().get("chart_version")));
    }

    @Test
    void areAllToldThoughTheOldestWerePrunedMeanwhile() {
        // Given
        watched();

        // When
        for (int revision = 2; revision <= 14; revision++) {
            upgrade(true);
        }
        comeBack(false);

        // Then
        rig.event("shop.v14@", "success");
        assertThat(releases()).hasSize(14).extracting(EventDraft::status).containsOnly("success");
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void areOthersAfterAnotherInstallation(boolean forgotten) {
        // Given
        watched();
        EventDraft first = rig.event("shop.v1@", "success");

        // When
        rig.cluster.stories().helm().uninstall("payments", "shop");
        upgrade(true);
        upgrade(true);
        comeBack(forgotten);

        // Then
        rig.event("shop.v2@", "success");
        assertThat(rig.event("#uninstalled", "uninstalled").externalId()).isEqualTo(first.externalId() + "#uninstalled");
        assertThat(releases()).hasSize(4);
        assertThat(releases()).filteredOn(one -> one.externalId().contains("shop.v1@") && !one.equals(first))
                .extracting(EventDraft::status).containsExactlyInAnyOrder("success", "uninstalled");
    }
}
