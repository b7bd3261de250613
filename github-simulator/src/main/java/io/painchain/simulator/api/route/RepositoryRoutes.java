package io.painchain.simulator.api.route;

import static io.painchain.simulator.api.auth.Permission.ACTIONS;
import static io.painchain.simulator.api.auth.Permission.ADMINISTRATION;
import static io.painchain.simulator.api.auth.Permission.CHECKS;
import static io.painchain.simulator.api.auth.Permission.CONTENTS;
import static io.painchain.simulator.api.auth.Permission.DEPLOYMENTS;
import static io.painchain.simulator.api.auth.Permission.ISSUES;
import static io.painchain.simulator.api.auth.Permission.METADATA;
import static io.painchain.simulator.api.auth.Permission.PULL_REQUESTS;
import static io.painchain.simulator.api.auth.Permission.REPOSITORY_HOOKS;

import java.util.List;

import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.hook.HookCall;
import io.painchain.simulator.api.hook.HookHandler;
import io.painchain.simulator.api.hook.HookRoutes;
import io.painchain.simulator.api.repository.RepositoryCall;
import io.painchain.simulator.api.repository.RepositoryHandler;
import io.painchain.simulator.api.repository.Route;
import io.painchain.simulator.render.issue.LabelJson;
import io.painchain.simulator.render.repository.RepositoryJson;

/** All that can be asked about a repository. */
public final class RepositoryRoutes {

    private RepositoryRoutes() {
    }

    public static List<Route> all() {
        return List.of(Route.of("", METADATA, RepositoryRoutes::repository),
                Route.writing("PATCH", "", ADMINISTRATION, WriteRoutes::settings),
                Route.of("/events", METADATA, FeedRoutes::list),
                Route.of("/actions/runs", ACTIONS, RunRoutes::list),
                Route.of("/actions/runs/{run}", ACTIONS, RunRoutes::one),
                Route.of("/actions/runs/{run}/jobs", ACTIONS, RunRoutes::jobs),
                Route.of("/actions/runs/{run}/attempts/{attempt}", ACTIONS, RunRoutes::attempt),
                Route.of("/actions/runs/{run}/attempts/{attempt}/jobs", ACTIONS, RunRoutes::attemptJobs),
                Route.of("/actions/jobs/{job}", ACTIONS, RunRoutes::job),
                Route.of("/actions/jobs/{job}/logs", ACTIONS, CheckRoutes::logs),
                Route.of("/actions/workflows", ACTIONS, CheckRoutes::workflows),
                Route.of("/actions/workflows/{workflow}", ACTIONS, CheckRoutes::workflow),
                Route.of("/check-runs/{check}/annotations", CHECKS, CheckRoutes::annotations),
                Route.of("/pulls", PULL_REQUESTS, PullRoutes::list),
                Route.of("/pulls/{number}", PULL_REQUESTS, PullRoutes::one),
                Route.of("/pulls/{number}/reviews", PULL_REQUESTS, PullRoutes::reviews),
                Route.of("/pulls/{number}/files", PULL_REQUESTS, PullRoutes::files),
                Route.of("/pulls/{number}/commits", PULL_REQUESTS, PullRoutes::commits),
                Route.of("/pulls/{number}/comments", PULL_REQUESTS, PullRoutes::comments),
                Route.of("/issues", ISSUES, IssueRoutes::list),
                Route.of("/issues/events", ISSUES, IssueRoutes::events),
                Route.of("/issues/{number}", ISSUES, IssueRoutes::one),
                Route.of("/issues/{number}/events", ISSUES, IssueRoutes::eventsOfOne),
                Route.of("/issues/{number}/comments", ISSUES, IssueRoutes::comments),
                Route.of("/labels", ISSUES, RepositoryRoutes::labels),
                Route.of("/labels/{name}", ISSUES, WriteRoutes::oneLabel),
                Route.writing("POST", "/labels", ISSUES, WriteRoutes::createLabel),
                Route.writing("PATCH", "/labels/{name}", ISSUES, WriteRoutes::editLabel),
                Route.writing("DELETE", "/labels/{name}", ISSUES, WriteRoutes::deleteLabel),
                Route.of("/hooks", REPOSITORY_HOOKS, hooks(HookRoutes::list)),
                Route.writing("POST", "/hooks", REPOSITORY_HOOKS, hooks(HookRoutes::create)),
                Route.of("/hooks/{hook}", REPOSITORY_HOOKS, hooks(HookRoutes::one)),
                Route.writing("PATCH", "/hooks/{hook}", REPOSITORY_HOOKS, hooks(HookRoutes::edit)),
                Route.writing("DELETE", "/hooks/{hook}", REPOSITORY_HOOKS, hooks(HookRoutes::delete)),
                Route.writing("PATCH", "/hooks/{hook}/config", REPOSITORY_HOOKS, hooks(HookRoutes::configure)),
                Route.writing("POST", "/hooks/{hook}/pings", REPOSITORY_HOOKS, hooks(HookRoutes::ping)),
                Route.of("/hooks/{hook}/deliveries", REPOSITORY_HOOKS, hooks(HookRoutes::deliveries)),
                Route.writing("POST", "/hooks/{hook}/deliveries/{delivery}/attempts", REPOSITORY_HOOKS,
                        hooks(HookRoutes::attempt)),
                Route.of("/activity", CONTENTS, ActivityRoutes::list),
                Route.of("/commits", CONTENTS, CommitRoutes::list),
                Route.of("/commits/{ref}", CONTENTS, CommitRoutes::one),
                Route.of("/compare/{ref}", CONTENTS, CommitRoutes::compare),
                Route.of("/branches", CONTENTS, BranchRoutes::branches),
                Route.of("/branches/{ref}", CONTENTS, BranchRoutes::branch),
                Route.of("/git/matching-refs/{ref}", CONTENTS, BranchRoutes::matchingRefs),
                Route.of("/git/ref/{ref}", CONTENTS, BranchRoutes::gitRef),
                Route.of("/tags", CONTENTS, BranchRoutes::tags),
                Route.of("/releases", CONTENTS, ReleaseRoutes::list),
                Route.of("/releases/latest", CONTENTS, ReleaseRoutes::latest),
                Route.of("/releases/tags/{ref}", CONTENTS, ReleaseRoutes::ofTag),
                Route.of("/releases/{release}", CONTENTS, ReleaseRoutes::one),
                Route.of("/deployments", DEPLOYMENTS, DeploymentRoutes::list),
                Route.of("/deployments/{deployment}", DEPLOYMENTS, DeploymentRoutes::one),
                Route.of("/deployments/{deployment}/statuses", DEPLOYMENTS, DeploymentRoutes::statuses));
    }

    private static RepositoryHandler hooks(HookHandler handler) {
        return call -> handler.answer(new HookCall("Repository", call.repository().hooks(), call.inquiry(), call.parameters(),
                call.listAddress()));
    }

    private static Answer repository(RepositoryCall call) {
        return Answer.of(RepositoryJson.full(call.links(), call.repository()))
                .lastModified(call.repository().updatedAt());
    }

    private static Answer labels(RepositoryCall call) {
        return call.page(call.repository().labels().all())
                .answer(label -> LabelJson.label(call.links(), call.repository(), label));
    }
}
