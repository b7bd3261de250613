package io.painchain.simulator.gitlab.api.route;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.painchain.simulator.gitlab.api.call.Answer;
import io.painchain.simulator.gitlab.api.call.ApiException;
import io.painchain.simulator.gitlab.api.call.Call;
import io.painchain.simulator.gitlab.api.call.Ordering;
import io.painchain.simulator.gitlab.api.call.Pages;
import io.painchain.simulator.gitlab.render.CommitJson;
import io.painchain.simulator.gitlab.render.MergeRequestJson;
import io.painchain.simulator.gitlab.render.PipelineJson;
import io.painchain.simulator.gitlab.render.StepJson;
import io.painchain.simulator.gitlab.world.git.Commit;
import io.painchain.simulator.gitlab.world.merge.MergeRequest;
import io.painchain.simulator.gitlab.world.merge.Note;
import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.gitlab.world.project.Feature;

/** Merge requests and what is below one. */
final class MergeRequestRoutes {

    private static final String LIST = "/projects/:id/merge_requests";
    private static final String ONE = LIST + "/:iid";

    private MergeRequestRoutes() {
    }

    static List<Route> all() {
        return List.of(of(LIST, MergeRequestRoutes::list), of(ONE, call -> Answer
                .of(MergeRequestJson.single(call.project(), request(call), call.rendering()))),
                of(ONE + "/resource_state_events", MergeRequestRoutes::steps), of(ONE + "/notes", MergeRequestRoutes::notes),
                of(ONE + "/commits", MergeRequestRoutes::commits), of(ONE + "/diffs", MergeRequestRoutes::diffs),
                of(ONE + "/pipelines", MergeRequestRoutes::pipelines));
    }

    private static Route of(String template, Route.Handler handler) {
        return Route.of(template, Feature.MERGE_REQUESTS, handler);
    }

    private static Answer list(Call call) throws ApiException {
        String state = call.query().get("state", "all");
        List<MergeRequest> all = call.project().mergeRequests().all().stream()
                .filter(one -> state.equals("all") || one.state().equals(state))
                .filter(one -> call.query().get("target_branch", one.targetBranch()).equals(one.targetBranch())).toList();
        List<MergeRequest> within = Ordering.created(call, Ordering.updated(call, all, MergeRequest::updatedAt),
                MergeRequest::createdAt);
        return Pages.counted(call,
                Ordering.sort(call, within, MergeRequest::createdAt, MergeRequest::updatedAt, MergeRequest::id),
                one -> MergeRequestJson.of(call.project(), one, call.rendering()));
    }

    private static Answer steps(Call call) throws ApiException {
        MergeRequest request = request(call);
        return Pages.counted(call, request.steps(),
                step -> StepJson.of(step, "MergeRequest", request.id(), call.rendering()));
    }

    private static Answer notes(Call call) throws ApiException {
        MergeRequest request = request(call);
        return Pages.counted(call,
                Ordering.sort(call, request.notes(), Note::createdAt, Note::createdAt, Note::id),
                note -> MergeRequestJson.note(request, note, call.rendering()));
    }

    /** Newest first. */
    private static Answer commits(Call call) throws ApiException {
        List<Commit> commits = new ArrayList<>();
        request(call).commits().forEach(sha -> commits.add(0, call.project().repository().get(sha)));
        return Pages.counted(call, commits, one -> CommitJson.of(call.project(), one, false, call.rendering()));
    }

    private static Answer diffs(Call call) throws ApiException {
        List<Commit> commits = request(call).commits().stream().map(call.project().repository()::get).toList();
        return Pages.counted(call, commits, CommitJson::diff);
    }

    private static Answer pipelines(Call call) throws ApiException {
        MergeRequest request = request(call);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        String prefix = "refs/merge-requests/" + request.iid() + "/";
        List<Pipeline> all = new ArrayList<>(call.project().pipelines().all());
        all.removeIf(one -> !one.made().ref().startsWith(prefix) && !one.sha().equals(request.sha()));
        all.forEach(one -> array.insert(0, PipelineJson.of(call.project(), one, call.rendering())));
        return Answer.of(array);
    }

    private static MergeRequest request(Call call) throws ApiException {
        long iid = call.id(0);
        return call.project().mergeRequests().all().stream().filter(one -> one.iid() == iid).findFirst()
                .orElseThrow(() -> ApiException.message(404, "Not found"));
    }
}
