package io.painchain.simulator.kubernetes.store;

/** Which object is meant; the namespace of what belongs to the cluster is empty. */
public record Ref(ResourceType type, String namespace, String name) {

    String key() {
        return namespace + "/" + name;
    }
}
