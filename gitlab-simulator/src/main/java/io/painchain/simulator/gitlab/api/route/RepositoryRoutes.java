package io.painchain.simulator.gitlab.api.route;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.painchain.simulator.gitlab.api.call.Answer;
import io.painchain.simulator.gitlab.api.call.ApiException;
import io.painchain.simulator.gitlab.api.call.Call;
import io.painchain.simulator.gitlab.api.call.Pages;
import io.painchain.simulator.gitlab.render.CommitJson;
import io.painchain.simulator.gitlab.world.git.Commit;
import io.painchain.simulator.gitlab.world.git.Repository;
import io.painchain.simulator.gitlab.world.git.Tag;
import io.painchain.simulator.gitlab.world.project.Feature;

/** Commits, branches, tags and comparisons. */
final class RepositoryRoutes {

    private static final String ROOT = "/projects/:id/repository";

    private RepositoryRoutes() {
    }

    static List<Route> all() {
        return List.of(of(ROOT + "/commits", RepositoryRoutes::commits),
                of(ROOT + "/commits/:sha", call -> Answer
                        .of(CommitJson.of(call.project(), commit(call, call.parameter(0)), true, call.rendering()))),
                of(ROOT + "/compare", RepositoryRoutes::compare), of(ROOT + "/branches", RepositoryRoutes::branches),
                of(ROOT + "/branches/:branch", RepositoryRoutes::branch), of(ROOT + "/tags", RepositoryRoutes::tags),
                of(ROOT + "/tags/:tag", RepositoryRoutes::tag));
    }

    private static Route of(String template, Route.Handler handler) {
        return Route.of(template, Feature.REPOSITORY, handler);
    }

    private static Answer commits(Call call) throws ApiException {
        Repository repository = filled(call);
        Instant since = call.time("since");
        Instant until = call.time("until");
        String ref = call.query().get("ref_name", call.project().defaultBranch());
        if (!call.flag("all") && repository.find(ref) == null) {
            throw ApiException.message(404, "Commit Not Found");
        }
        List<Commit> commits = (call.flag("all") ? repository.all() : repository.log(ref)).stream()
                .filter(commit -> since == null || !commit.committedAt().isBefore(since))
                .filter(commit -> until == null || !commit.committedAt().isAfter(until)).toList();
        return Pages.uncounted(call, commits,
                commit -> CommitJson.of(call.project(), commit, call.flag("with_stats"), call.rendering()));
    }

    private static Answer compare(Call call) throws ApiException {
        String from = commit(call, call.query().get("from", "")).sha();
        String to = commit(call, call.query().get("to", "")).sha();
        return Answer
                .of(CommitJson.compared(call.project(), filled(call).between(from, to), call.rendering()));
    }

    private static Answer branches(Call call) throws ApiException {
        String search = call.query().get("search", "");
        List<Map.Entry<String, String>> branches = call.project().repository().branches().entrySet().stream()
                .filter(branch -> branch.getKey().contains(search)).sorted(Map.Entry.comparingByKey()).toList();
        return Pages.counted(call, branches, branch -> CommitJson.branch(call.project(), branch.getKey(), branch.getValue(),
                call.rendering()));
    }

    private static Answer branch(Call call) throws ApiException {
        String head = call.project().repository().head(call.parameter(0));
        if (head == null) {
            throw ApiException.message(404, "Branch Not Found");
        }
        return Answer.of(CommitJson.branch(call.project(), call.parameter(0), head, call.rendering()));
    }

    private static Answer tags(Call call) throws ApiException {
        Comparator<Tag> order = Comparator
                .comparing(tag -> call.project().repository().get(tag.sha()).committedAt());
        List<Tag> tags = filled(call).tags().stream()
                .sorted(("asc".equals(call.text("sort")) ? order : order.reversed()).thenComparing(Tag::name)).toList();
        return Pages.counted(call, tags, tag -> CommitJson.tag(call.project(), tag, call.rendering()));
    }

    private static Answer tag(Call call) throws ApiException {
        return call.project().repository().tags().stream().filter(tag -> tag.name().equals(call.parameter(0)))
                .findFirst().map(tag -> Answer.of(CommitJson.tag(call.project(), tag, call.rendering())))
                .orElseThrow(() -> ApiException.message(404, "Tag Not Found"));
    }

    private static Commit commit(Call call, String ref) throws ApiException {
        Commit commit = call.project().repository().find(ref);
        if (commit == null) {
            throw ApiException.message(404, "Commit Not Found");
        }
        return commit;
    }

    private static Repository filled(Call call) throws ApiException {
        if (call.project().repository().empty()) {
            throw ApiException.message(404, "Repository Not Found");
        }
        return call.project().repository();
    }
}
