package io.painchain.simulator.gitlab.admin;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.gitlab.world.deployment.Deployment;
import io.painchain.simulator.gitlab.world.deployment.Deployment.NewDeployment;
import io.painchain.simulator.gitlab.world.flag.FeatureFlag;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.gitlab.world.release.Release;

/** Deployments, releases and feature flags. */
final class DeploymentAdmin {

    private final Subjects subjects;

    DeploymentAdmin(World world) {
        this.subjects = new Subjects(world);
    }

    List<AdminRoute> routes() {
        return List.of(AdminRoute.of("POST", "projects/*/deployments", this::deploy),
                AdminRoute.of("POST", "projects/*/deployments/*/status", this::status),
                AdminRoute.of("POST", "projects/*/releases", this::release),
                AdminRoute.of("POST", "projects/*/releases/*/rename", this::renameRelease),
                AdminRoute.of("DELETE", "projects/*/releases/*", this::deleteRelease),
                AdminRoute.of("POST", "projects/*/feature_flags", this::flag));
    }

    private JsonNode deploy(AdminCall call) throws AdminException {
        Project project = subjects.project(call);
        Body body = call.body();
        NewDeployment made = NewDeployment.of(body.text("ref", project.defaultBranch()),
                body.text("environment", "production"));
        if (body.flag("tag", false)) {
            made = made.ofTag();
        }
        if (body.has("job")) {
            made = made.by(project.pipelines().job(Long.parseLong(body.required("job"))));
        }
        return shown(project.deployments().create(made, body.text("status", "running"), body.by()));
    }

    private JsonNode status(AdminCall call) throws AdminException {
        return shown(subjects.project(call).deployments().become(call.id(1), call.body().required("status"),
                call.body().by()));
    }

    private JsonNode release(AdminCall call) throws AdminException {
        Project project = subjects.project(call);
        Body body = call.body();
        String tag = body.required("tag");
        return shown(project.releases().create(tag, body.text("ref", project.defaultBranch()), body.text("name", tag),
                body.time("releasedAt"), body.by()));
    }

    private JsonNode renameRelease(AdminCall call) throws AdminException {
        return shown(subjects.project(call).releases().rename(call.parameter(1), call.body().required("name")));
    }

    private JsonNode deleteRelease(AdminCall call) {
        subjects.project(call).releases().delete(call.parameter(1));
        return Body.object();
    }

    private JsonNode flag(AdminCall call) throws AdminException {
        FeatureFlag flag = subjects.project(call).featureFlags().set(call.body().required("name"),
                call.body().flag("active", true), call.body().by());
        return Body.object().put("name", flag.name()).put("active", flag.active());
    }

    private static JsonNode shown(Deployment deployment) {
        return Body.object().put("id", deployment.id()).put("status", deployment.status());
    }

    private static JsonNode shown(Release release) {
        return Body.object().put("tag", release.tag()).put("name", release.name());
    }
}
