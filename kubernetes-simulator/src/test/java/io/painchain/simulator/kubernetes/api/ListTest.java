package io.painchain.simulator.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.kubernetes.rig.KubernetesExtension;
import io.painchain.simulator.kubernetes.rig.Reply;

class ListTest {

    private static final String MAPS = "/api/v1/namespaces/prod/configmaps";

    @RegisterExtension
    final KubernetesExtension cluster = new KubernetesExtension();

    @Test
    void pagesShowTheStateOfTheFirst() {
        // Given
        cluster.configMap("a", "1");
        cluster.configMap("b", "1");
        cluster.configMap("c", "1");
        Reply first = cluster.get(MAPS + "?limit=2");
        // When
        cluster.deleteConfigMap("c");
        Reply second = cluster.get(MAPS + "?limit=2&continue=" + first.at("/metadata/continue"));
        // Then
        assertThat(first.names()).containsExactly("a", "b");
        assertThat(first.at("/metadata/remainingItemCount")).isEqualTo("1");
        assertThat(second.names()).containsExactly("c");
        assertThat(second.at("/metadata/resourceVersion")).isEqualTo(first.at("/metadata/resourceVersion"));
        assertThat(second.at("/metadata/continue")).isNull();
    }

    @Test
    void aPageIsGoneAfterFiveMinutes() {
        // Given
        cluster.configMap("a", "1");
        cluster.configMap("b", "1");
        Reply first = cluster.get(MAPS + "?limit=1");
        // When
        cluster.later(Duration.ofMinutes(6));
        Reply second = cluster.get(MAPS + "?limit=1&continue=" + first.at("/metadata/continue"));
        // Then
        assertThat(second.status()).isEqualTo(410);
        assertThat(second.at("/reason")).isEqualTo("Expired");
    }

    @Test
    void aListFromTheCacheComesWholeBeforeVersion34() {
        // Given
        cluster.configMap("a", "1");
        cluster.configMap("b", "1");
        // When
        Reply older = cluster.get(MAPS + "?limit=1&resourceVersion=0");
        cluster.script("POST", "/server", "{\"version\":\"v1.34.1\"}");
        Reply newer = cluster.get(MAPS + "?limit=1&resourceVersion=0");
        // Then
        assertThat(older.names()).containsExactly("a", "b");
        assertThat(newer.names()).containsExactly("a");
    }

    @Test
    void selectorsChooseByLabelsAndFields() {
        // Given
        cluster.configMap("a", "1");
        cluster.configMap("b", "1");
        // When, Then
        assertThat(cluster.get(MAPS + "?labelSelector=app%20in%20(a,x)").names()).containsExactly("a");
        assertThat(cluster.get(MAPS + "?labelSelector=app!=a").names()).containsExactly("b");
        assertThat(cluster.get(MAPS + "?labelSelector=app,!tier").names()).containsExactly("a", "b");
        assertThat(cluster.get(MAPS + "?fieldSelector=metadata.name=b").names()).containsExactly("b");
        assertThat(cluster.get(MAPS + "?labelSelector=~").status()).isEqualTo(400);
    }

    @Test
    void metadataAloneHasNoData() {
        // Given
        cluster.configMap("a", "planted");
        // When
        Reply list = cluster.get(MAPS, "Accept", KubernetesExtension.METADATA);
        // Then
        assertThat(list.at("/kind")).isEqualTo("PartialObjectMetadataList");
        assertThat(list.at("/items/0/kind")).isEqualTo("PartialObjectMetadata");
        assertThat(list.at("/items/0/metadata/managedFields/0/fieldsV1/f:data")).isNotNull();
        assertThat(list.body()).doesNotContain("planted");
    }

    @Test
    void theDateIsTheClocks() {
        assertThat(cluster.get(MAPS).headers().firstValue("Date")).contains("Fri, 20 Nov 2026 12:00:00 GMT");
    }
}
