package io.painchain.kubernetes.api;

/** A type of objects as the API serves it; {@code group} is empty for the core. */
public record ResourceType(String group, String version, String plural, String kind, boolean namespaced) {

    public static ResourceType core(String plural, String kind) {
        return new ResourceType("", "v1", plural, kind, true);
    }

    public static ResourceType of(String group, String version, String plural, String kind) {
        return new ResourceType(group, version, plural, kind, true);
    }

    public ResourceType clusterScoped() {
        return new ResourceType(group, version, plural, kind, false);
    }

    public String groupVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Path of its list. @param namespace {@code null}: of all namespaces */
    public String path(String namespace) {
        String root = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
        return root + (namespace == null ? "" : "/namespaces/" + namespace) + "/" + plural;
    }

    /** As a permission names it. */
    public String permission() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** The Kind in lower case, as ids and entities have it. */
    public String word() {
        return kind.toLowerCase(java.util.Locale.ROOT);
    }
}
