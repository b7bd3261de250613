package io.painchain.kubernetes.projection;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A pod template: images and resources as they are, all else as digests by path.
 *
 * @param images by container
 * @param resources e.g. {@code api.limits.memory} to {@code 256Mi}
 */
public record TemplateFacts(Map<String, String> images, Map<String, String> resources, Map<String, Integer> paths,
        Instant restartedAt, String version) {

    public static final String RESTARTED_AT = "kubectl.kubernetes.io/restartedAt";
    private static final String[] CONTAINERS = { "containers", "initContainers" };

    public static TemplateFacts of(JsonNode template, Digests digests) {
        Map<String, String> images = new TreeMap<>();
        Map<String, String> resources = new TreeMap<>();
        for (String list : CONTAINERS) {
            for (JsonNode container : template.path("spec").path(list)) {
                String name = container.path("name").asText().intern();
                images.put(name, container.path("image").asText().intern());
                container.path("resources").properties().forEach(
                        group -> group.getValue().properties().forEach(one -> resources.put(
                                (name + "." + group.getKey() + "." + one.getKey()).intern(),
                                one.getValue().asText().intern())));
            }
        }
        JsonNode metadata = template.path("metadata");
        return new TemplateFacts(images, resources, Paths.of(withoutMarks(template), digests),
                Json.time(metadata.path("annotations").path(RESTARTED_AT)),
                Json.text(metadata.path("labels").path(Meta.VERSION)));
    }

    /** Equal where two templates are. */
    public int mark() {
        return paths.hashCode();
    }

    /** Controllers add labels to copies of a template, and the server defaults to what was left out. */
    private static JsonNode withoutMarks(JsonNode template) {
        if (!(template instanceof ObjectNode object)) {
            return template;
        }
        ObjectNode copy = object.deepCopy();
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("creationTimestamp");
            if (metadata.path("labels") instanceof ObjectNode labels) {
                labels.remove(Meta.TEMPLATE_HASH);
                labels.remove("rollouts-pod-template-hash");
                labels.remove(Meta.REVISION_HASH);
            }
        }
        copy.remove("$patch");
        return copy;
    }
}
