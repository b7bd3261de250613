package io.painchain.simulator.admin.world;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.deployment.Deployment;
import io.painchain.simulator.world.deployment.DeploymentStatus;
import io.painchain.simulator.world.deployment.NewDeployment;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.repository.Repository;

/** Releases and deployments. */
public final class ReleaseAdmin {

    private final World world;

    public ReleaseAdmin(World world) {
        this.world = world;
    }

    public List<AdminRoute> routes() {
        return List.of(AdminRoute.of("POST", "repos/*/*/releases", this::create),
                AdminRoute.of("PATCH", "repos/*/*/releases/*", this::edit),
                AdminRoute.of("POST", "repos/*/*/releases/*/publish", this::publish),
                AdminRoute.of("DELETE", "repos/*/*/releases/*", this::delete),
                AdminRoute.of("POST", "repos/*/*/deployments", this::deploy),
                AdminRoute.of("POST", "repos/*/*/deployments/*/statuses", this::status));
    }

    private JsonNode create(AdminCall call) throws AdminException {
        Body body = call.body();
        String tag = body.required("tag");
        return Shown.release(repository(call).releases().create(new NewRelease(tag, body.text("target", "main"),
                body.text("name", tag), body.text("body", ""), body.flag("draft", false),
                body.flag("prerelease", false), body.texts("assets")), body.by()));
    }

    private JsonNode edit(AdminCall call) throws AdminException {
        Body body = call.body();
        return Shown.release(repository(call).releases().edit(call.id(2), body.text("name", null),
                body.text("body", null), body.by()));
    }

    private JsonNode publish(AdminCall call) throws AdminException {
        return Shown.release(repository(call).releases().publish(call.id(2), call.body().by()));
    }

    private JsonNode delete(AdminCall call) throws AdminException {
        repository(call).releases().delete(call.id(2));
        return Body.object().put("deleted", call.id(2));
    }

    private JsonNode deploy(AdminCall call) throws AdminException {
        Body body = call.body();
        Deployment deployment = repository(call).deployments().create(new NewDeployment(body.text("ref", "main"),
                body.text("environment", "production"), body.text("description", null)), body.by());
        if (body.has("state")) {
            repository(call).deployments().status(deployment.id(), body.required("state"), null, body.by());
        }
        return Shown.deployment(deployment);
    }

    private JsonNode status(AdminCall call) throws AdminException {
        Body body = call.body();
        DeploymentStatus status = repository(call).deployments().status(call.id(2), body.text("state", "success"),
                body.text("description", null), body.by());
        return Body.object().put("id", status.id()).put("state", status.state());
    }

    private Repository repository(AdminCall call) {
        return world.repository(call.repository());
    }
}
