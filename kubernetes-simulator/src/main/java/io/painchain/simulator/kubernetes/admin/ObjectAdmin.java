package io.painchain.simulator.kubernetes.admin;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.kubernetes.store.Ref;
import io.painchain.simulator.kubernetes.store.ResourceType;
import io.painchain.simulator.kubernetes.store.Store;
import io.painchain.simulator.kubernetes.store.Writer;

/**
 * Single objects: {@code PUT} replaces, {@code PATCH} merges; {@code ?manager=}, {@code ?operation=}, {@code ?subresource=}.
 */
final class ObjectAdmin {

    private final Store store;

    ObjectAdmin(Store store) {
        this.store = store;
    }

    List<AdminRoute> routes() {
        return List.of(AdminRoute.of("PUT", "objects", this::put), AdminRoute.of("PATCH", "objects", this::patch),
                AdminRoute.of("GET", "objects/*/*", this::get), AdminRoute.of("GET", "objects/*/*/*", this::get),
                AdminRoute.of("DELETE", "objects/*/*", this::delete),
                AdminRoute.of("DELETE", "objects/*/*/*", this::delete));
    }

    private JsonNode put(AdminCall call) throws AdminException {
        ObjectNode object = (ObjectNode) call.body().json();
        return store.put(ref(object), object, writer(call));
    }

    private JsonNode patch(AdminCall call) throws AdminException {
        ObjectNode patch = (ObjectNode) call.body().json();
        Ref ref = ref(patch);
        ObjectNode before = store.get(ref);
        if (before == null) {
            throw new AdminException(404, "There is no " + ref.type().kind() + " " + ref.name());
        }
        return store.put(ref, MergePatch.apply(before, patch), writer(call));
    }

    private JsonNode get(AdminCall call) throws AdminException {
        ObjectNode object = store.get(ref(call.parameters()));
        if (object == null) {
            throw new AdminException(404, "There is no " + String.join("/", call.parameters()));
        }
        return object;
    }

    private JsonNode delete(AdminCall call) throws AdminException {
        ObjectNode deleted = store.delete(ref(call.parameters()));
        if (deleted == null) {
            throw new AdminException(404, "There is no " + String.join("/", call.parameters()));
        }
        return deleted;
    }

    private Ref ref(ObjectNode object) throws AdminException {
        JsonNode metadata = object.path("metadata");
        ResourceType type = store.types().ofKind(object.path("apiVersion").asText(), object.path("kind").asText())
                .orElseThrow(() -> new AdminException(400, "There is no such apiVersion and kind"));
        String namespace = type.namespaced() ? metadata.path("namespace").asText("default") : "";
        return new Ref(type, namespace, new Body(metadata).required("name"));
    }

    /** By resource, such as {@code deployments.apps}, namespace if it has one, and name. */
    private Ref ref(List<String> path) throws AdminException {
        ResourceType type = store.types().named(path.get(0))
                .orElseThrow(() -> new AdminException(404, "There is no resource " + path.get(0)));
        return new Ref(type, path.size() == 3 ? path.get(1) : "", path.get(path.size() - 1));
    }

    private static Writer writer(AdminCall call) {
        return new Writer(call.query().get("manager", "kubectl-edit"), call.query().get("operation", "Update"),
                call.query().get("subresource", null));
    }
}
