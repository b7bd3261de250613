package io.painchain.simulator.gitlab.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.gitlab.world.git.Pushes;
import io.painchain.simulator.gitlab.world.project.Project;

/** Pushes, branches and tags. */
final class GitAdmin {

    private final Subjects subjects;

    GitAdmin(World world) {
        this.subjects = new Subjects(world);
    }

    List<AdminRoute> routes() {
        return List.of(AdminRoute.of("POST", "projects/*/pushes", this::push),
                AdminRoute.of("POST", "projects/*/branches", this::branch),
                AdminRoute.of("DELETE", "projects/*/branches/*", this::deleteBranch),
                AdminRoute.of("POST", "projects/*/tags", this::tag),
                AdminRoute.of("DELETE", "projects/*/tags/*", this::deleteTag));
    }

    /** With {@code branches} one push to all of them. */
    private JsonNode push(AdminCall call) throws AdminException {
        Project project = subjects.project(call);
        Body body = call.body();
        if (body.has("branches")) {
            project.pushes().bulk(body.texts("branches"), body.text("message", "Change all"), body.by());
            return Body.object();
        }
        List<String> messages = body.has("messages") ? body.texts("messages") : List.of(body.text("message", "Change it"));
        return Body.object().put("sha",
                project.pushes().commit(body.text("branch", project.defaultBranch()), messages, body.by()).sha());
    }

    private JsonNode branch(AdminCall call) throws AdminException {
        Project project = subjects.project(call);
        Body body = call.body();
        project.pushes().branch(body.required("name"), body.text("from", project.defaultBranch()), body.by());
        return body.json();
    }

    private JsonNode deleteBranch(AdminCall call) throws AdminException {
        subjects.project(call).pushes().deleteBranch(call.parameter(1), call.body().by());
        return Body.object();
    }

    /** With {@code names} one push of all of them. */
    private JsonNode tag(AdminCall call) throws AdminException {
        Project project = subjects.project(call);
        Body body = call.body();
        Pushes pushes = project.pushes();
        String ref = body.text("ref", project.defaultBranch());
        Map<String, String> tags = new LinkedHashMap<>();
        body.texts("names").forEach(name -> tags.put(name, ref));
        if (tags.isEmpty()) {
            tags.put(body.required("name"), ref);
        }
        pushes.tags(tags, body.text("message", null), body.by());
        return body.json();
    }

    private JsonNode deleteTag(AdminCall call) throws AdminException {
        subjects.project(call).pushes().deleteTag(call.parameter(1), call.body().by());
        return Body.object();
    }
}
