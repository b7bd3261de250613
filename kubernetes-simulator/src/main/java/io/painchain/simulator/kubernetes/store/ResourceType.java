package io.painchain.simulator.kubernetes.store;

/** A type of object, as discovery tells of it; a custom one comes and goes with its definition. */
public record ResourceType(String group, String version, String plural, String kind, boolean namespaced, boolean custom) {

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Its name in rules and messages, such as {@code deployments.apps}. */
    public String resource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** Where its group is served. */
    public String path() {
        return (group.isEmpty() ? "/api/" : "/apis/") + apiVersion();
    }

    /** Whether the server counts the changes of its spec. */
    boolean hasGeneration() {
        return custom || group.matches("apps|batch|policy|networking.k8s.io|apiextensions.k8s.io|admissionregistration.k8s.io");
    }
}
