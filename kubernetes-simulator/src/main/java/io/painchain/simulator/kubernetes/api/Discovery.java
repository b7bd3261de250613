package io.painchain.simulator.kubernetes.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.kubernetes.store.ResourceType;
import io.painchain.simulator.kubernetes.store.ResourceTypes;

/** What the server says of itself and its types: one request for all of them, or one for each group's version. */
final class Discovery {

    private static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
    private static final String REVIEWS = "authorization.k8s.io";

    private final ResourceTypes types;

    Discovery(ResourceTypes types) {
        this.types = types;
    }

    /** Null where the path is none of discovery's. */
    HttpResponse answer(String path, String accept, Server server) {
        boolean aggregated = accept.contains("as=APIGroupDiscoveryList") && server.minor() >= 30;
        return switch (path) {
            case "/version" -> json(version(server));
            case "/livez", "/readyz", "/healthz" -> HttpResponse.json(200, "ok").with("Content-Type", "text/plain");
            case "/api" -> aggregated ? aggregated(true, server) : json(legacyVersions());
            case "/apis" -> aggregated ? aggregated(false, server) : json(groupList());
            default -> group(path);
        };
    }

    private HttpResponse group(String path) {
        for (Map.Entry<String, List<ResourceType>> group : groups().entrySet()) {
            ResourceType first = group.getValue().get(0);
            if (path.equals(first.path())) {
                return json(resources(first.apiVersion(), group.getValue()));
            }
            if (path.equals("/apis/" + first.group())) {
                return json(group(first).put("kind", "APIGroup").put("apiVersion", "v1"));
            }
        }
        return null;
    }

    private static ObjectNode version(Server server) {
        String[] numbers = server.gitVersion().replaceFirst("^v", "").split("\\.");
        return object().put("major", numbers[0]).put("minor", numbers[1]).put("gitVersion", server.gitVersion())
                .put("platform", "linux/amd64");
    }

    private static ObjectNode legacyVersions() {
        ObjectNode versions = object().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        versions.putArray("serverAddressByClientCIDRs");
        return versions;
    }

    private ObjectNode groupList() {
        ObjectNode list = object().put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode groups = list.putArray("groups");
        groups().values().stream().map(group -> group.get(0)).filter(type -> !type.group().isEmpty())
                .forEach(type -> groups.add(group(type)));
        return list;
    }

    private static ObjectNode group(ResourceType type) {
        ObjectNode group = object().put("name", type.group());
        ObjectNode version = object().put("groupVersion", type.apiVersion()).put("version", type.version());
        group.putArray("versions").add(version);
        group.set("preferredVersion", version.deepCopy());
        return group;
    }

    private static ObjectNode resources(String apiVersion, List<ResourceType> ofGroup) {
        ObjectNode list = object().put("kind", "APIResourceList").put("apiVersion", "v1").put("groupVersion", apiVersion);
        ArrayNode resources = list.putArray("resources");
        for (ResourceType type : ofGroup) {
            ObjectNode resource = resources.addObject().put("name", type.plural())
                    .put("singularName", type.kind().toLowerCase(Locale.ROOT))
                    .put("namespaced", type.namespaced()).put("kind", type.kind());
            verbs(type).forEach(resource.putArray("verbs")::add);
        }
        return list;
    }

    private HttpResponse aggregated(boolean legacy, Server server) {
        ObjectNode list = object().put("kind", "APIGroupDiscoveryList").put("apiVersion", "apidiscovery.k8s.io/v2");
        list.putObject("metadata");
        ArrayNode items = list.putArray("items");
        groups().forEach((name, ofGroup) -> {
            if (name.isEmpty() == legacy) {
                ObjectNode item = items.addObject();
                item.putObject("metadata").put("name", name);
                aggregated(item.putArray("versions").addObject(), ofGroup, server.staleGroups().contains(name));
            }
        });
        return json(list).with("Content-Type", AGGREGATED);
    }

    /** A stale group is named with what is known of it: nothing here, as after a start of the server. */
    private static void aggregated(ObjectNode version, List<ResourceType> ofGroup, boolean stale) {
        version.put("version", ofGroup.get(0).version()).put("freshness", stale ? "Stale" : "Current");
        ArrayNode resources = version.putArray("resources");
        for (ResourceType type : stale ? List.<ResourceType> of() : ofGroup) {
            ObjectNode resource = resources.addObject().put("resource", type.plural());
            resource.putObject("responseKind").put("group", type.group()).put("version", type.version()).put("kind",
                    type.kind());
            resource.put("scope", type.namespaced() ? "Namespaced" : "Cluster").put("singularResource",
                    type.kind().toLowerCase(Locale.ROOT));
            verbs(type).forEach(resource.putArray("verbs")::add);
        }
    }

    private static List<String> verbs(ResourceType type) {
        return type.group().equals(REVIEWS) ? List.of("create") : List.of("get", "list", "watch");
    }

    private Map<String, List<ResourceType>> groups() {
        Map<String, List<ResourceType>> groups = types.all().stream()
                .collect(Collectors.groupingBy(ResourceType::group, LinkedHashMap::new, Collectors.toList()));
        groups.put(REVIEWS, List.of(review("SelfSubjectAccessReview"), review("SelfSubjectRulesReview")));
        return groups;
    }

    private static ResourceType review(String kind) {
        return new ResourceType(REVIEWS, "v1", kind.toLowerCase(Locale.ROOT) + "s", kind, false, false);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static HttpResponse json(ObjectNode body) {
        return HttpResponse.json(200, body.toString()).with("Content-Type", "application/json");
    }
}
