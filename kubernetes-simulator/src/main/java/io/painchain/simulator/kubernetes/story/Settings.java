package io.painchain.simulator.kubernetes.story;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.store.Writer;

/** ConfigMaps and Secrets. */
public final class Settings {

    private final Cluster cluster;

    Settings(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Creates it, or replaces all its keys. */
    public ObjectNode configMap(String namespace, String name, Map<String, String> data, String manager) {
        return cluster.put("ConfigMap", namespace, name, Json.object("data", new TreeMap<>(data)), Writer.update(manager));
    }

    public ObjectNode secret(String namespace, String name, Map<String, String> data, String manager) {
        Map<String, String> encoded = new TreeMap<>();
        data.forEach((key, value) -> encoded.put(key,
                Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        return cluster.put("Secret", namespace, name, Json.object("type", "Opaque", "data", encoded), Writer.update(manager));
    }

    /** A Service, as one of the objects that are neither workloads nor settings. */
    public ObjectNode service(String namespace, String name, int port, String manager) {
        ObjectNode spec = Json.object("selector", Json.object("app", name), "ports",
                Json.array(Json.object("port", port, "protocol", "TCP", "targetPort", 8080)), "type", "ClusterIP");
        return cluster.put("Service", namespace, name, Json.object("spec", spec), Writer.update(manager));
    }

    /** False where there was none. */
    public boolean delete(String kind, String namespace, String name) {
        ObjectNode object = cluster.get(kind, namespace, name);
        if (object == null) {
            return false;
        }
        cluster.delete(object);
        return true;
    }
}
