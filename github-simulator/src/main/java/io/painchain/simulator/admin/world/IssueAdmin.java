package io.painchain.simulator.admin.world;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.issue.Issues;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.repository.Repository;

/** Issues; what is done to one here can be done to a pull request, too. */
public final class IssueAdmin {

    private final World world;

    public IssueAdmin(World world) {
        this.world = world;
    }

    public List<AdminRoute> routes() {
        return List.of(AdminRoute.of("POST", "repos/*/*/issues", this::open),
                AdminRoute.of("PATCH", "repos/*/*/issues/*", this::edit),
                AdminRoute.of("POST", "repos/*/*/issues/*/close", this::close),
                AdminRoute.of("POST", "repos/*/*/issues/*/reopen", this::reopen),
                AdminRoute.of("POST", "repos/*/*/issues/*/labels", this::label),
                AdminRoute.of("DELETE", "repos/*/*/issues/*/labels/*", this::unlabel),
                AdminRoute.of("POST", "repos/*/*/issues/*/assignees", this::assign),
                AdminRoute.of("POST", "repos/*/*/issues/*/comments", this::comment),
                AdminRoute.of("POST", "repos/*/*/issues/*/transfer", this::transfer),
                AdminRoute.of("POST", "repos/*/*/issues/*/convert", this::convert),
                AdminRoute.of("DELETE", "repos/*/*/issues/*", this::delete));
    }

    private JsonNode open(AdminCall call) throws AdminException {
        Body body = call.body();
        NewIssue draft = new NewIssue(body.required("title"), body.text("body", null), body.texts("labels"));
        return Shown.issue(issues(call).open(draft, body.by()));
    }

    private JsonNode edit(AdminCall call) throws AdminException {
        Body body = call.body();
        issues(call).edit(call.number(2), body.text("title", null), body.text("body", null), body.by());
        return Shown.issue(issues(call).get(call.number(2)));
    }

    private JsonNode close(AdminCall call) throws AdminException {
        if (call.body().flag("unseen", false)) {
            issues(call).closeUnseen(call.number(2), call.body().by());
            return Shown.issue(issues(call).get(call.number(2)));
        }
        boolean isPull = issues(call).get(call.number(2)).pull() != null;
        String reason = call.body().text("reason", isPull ? null : "completed");
        return Shown.event(issues(call).close(call.number(2), reason, call.body().by()));
    }

    private JsonNode reopen(AdminCall call) throws AdminException {
        return Shown.event(issues(call).reopen(call.number(2), call.body().by()));
    }

    private JsonNode label(AdminCall call) throws AdminException {
        return Shown.event(issues(call).label(call.number(2), call.body().required("name"), call.body().by()));
    }

    private JsonNode unlabel(AdminCall call) throws AdminException {
        return Shown.event(issues(call).unlabel(call.number(2), call.parameter(3), call.body().by()));
    }

    private JsonNode assign(AdminCall call) throws AdminException {
        return Shown.event(issues(call).assign(call.number(2), call.body().required("login"), call.body().by()));
    }

    private JsonNode comment(AdminCall call) throws AdminException {
        issues(call).comment(call.number(2), call.body().text("body", "A comment"), call.body().by());
        return Shown.issue(issues(call).get(call.number(2)));
    }

    private JsonNode transfer(AdminCall call) throws AdminException {
        Repository target = world.repository(call.body().required("to"));
        return Shown.issue(issues(call).transfer(call.number(2), target, call.body().by()));
    }

    private JsonNode convert(AdminCall call) throws AdminException {
        issues(call).convert(call.number(2));
        return Body.object().put("converted", call.number(2));
    }

    private JsonNode delete(AdminCall call) throws AdminException {
        issues(call).delete(call.number(2));
        return Body.object().put("deleted", call.number(2));
    }

    private Issues issues(AdminCall call) {
        return world.repository(call.repository()).issues();
    }
}
