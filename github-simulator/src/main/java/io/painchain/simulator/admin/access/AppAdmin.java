package io.painchain.simulator.admin.access;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.api.auth.App;
import io.painchain.simulator.api.auth.Apps;
import io.painchain.simulator.api.auth.Installation;

/** Apps and their installations. */
public final class AppAdmin {

    private final Apps apps;

    public AppAdmin(Apps apps) {
        this.apps = apps;
    }

    public List<AdminRoute> routes() {
        return List.of(AdminRoute.of("POST", "apps", this::add),
                AdminRoute.of("POST", "apps/*/installations", this::install),
                AdminRoute.of("DELETE", "installations/*", this::uninstall));
    }

    private JsonNode add(AdminCall call) throws AdminException {
        Body body = call.body();
        try {
            App app = apps.add(App.of(body.number("id", 1), body.text("slug", "painchain"), body.required("publicKey")));
            return Body.object().put("id", app.id()).put("clientId", app.clientId());
        } catch (IllegalArgumentException e) {
            throw new AdminException(400, e.getMessage());
        }
    }

    private JsonNode install(AdminCall call) throws AdminException {
        Body body = call.body();
        App app = apps.find(call.id(0))
                .orElseThrow(() -> new AdminException(404, "There is no app " + call.parameter(0)));
        Installation installation = Installation
                .of(body.number("id", 1), app, body.text("account", "acme"), Permissions.named(body, false))
                .writing(Permissions.named(body, true));
        if (body.has("repositories")) {
            installation = installation.limitedTo(Set.copyOf(body.texts("repositories")).toArray(String[]::new));
        }
        return Body.object().put("id", apps.install(installation).id());
    }

    private JsonNode uninstall(AdminCall call) throws AdminException {
        apps.uninstall(call.id(0));
        return Body.object();
    }
}
