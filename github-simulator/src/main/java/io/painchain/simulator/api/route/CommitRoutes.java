package io.painchain.simulator.api.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Page;
import io.painchain.simulator.api.call.TimeRange;
import io.painchain.simulator.api.repository.RepositoryCall;
import io.painchain.simulator.render.git.CommitJson;
import io.painchain.simulator.render.git.CompareJson;
import io.painchain.simulator.render.git.CompareJson.Comparison;
import io.painchain.simulator.world.git.Commit;
import io.painchain.simulator.world.git.CommitGraph;
import io.painchain.simulator.world.repository.Repository;

/** Commits and comparisons of them. */
final class CommitRoutes {

    /** A comparison that is not asked for by pages shows the newest so many. */
    private static final int COMPARED = 250;

    private CommitRoutes() {
    }

    static Answer list(RepositoryCall call) throws ApiException {
        Repository repository = call.repository();
        Commit head = commit(call, call.query().get("sha", repository.defaultBranch()));
        TimeRange since = range(call, "since", ">=");
        TimeRange until = range(call, "until", "<=");
        List<Commit> commits = repository.git().commits().reachable(head.sha()).stream()
                .filter(commit -> since.contains(commit.date()) && until.contains(commit.date())).toList();
        return call.page(commits).answer(commit -> CommitJson.listed(call.links(), repository, commit));
    }

    static Answer one(RepositoryCall call) throws ApiException {
        Commit commit = commit(call, call.parameter("ref"));
        return Answer.of(CommitJson.full(call.links(), call.repository(), commit)).lastModified(commit.date());
    }

    static Answer compare(RepositoryCall call) throws ApiException {
        String range = decode(call.parameter("ref"));
        int dots = range.indexOf("...");
        if (dots < 0) {
            throw ApiException.notFound();
        }
        Commit base = commit(call, range.substring(0, dots));
        Commit head = commit(call, range.substring(dots + 3));
        CommitGraph graph = call.repository().git().commits();
        Commit mergeBase = graph.mergeBase(base.sha(), head.sha());
        if (mergeBase == null) {
            throw new ApiException(404, "No common ancestor between " + range.replace("...", " and ") + ".");
        }
        List<Commit> ahead = graph.notIn(head.sha(), base.sha(), Integer.MAX_VALUE);
        int behind = graph.notIn(base.sha(), head.sha(), Integer.MAX_VALUE).size();
        Comparison comparison = new Comparison(base, head, mergeBase, ahead, behind);
        if (!call.query().has("page") && !call.query().has("per_page")) {
            List<Commit> newest = ahead.subList(Math.max(0, ahead.size() - COMPARED), ahead.size());
            return Answer.of(CompareJson.comparison(call.links(), call.repository(), comparison, newest, true));
        }
        Page<Commit> page = call.page(ahead);
        return page.linked(Answer.of(CompareJson.comparison(call.links(), call.repository(), comparison, page.items(),
                page.number() == 1)));
    }

    private static Commit commit(RepositoryCall call, String ref) throws ApiException {
        String name = decode(ref);
        String sha = call.repository().git().resolve(name.substring(name.indexOf(':') + 1));
        if (sha == null) {
            boolean looksLikeSha = name.matches("[0-9a-f]{40}");
            throw looksLikeSha ? new ApiException(422, "No commit found for SHA: " + name) : ApiException.notFound();
        }
        return call.repository().git().commits().get(sha);
    }

    private static TimeRange range(RepositoryCall call, String parameter, String operator) {
        return call.query().has(parameter) ? TimeRange.parse(operator + call.query().get(parameter, ""))
                : TimeRange.parse("");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
