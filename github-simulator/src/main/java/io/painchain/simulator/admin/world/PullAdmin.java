package io.painchain.simulator.admin.world;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.pull.PullRequests;
import io.painchain.simulator.world.pull.Review;

/** Pull requests; closing, reopening, editing, labelling and commenting are those of issues. */
public final class PullAdmin {

    private final World world;

    public PullAdmin(World world) {
        this.world = world;
    }

    public List<AdminRoute> routes() {
        return List.of(AdminRoute.of("POST", "repos/*/*/pulls", this::open),
                AdminRoute.of("POST", "repos/*/*/pulls/*/merge", this::merge),
                AdminRoute.of("POST", "repos/*/*/pulls/*/queue", this::enqueue),
                AdminRoute.of("POST", "repos/*/*/pulls/*/dequeue", this::dequeue),
                AdminRoute.of("POST", "repos/*/*/pulls/*/reviews", this::review),
                AdminRoute.of("POST", "repos/*/*/pulls/*/reviews/*/dismiss", this::dismiss),
                AdminRoute.of("POST", "repos/*/*/pulls/*/reviewers", this::requestReview),
                AdminRoute.of("POST", "repos/*/*/pulls/*/ready", this::ready),
                AdminRoute.of("POST", "repos/*/*/pulls/*/mergeable", this::mergeable));
    }

    private JsonNode open(AdminCall call) throws AdminException {
        Body body = call.body();
        String title = body.required("title");
        String head = body.text("head", title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        NewPull draft = new NewPull(title, body.text("body", null), head, body.text("base", "main"),
                body.flag("draft", false), body.text("fork", null), body.texts("labels"), GitAdmin.commits(body));
        return Shown.pull(pulls(call).open(draft, body.by()));
    }

    private JsonNode merge(AdminCall call) throws AdminException {
        Body body = call.body();
        String method = body.text("method", "squash").toUpperCase(Locale.ROOT);
        if (List.of(MergeMethod.values()).stream().noneMatch(known -> known.name().equals(method))) {
            throw new AdminException(400, "The field method is none of merge, squash, rebase, queue");
        }
        JsonNode shown = Shown.pull(pulls(call).merge(call.number(2), MergeMethod.valueOf(method), body.by()));
        if (body.flag("deleteBranch", false)) {
            pulls(call).deleteHead(call.number(2), body.by());
        }
        return shown;
    }

    private JsonNode enqueue(AdminCall call) throws AdminException {
        return Shown.run(pulls(call).queue().enter(call.number(2), call.body().by()));
    }

    private JsonNode dequeue(AdminCall call) throws AdminException {
        return Shown.pull(pulls(call).queue().leave(call.number(2), call.body().by()));
    }

    private JsonNode review(AdminCall call) throws AdminException {
        Body body = call.body();
        String state = body.text("state", Review.APPROVED).toUpperCase(Locale.ROOT);
        Review review = pulls(call).review(call.number(2), state, body.text("body", ""), body.by());
        return Body.object().put("id", review.id()).put("state", review.state());
    }

    private JsonNode dismiss(AdminCall call) throws AdminException {
        pulls(call).dismissReview(call.number(2), call.id(3), call.body().by());
        return Shown.pull(pulls(call).get(call.number(2)));
    }

    private JsonNode requestReview(AdminCall call) throws AdminException {
        pulls(call).requestReview(call.number(2), call.body().required("login"), call.body().by());
        return Shown.pull(pulls(call).get(call.number(2)));
    }

    private JsonNode ready(AdminCall call) throws AdminException {
        pulls(call).readyForReview(call.number(2), call.body().by());
        return Shown.pull(pulls(call).get(call.number(2)));
    }

    /** {@code {"mergeable": true|false|null}}; null is what GitHub says while it has not computed it. */
    private JsonNode mergeable(AdminCall call) throws AdminException {
        Body body = call.body();
        pulls(call).mergeable(call.number(2), body.has("mergeable") ? (Boolean) body.flag("mergeable", true) : null);
        return Shown.pull(pulls(call).get(call.number(2)));
    }

    private PullRequests pulls(AdminCall call) {
        return world.repository(call.repository()).pulls();
    }
}
