package io.painchain.simulator.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.kubernetes.rig.KubernetesExtension;
import io.painchain.simulator.kubernetes.rig.OpenWatch;
import io.painchain.simulator.kubernetes.rig.Reply;

class WatchTest {

    private static final String MAPS = "/api/v1/configmaps";

    @RegisterExtension
    final KubernetesExtension cluster = new KubernetesExtension();

    @Test
    void tellsWhatHappenedAfterARevision() {
        // Given
        cluster.configMap("old", "1");
        String since = revision();
        cluster.configMap("a", "1");
        cluster.configMap("a", "2");
        // When
        try (OpenWatch watch = watch(since)) {
            // Then
            assertThat(watch.next()).isEqualTo("ADDED a");
            assertThat(watch.next()).isEqualTo("MODIFIED a");
            cluster.deleteConfigMap("a");
            JsonNode deleted = watch.nextEvent();
            assertThat(deleted.path("type").asText()).isEqualTo("DELETED");
            assertThat(deleted.at("/object/metadata/resourceVersion").asText()).isEqualTo(revision());
        }
    }

    @Test
    void beginsWithWhatThereIsWithoutARevision() {
        cluster.configMap("a", "1");
        try (OpenWatch watch = cluster.watch(MAPS + "?watch=1")) {
            assertThat(watch.next()).isEqualTo("ADDED a");
        }
    }

    @Test
    void whatIsNoLongerSelectedIsDeletedForTheWatch() {
        // Given
        cluster.configMap("a", "1");
        try (OpenWatch watch = cluster
                .watch(MAPS + "?watch=1&fieldSelector=data.key%3D1&resourceVersion=" + revision())) {
            // When
            cluster.configMap("a", "2");
            // Then
            assertThat(watch.next()).isEqualTo("DELETED a");
        }
    }

    @Test
    void bookmarksComeEachMinuteAndBeforeTheEnd() {
        // Given
        String since = revision();
        try (OpenWatch watch = cluster
                .watch(MAPS + "?watch=1&allowWatchBookmarks=true&timeoutSeconds=100&resourceVersion=" + since)) {
            // When, Then
            cluster.later(Duration.ofSeconds(61));
            assertThat(watch.nextEvent().at("/object/metadata/resourceVersion").asText()).isEqualTo(since);
            cluster.later(Duration.ofSeconds(37));
            assertThat(watch.next()).isEqualTo("BOOKMARK");
            cluster.later(Duration.ofSeconds(2));
            assertThat(watch.next()).isNull();
        }
    }

    @Test
    void aRevisionIsForgottenAfterAHundredChangesThatAreNotYoung() {
        // Given
        String since = revision();
        for (int i = 0; i < 101; i++) {
            cluster.configMap("a", "v" + i);
        }
        try (OpenWatch watch = watch(since)) {
            assertThat(watch.next()).isEqualTo("ADDED a");
        }
        // When
        cluster.later(Duration.ofSeconds(80));
        cluster.configMap("a", "last");
        Reply refused = cluster.get(MAPS + "?watch=1&resourceVersion=" + since);
        // Then
        assertThat(refused.status()).isEqualTo(410);
        assertThat(refused.at("/kind")).isEqualTo("Status");
    }

    @Test
    void aRestartForgetsAllRevisions() {
        // Given
        String since = revision();
        // When
        cluster.script("POST", "/forget", "{}");
        // Then
        assertThat(cluster.get(MAPS + "?watch=1&resourceVersion=" + since).status()).isEqualTo(410);
    }

    @Test
    void anOpenWatchIsToldThatItsRevisionExpired() {
        try (OpenWatch watch = watch(revision())) {
            // When
            befall("expire");
            // Then
            JsonNode event = watch.nextEvent();
            assertThat(event.path("type").asText()).isEqualTo("ERROR");
            assertThat(event.at("/object/code").asInt()).isEqualTo(410);
            assertThat(watch.next()).isNull();
        }
    }

    @Test
    void aWatchIsCutInTheMiddleOfALine() {
        try (OpenWatch watch = watch(revision())) {
            // When
            befall("cut");
            cluster.configMap("a", "1");
            // Then
            assertThatThrownBy(() -> {
                assertThat(watch.nextLine()).startsWith("{\"type\":\"ADDED\"").doesNotEndWith("}");
                watch.nextLine();
            }).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void aSilentWatchStaysOpenPastItsTimeout() {
        try (OpenWatch watch = cluster.watch(MAPS + "?watch=1&timeoutSeconds=60&resourceVersion=" + revision())) {
            // When
            befall("silence");
            cluster.configMap("a", "1");
            cluster.later(Duration.ofHours(1));
            // Then
            assertThat(cluster.script("GET", "/watches", "").at("/open")).isEqualTo("1");
            befall("none");
            assertThat(watch.next()).isNull();
        }
    }

    @Test
    void aTypeThatGoesEndsItsWatches() {
        String path = "/apis/argoproj.io/v1alpha1/applications?watch=1&resourceVersion=";
        try (OpenWatch watch = cluster.watch(path + revision())) {
            // When
            cluster.script("DELETE", "/types/applications.argoproj.io", "");
            // Then
            assertThat(watch.next()).isNull();
            assertThat(cluster.get(path + revision()).status()).isEqualTo(404);
        }
    }

    @Test
    void faultsMeetWatchesApartFromLists() {
        // Given
        cluster.script("POST", "/faults", "{\"path\":\"/watch/api/v1/configmaps\",\"kind\":\"status\",\"status\":429,"
                + "\"headers\":{\"Retry-After\":\"7\"}}");
        // When
        Reply refused = cluster.get(MAPS + "?watch=1&resourceVersion=" + revision());
        // Then
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("7");
        assertThat(cluster.get(MAPS).status()).isEqualTo(200);
    }

    private void befall(String what) {
        cluster.script("POST", "/watches", "{\"resource\":\"configmaps\",\"do\":\"" + what + "\"}");
    }

    private OpenWatch watch(String since) {
        return cluster.watch(MAPS + "?watch=1&resourceVersion=" + since);
    }

    private String revision() {
        return cluster.get(MAPS).at("/metadata/resourceVersion");
    }
}
