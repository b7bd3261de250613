package io.painchain.simulator.gitlab.admin;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.gitlab.world.merge.MergeMethod;
import io.painchain.simulator.gitlab.world.merge.MergeRequest;
import io.painchain.simulator.gitlab.world.merge.MergeRequests;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.merge.Note;

/** Merge requests. */
final class MergeRequestAdmin {

    private static final String LIST = "projects/*/merge_requests";

    private final Subjects subjects;

    MergeRequestAdmin(World world) {
        this.subjects = new Subjects(world);
    }

    List<AdminRoute> routes() {
        return List.of(AdminRoute.of("POST", LIST, this::open), AdminRoute.of("POST", LIST + "/*/merge", this::merge),
                AdminRoute.of("POST", LIST + "/*/close", call -> shown(all(call).close(call.number(1), call.body().by()))),
                AdminRoute.of("POST", LIST + "/*/reopen", call -> shown(all(call).reopen(call.number(1), call.body().by()))),
                AdminRoute.of("POST", LIST + "/*/ready", call -> shown(all(call).ready(call.number(1), call.body().by()))),
                AdminRoute.of("POST", LIST + "/*/approve", call -> shown(all(call).approve(call.number(1), call.body().by()))),
                AdminRoute.of("POST", LIST + "/*/unapprove",
                        call -> shown(all(call).unapprove(call.number(1), call.body().by()))),
                AdminRoute.of("POST", LIST + "/*/notes",
                        call -> shown(all(call).comment(call.number(1), call.body().required("body"), call.body().by()))),
                AdminRoute.of("POST", LIST + "/*/merge_status", this::mergeStatus));
    }

    private JsonNode open(AdminCall call) throws AdminException {
        Body body = call.body();
        String title = body.required("title");
        String branch = body.text("branch", title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        return shown(all(call).open(new NewMergeRequest(title, body.text("description", ""), branch,
                body.text("target", null), body.flag("draft", false), body.texts("labels"), body.number("commits", 1)),
                body.by()));
    }

    private JsonNode merge(AdminCall call) throws AdminException {
        String method = call.body().text("method", "merge").toUpperCase(Locale.ROOT);
        try {
            return shown(all(call).merge(call.number(1), MergeMethod.valueOf(method), call.body().by()));
        } catch (IllegalArgumentException e) {
            throw new AdminException(400, "The method is none of merge, squash, fast_forward, squash_fast_forward");
        }
    }

    private JsonNode mergeStatus(AdminCall call) throws AdminException {
        all(call).mergeStatus(call.number(1), call.body().required("status"));
        return Body.object();
    }

    private MergeRequests all(AdminCall call) {
        return subjects.project(call).mergeRequests();
    }

    private static JsonNode shown(MergeRequest request) {
        return Body.object().put("iid", request.iid()).put("id", request.id()).put("state", request.state()).put("sha",
                request.sha());
    }

    private static JsonNode shown(Note note) {
        return Body.object().put("id", note.id());
    }
}
