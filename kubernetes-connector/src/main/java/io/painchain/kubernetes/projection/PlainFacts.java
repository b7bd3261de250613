package io.painchain.kubernetes.projection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An object of which every change of its fields counts.
 *
 * @param fields digests by path
 * @param atLimitSince of an autoscaler that would scale further if it might; {@code null}: it would not
 */
public record PlainFacts(Map<String, Integer> fields, Instant atLimitSince) {

    public PlainFacts(Map<String, Integer> fields) {
        this(fields, null);
    }

    /** What controllers write beside what people do. */
    private static final Set<String> NO_CHANGE = Set.of("apiVersion", "kind", "metadata", "status");
    private static final Set<String> WRITTEN_BY_CONTROLLERS = Set.of("caBundle", "healthCheckNodePort");
    private static final Set<String> NO_CONFIG = Set.of("kube-root-ca.crt", "openshift-service-ca.crt");

    public static ObjectState of(JsonNode object, Digests digests) {
        ObjectNode rest = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        object.properties().forEach(field -> {
            if (!NO_CHANGE.contains(field.getKey())) {
                rest.set(field.getKey(), field.getValue().deepCopy());
            }
        });
        removeFrom(rest, WRITTEN_BY_CONTROLLERS);
        return state(object, Paths.of(rest, digests), roots(rest), digests);
    }

    /** Of ConfigMaps: a digest by key. {@code null} where it says nothing to anybody. */
    public static ObjectState config(JsonNode object, Digests digests) {
        if (Meta.isLeaderLock(object) || NO_CONFIG.contains(object.path("metadata").path("name").asText())) {
            return null;
        }
        Map<String, Integer> keys = new TreeMap<>();
        for (String root : List.of("data", "binaryData")) {
            object.path(root).properties().forEach(field -> keys.put(field.getKey(), digests.of(field.getValue())));
        }
        return state(object, keys, List.of("data", "binaryData"), digests);
    }

    /** Of Secrets, whose values are not asked for: which keys were written, and when. */
    public static ObjectState secret(JsonNode object, Digests digests) {
        Managed managed = new Managed(object);
        if ("helm".equals(object.path("metadata").path("labels").path("owner").asText())) {
            return null;
        }
        Managed.Change change = managed.of(List.of("data", "stringData"));
        int written = change == null ? 0 : (int) change.at().getEpochSecond();
        Map<String, Integer> keys = new TreeMap<>();
        managed.names("data").forEach(key -> keys.put(key, 0));
        ObjectState state = state(object, keys, List.of("data", "stringData"), digests);
        return new ObjectState(state.namespace(), state.name(), state.uid(), state.created(), state.asOf(), state.changedAt(),
                state.manager(), 31 * state.hash() + written, state.facts());
    }

    /** Of custom resource definitions: the versions, since their schemas are long and change with each release. */
    public static ObjectState definition(JsonNode object, Digests digests) {
        Map<String, Integer> versions = new TreeMap<>();
        for (JsonNode version : object.path("spec").path("versions")) {
            versions.put("versions[" + version.path("name").asText() + "]",
                    digests.of(version.path("served").asText() + version.path("storage").asText()));
        }
        return state(object, versions, List.of("spec.versions"), digests);
    }

    public static ObjectState autoscaler(JsonNode object, Digests digests) {
        ObjectState plain = of(object, digests);
        JsonNode limited = Json.condition(object.path("status"), "ScalingLimited");
        boolean above = limited.path("status").asText().equals("True")
                && limited.path("reason").asText().equals("TooManyReplicas");
        PlainFacts facts = new PlainFacts(plain.facts(PlainFacts.class).fields(),
                above ? Json.time(limited.path("lastTransitionTime")) : null);
        return new ObjectState(plain.namespace(), plain.name(), plain.uid(), plain.created(), plain.asOf(), plain.changedAt(),
                plain.manager(), plain.hash(), facts);
    }

    private static ObjectState state(JsonNode object, Map<String, Integer> fields, List<String> roots, Digests digests) {
        Managed managed = new Managed(object);
        return ObjectState.of(Meta.of(object), managed, managed.of(roots), digests.of(fields.toString()),
                new PlainFacts(fields));
    }

    private static List<String> roots(ObjectNode rest) {
        List<String> roots = new java.util.ArrayList<>();
        rest.fieldNames().forEachRemaining(roots::add);
        return roots;
    }

    private static void removeFrom(JsonNode node, Set<String> names) {
        if (node instanceof ObjectNode object) {
            object.remove(names);
        }
        node.forEach(child -> removeFrom(child, names));
    }
}
