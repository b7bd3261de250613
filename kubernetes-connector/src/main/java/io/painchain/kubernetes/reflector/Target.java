package io.painchain.kubernetes.reflector;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.painchain.kubernetes.api.ResourceType;

/**
 * What one reflector follows.
 *
 * @param namespace {@code null}: the whole cluster
 * @param selector of labels; {@code null}: all objects
 * @param metadataOnly whether the server is to leave out all but the metadata
 */
public record Target(ResourceType type, String namespace, String selector, boolean metadataOnly) {

    public static Target all(ResourceType type) {
        return new Target(type, null, null, false);
    }

    public Target in(String newNamespace) {
        return new Target(type, type.namespaced() ? newNamespace : null, selector, metadataOnly);
    }

    public Target selected(String newSelector) {
        return new Target(type, namespace, newSelector, metadataOnly);
    }

    public Target withMetadataOnly() {
        return new Target(type, namespace, selector, true);
    }

    String path(String query) {
        String labels = selector == null ? "" : "&labelSelector=" + encoded(selector);
        return type.path(namespace) + "?" + query + labels;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** For sentences. */
    String words() {
        return type.permission() + (namespace == null ? "" : " in " + namespace);
    }

    /** Names it in checkpoints and logs. */
    public String key() {
        return type.permission() + (namespace == null ? "" : "@" + namespace) + (selector == null ? "" : "?" + selector)
                + (metadataOnly ? "#metadata" : "");
    }
}
