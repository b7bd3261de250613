package io.painchain.simulator.gitlab.api.route;

import java.util.List;

import io.painchain.simulator.gitlab.api.call.Answer;
import io.painchain.simulator.gitlab.api.call.ApiException;
import io.painchain.simulator.gitlab.api.call.Call;
import io.painchain.simulator.gitlab.api.call.Ordering;
import io.painchain.simulator.gitlab.api.call.Pages;
import io.painchain.simulator.gitlab.render.IssueJson;
import io.painchain.simulator.gitlab.render.StepJson;
import io.painchain.simulator.gitlab.world.issue.Issue;
import io.painchain.simulator.gitlab.world.project.Feature;

/** Issues with their steps and labels. Where they are switched off, the list is empty rather than refused. */
final class IssueRoutes {

    private static final String LIST = "/projects/:id/issues";
    private static final String ONE = LIST + "/:iid";

    private IssueRoutes() {
    }

    static List<Route> all() {
        return List.of(Route.open(LIST, IssueRoutes::list),
                Route.open(ONE, call -> Answer.of(IssueJson.of(call.project(), issue(call), call.rendering()))),
                Route.open(ONE + "/resource_state_events", IssueRoutes::steps),
                Route.open(ONE + "/resource_label_events", IssueRoutes::labels));
    }

    private static Answer list(Call call) throws ApiException {
        Pages.limitOffset(call, "Issue");
        String state = call.query().get("state", "all");
        List<Issue> all = visible(call).stream().filter(one -> state.equals("all") || one.open() == state.equals("opened"))
                .filter(one -> call.query().get("issue_type", one.type()).equals(one.type())).toList();
        List<Issue> within = Ordering.created(call, Ordering.updated(call, all, Issue::updatedAt), Issue::createdAt);
        return Pages.counted(call, Ordering.sort(call, within, Issue::createdAt, Issue::updatedAt, Issue::id),
                issue -> IssueJson.of(call.project(), issue, call.rendering()));
    }

    private static Answer steps(Call call) throws ApiException {
        Issue issue = issue(call);
        return Pages.counted(call, issue.steps(), step -> StepJson.of(step, "Issue", issue.id(), call.rendering()));
    }

    private static Answer labels(Call call) throws ApiException {
        Issue issue = issue(call);
        return Pages.counted(call, issue.labelEvents(), event -> StepJson.label(event, issue.id(), call.rendering()));
    }

    private static Issue issue(Call call) throws ApiException {
        long iid = call.id(0);
        return visible(call).stream().filter(one -> one.iid() == iid).findFirst()
                .orElseThrow(() -> ApiException.message(404, "Not found"));
    }

    private static List<Issue> visible(Call call) {
        return call.project().has(Feature.ISSUES) ? call.project().issues().all() : List.of();
    }
}
