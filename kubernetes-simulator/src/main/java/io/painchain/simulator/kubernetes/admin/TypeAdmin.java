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

/** Custom types that come and go with their definitions. */
final class TypeAdmin {

    private final Store store;

    TypeAdmin(Store store) {
        this.store = store;
    }

    List<AdminRoute> routes() {
        return List.of(AdminRoute.of("GET", "types", this::list), AdminRoute.of("POST", "types", this::add),
                AdminRoute.of("DELETE", "types/*", this::remove));
    }

    private JsonNode list(AdminCall call) {
        ObjectNode result = Body.object();
        store.types().all().forEach(type -> result.withArray("types").add(type.resource()));
        return result;
    }

    private JsonNode add(AdminCall call) throws AdminException {
        Body body = call.body();
        ResourceType type = new ResourceType(body.required("group"), body.text("version", "v1"), body.required("plural"),
                body.required("kind"), body.flag("namespaced", true), true);
        store.addType(type);
        ObjectNode definition = Body.object();
        ObjectNode spec = definition.putObject("spec").put("group", type.group()).put("scope",
                type.namespaced() ? "Namespaced" : "Cluster");
        spec.putObject("names").put("plural", type.plural()).put("kind", type.kind());
        spec.putArray("versions").addObject().put("name", type.version()).put("served", true).put("storage", true);
        return store.put(definition(type), definition, Writer.update("kubectl-create"));
    }

    private JsonNode remove(AdminCall call) throws AdminException {
        ResourceType type = store.types().named(call.parameter(0)).filter(ResourceType::custom)
                .orElseThrow(() -> new AdminException(404, "There is no custom type " + call.parameter(0)));
        store.removeType(type);
        store.delete(definition(type));
        return Body.object();
    }

    private Ref definition(ResourceType type) {
        return new Ref(store.types().kind("CustomResourceDefinition"), "", type.resource());
    }
}
