package io.painchain.kubernetes.cluster;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.painchain.connector.provider.ProviderException;

/** All clusters that are watched; each as long as its integration stands as it was opened. */
public final class OpenClusters {

    private final Map<ClusterWatch, Runnable> clusters = new ConcurrentHashMap<>();

    /** @param goOn throws once the integration is no longer to be read so */
    void add(ClusterWatch cluster, Runnable goOn) {
        clusters.put(cluster, goOn);
    }

    void remove(ClusterWatch cluster) {
        if (clusters.remove(cluster) != null) {
            cluster.close();
        }
    }

    /** Nothing here blocks. */
    public void tick() {
        clusters.forEach((cluster, goOn) -> {
            try {
                goOn.run();
                cluster.tick();
            } catch (ProviderException e) {
                remove(cluster);
            }
        });
    }

    public void close() {
        clusters.keySet().forEach(this::remove);
    }
}
