package io.painchain.simulator.gitlab.admin;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.gitlab.world.issue.Issue;
import io.painchain.simulator.gitlab.world.issue.Issues;

/** Issues and incidents. */
final class IssueAdmin {

    private static final String LIST = "projects/*/issues";

    private final Subjects subjects;

    IssueAdmin(World world) {
        this.subjects = new Subjects(world);
    }

    List<AdminRoute> routes() {
        return List.of(AdminRoute.of("POST", LIST, this::open),
                AdminRoute.of("POST", LIST + "/*/close", call -> shown(all(call).close(call.number(1), call.body().by()))),
                AdminRoute.of("POST", LIST + "/*/reopen", call -> shown(all(call).reopen(call.number(1), call.body().by()))),
                AdminRoute.of("POST", LIST + "/*/labels", call -> label(call, call.body().required("name"), true)),
                AdminRoute.of("DELETE", LIST + "/*/labels/*", call -> label(call, call.parameter(2), false)));
    }

    private JsonNode open(AdminCall call) throws AdminException {
        Body body = call.body();
        return shown(all(call).open(body.required("title"), body.text("type", "issue"), body.by()));
    }

    private JsonNode label(AdminCall call, String name, boolean add) throws AdminException {
        return shown(all(call).label(call.number(1), name, add, call.body().by()));
    }

    private Issues all(AdminCall call) {
        return subjects.project(call).issues();
    }

    private static JsonNode shown(Issue issue) {
        return Body.object().put("iid", issue.iid()).put("state", issue.open() ? "opened" : "closed");
    }
}
