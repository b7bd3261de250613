package io.painchain.simulator.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.painchain.simulator.kubernetes.rig.KubernetesExtension;

/** A client that others wrote takes the simulator for a cluster. */
@Timeout(60)
class Fabric8Test {

    @RegisterExtension
    final KubernetesExtension cluster = new KubernetesExtension();

    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private KubernetesClient client;

    @BeforeEach
    void connect() {
        Config config = new ConfigBuilder(Config.empty()).withMasterUrl(cluster.simulator().origin().toString())
                .withOauthToken(KubernetesConfig.TOKEN).withNamespace("prod").build();
        client = new KubernetesClientBuilder().withConfig(config).build();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void listsPageByPage() {
        // Given
        cluster.configMap("a", "1");
        cluster.configMap("b", "1");
        // When
        var first = client.configMaps().list(new ListOptionsBuilder().withLimit(1L).build());
        var second = client.configMaps().list(new ListOptionsBuilder().withLimit(1L)
                .withContinue(first.getMetadata().getContinue()).build());
        // Then
        assertThat(first.getItems()).singleElement().satisfies(item -> assertThat(item.getData()).containsEntry("key", "1"));
        assertThat(second.getItems()).singleElement()
                .satisfies(item -> assertThat(item.getMetadata().getName()).isEqualTo("b"));
        assertThat(client.getKubernetesVersion().getGitVersion()).isEqualTo("v1.33.4");
        assertThat(client.hasApiGroup("argoproj.io", true)).isTrue();
    }

    @Test
    void watches() throws InterruptedException {
        // Given
        cluster.configMap("a", "1");
        client.configMaps().watch(new Watcher<ConfigMap>() {
            @Override
            public void eventReceived(Action action, ConfigMap map) {
                seen.add(action + " " + map.getMetadata().getName());
            }

            @Override
            public void onClose(WatcherException cause) {
                seen.add("closed");
            }
        });
        assertThat(next()).isEqualTo("ADDED a");
        // When
        cluster.configMap("a", "2");
        cluster.deleteConfigMap("a");
        // Then
        assertThat(next()).isEqualTo("MODIFIED a");
        assertThat(next()).isEqualTo("DELETED a");
    }

    @Test
    void anInformerListsAndWatches() throws InterruptedException {
        // Given
        cluster.configMap("a", "1");
        try (SharedIndexInformer<ConfigMap> informer = client.configMaps().inform(new Recorder())) {
            assertThat(next()).isEqualTo("ADDED a");
            // When
            cluster.configMap("b", "1");
            // Then
            assertThat(next()).isEqualTo("ADDED b");
            assertThat(informer.getStore().list()).hasSize(2);
        }
    }

    private String next() throws InterruptedException {
        return seen.poll(10, TimeUnit.SECONDS);
    }

    private final class Recorder implements ResourceEventHandler<ConfigMap> {

        @Override
        public void onAdd(ConfigMap map) {
            seen.add("ADDED " + map.getMetadata().getName());
        }

        @Override
        public void onUpdate(ConfigMap before, ConfigMap after) {
            seen.add("MODIFIED " + after.getMetadata().getName());
        }

        @Override
        public void onDelete(ConfigMap map, boolean finalStateUnknown) {
            seen.add("DELETED " + map.getMetadata().getName());
        }
    }
}
