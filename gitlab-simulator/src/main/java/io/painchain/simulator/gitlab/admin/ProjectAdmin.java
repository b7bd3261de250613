package io.painchain.simulator.gitlab.admin;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.gitlab.world.project.Feature;
import io.painchain.simulator.gitlab.world.project.Project;

/** Projects, their names, features and feeds; users. */
final class ProjectAdmin {

    private final World world;
    private final Subjects subjects;

    ProjectAdmin(World world) {
        this.world = world;
        this.subjects = new Subjects(world);
    }

    List<AdminRoute> routes() {
        return List.of(AdminRoute.of("POST", "projects", this::create), AdminRoute.of("GET", "projects", this::list),
                AdminRoute.of("DELETE", "projects/*", this::delete), AdminRoute.of("POST", "projects/*/rename", this::rename),
                AdminRoute.of("POST", "projects/*/settings", this::settings),
                AdminRoute.of("POST", "projects/*/feed", this::feed), AdminRoute.of("DELETE", "users/*", this::deleteUser));
    }

    private JsonNode create(AdminCall call) throws AdminException {
        String path = call.body().required("path");
        return shown(call.body().flag("empty", false) ? world.createEmptyProject(path) : world.createProject(path));
    }

    private JsonNode list(AdminCall call) {
        ObjectNode result = Body.object();
        ArrayNode projects = result.putArray("projects");
        world.projects().forEach(project -> projects.add(shown(project)));
        return result;
    }

    private JsonNode delete(AdminCall call) {
        world.delete(subjects.project(call));
        return Body.object();
    }

    private JsonNode rename(AdminCall call) throws AdminException {
        Project project = subjects.project(call);
        project.rename(call.body().required("path"));
        return shown(project);
    }

    private JsonNode settings(AdminCall call) throws AdminException {
        Project project = subjects.project(call);
        Body body = call.body();
        project.archived(body.flag("archived", project.archived()));
        project.defaultBranch(body.text("defaultBranch", project.defaultBranch()));
        project.mergeRequests().pushesMove(body.flag("pushesMoveMergeRequests", true));
        project.mergeRequests().numbersSteps(body.flag("numbersSteps", true));
        for (String name : body.texts("off")) {
            project.turn(feature(name), false);
        }
        for (String name : body.texts("on")) {
            project.turn(feature(name), true);
        }
        return shown(project);
    }

    private JsonNode feed(AdminCall call) throws AdminException {
        Project project = subjects.project(call);
        project.feed().delay(Duration.ofSeconds(call.body().number("delaySeconds", 0)));
        project.feed().addHidden(call.body().number("hidden", 0), call.body().by());
        return Body.object();
    }

    private JsonNode deleteUser(AdminCall call) {
        world.basis().delete(call.parameter(0));
        return Body.object();
    }

    private static Feature feature(String name) throws AdminException {
        try {
            return Feature.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new AdminException(400, "There is no feature " + name);
        }
    }

    private static ObjectNode shown(Project project) {
        return Body.object().put("id", project.id()).put("path", project.path());
    }
}
