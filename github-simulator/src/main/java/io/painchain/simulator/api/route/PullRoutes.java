package io.painchain.simulator.api.route;

import java.util.Comparator;
import java.util.List;

import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.repository.RepositoryCall;
import io.painchain.simulator.http.Query;
import io.painchain.simulator.render.git.CommitJson;
import io.painchain.simulator.render.git.FileJson;
import io.painchain.simulator.render.issue.CommentJson;
import io.painchain.simulator.render.pull.PullRequestJson;
import io.painchain.simulator.render.pull.ReviewJson;
import io.painchain.simulator.world.pull.PullRequest;

/** Pull requests and what belongs to them. */
final class PullRoutes {

    private PullRoutes() {
    }

    static Answer list(RepositoryCall call) throws ApiException {
        if (!call.repository().settings().hasPullRequests()) {
            throw ApiException.notFound();
        }
        Query query = call.query();
        List<PullRequest> pulls = call.repository().pulls().all().stream().filter(pull -> accepts(query, pull))
                .sorted(order(query)).toList();
        return call.page(pulls).answer(pull -> PullRequestJson.listed(call.links(), pull));
    }

    static Answer one(RepositoryCall call) throws ApiException {
        PullRequest pull = pull(call);
        return Answer.of(PullRequestJson.full(call.links(), pull)).lastModified(pull.issue().updatedAt());
    }

    static Answer reviews(RepositoryCall call) throws ApiException {
        PullRequest pull = pull(call);
        return call.page(pull.reviews()).answer(review -> ReviewJson.review(call.links(), pull, review));
    }

    static Answer files(RepositoryCall call) throws ApiException {
        PullRequest pull = pull(call);
        return call.page(pull.files())
                .answer(file -> FileJson.file(call.links(), call.repository(), pull.headSha(), file));
    }

    static Answer commits(RepositoryCall call) throws ApiException {
        return call.page(pull(call).commits())
                .answer(commit -> CommitJson.listed(call.links(), call.repository(), commit));
    }

    static Answer comments(RepositoryCall call) throws ApiException {
        PullRequest pull = pull(call);
        return call.page(pull.reviewComments())
                .answer(comment -> CommentJson.ofChange(call.links(), pull, comment));
    }

    private static boolean accepts(Query query, PullRequest pull) {
        String state = query.get("state", "open");
        boolean stateFits = state.equals("all") || state.equals("open") == pull.issue().open();
        boolean baseFits = query.get("base", pull.baseRef()).equals(pull.baseRef());
        String head = pull.headOwner().login() + ":" + pull.headRef();
        return stateFits && baseFits && query.get("head", head).equals(head);
    }

    /** Newest first by creation; by anything else, too, unless asked for ascending. */
    private static Comparator<PullRequest> order(Query query) {
        boolean byUpdate = query.get("sort", "created").equals("updated");
        Comparator<PullRequest> ascending = byUpdate ? Comparator.comparing(pull -> pull.issue().updatedAt())
                : Comparator.comparing(pull -> pull.issue().createdAt());
        ascending = ascending.thenComparing(PullRequest::number);
        String otherwise = byUpdate && !query.has("direction") ? "asc" : "desc";
        return query.get("direction", otherwise).equals("asc") ? ascending : ascending.reversed();
    }

    private static PullRequest pull(RepositoryCall call) throws ApiException {
        return call.repository().pulls().find(call.number("number")).orElseThrow(ApiException::notFound);
    }
}
