package io.painchain.simulator.api.route;

import java.util.Comparator;
import java.util.List;

import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.TimeRange;
import io.painchain.simulator.api.repository.RepositoryCall;
import io.painchain.simulator.http.Query;
import io.painchain.simulator.render.issue.CommentJson;
import io.painchain.simulator.render.issue.IssueEventJson;
import io.painchain.simulator.render.issue.IssueJson;
import io.painchain.simulator.world.issue.Departure;
import io.painchain.simulator.world.issue.Issue;

/** Issues and their events; pull requests are among them. */
final class IssueRoutes {

    private IssueRoutes() {
    }

    static Answer list(RepositoryCall call) throws ApiException {
        requireIssues(call);
        Query query = call.query();
        TimeRange since = query.has("since") ? TimeRange.parse(">=" + query.get("since", "")) : TimeRange.parse("");
        String state = query.get("state", "open");
        List<Issue> issues = call.repository().issues().all().stream()
                .filter(issue -> state.equals("all") || state.equals("open") == issue.open())
                .filter(issue -> since.contains(issue.updatedAt())).filter(issue -> labelled(query, issue))
                .sorted(order(query)).toList();
        return call.page(issues).answer(issue -> IssueJson.listed(call.links(), call.repository(), issue));
    }

    static Answer one(RepositoryCall call) throws ApiException {
        requireIssues(call);
        Departure departure = call.repository().issues().departure(call.number("number"));
        if (departure != null) {
            throw gone(call, departure);
        }
        Issue issue = issue(call);
        return Answer.of(IssueJson.full(call.links(), call.repository(), issue)).lastModified(issue.updatedAt());
    }

    static Answer events(RepositoryCall call) {
        return call.page(call.repository().issueEvents().newestFirst())
                .answer(event -> IssueEventJson.ofRepository(call.links(), call.repository(), event));
    }

    static Answer eventsOfOne(RepositoryCall call) throws ApiException {
        return call.page(call.repository().issueEvents().of(issue(call)))
                .answer(event -> IssueEventJson.ofIssue(call.links(), call.repository(), event));
    }

    static Answer comments(RepositoryCall call) throws ApiException {
        Issue issue = issue(call);
        return call.page(issue.commentList())
                .answer(comment -> CommentJson.ofIssue(call.links(), call.repository(), issue, comment));
    }

    /** What was made a discussion is redirected without saying where to. */
    private static ApiException gone(RepositoryCall call, Departure departure) {
        return switch (departure.reason()) {
            case DELETED -> new ApiException(410, "This issue was deleted");
            case CONVERTED -> new ApiException(301, "Moved Permanently");
            case TRANSFERRED -> new ApiException(301, "Moved Permanently").with("Location",
                    call.inquiry().base() + "/repositories/" + departure.target().id() + "/issues/" + departure.number());
        };
    }

    private static void requireIssues(RepositoryCall call) throws ApiException {
        if (!call.repository().settings().hasIssues()) {
            throw new ApiException(410, "Issues are disabled for this repo");
        }
    }

    private static boolean labelled(Query query, Issue issue) {
        List<String> names = issue.labels().stream().map(label -> label.name()).toList();
        return !query.has("labels") || names.containsAll(List.of(query.get("labels", "").split(",")));
    }

    private static Comparator<Issue> order(Query query) {
        Comparator<Issue> ascending = switch (query.get("sort", "created")) {
            case "updated" -> Comparator.comparing(Issue::updatedAt);
            case "comments" -> Comparator.comparing(Issue::comments);
            default -> Comparator.comparing(Issue::createdAt);
        };
        ascending = ascending.thenComparing(Issue::number);
        return query.get("direction", "desc").equals("asc") ? ascending : ascending.reversed();
    }

    private static Issue issue(RepositoryCall call) throws ApiException {
        Issue issue = call.repository().issues().find(call.number("number"));
        if (issue == null) {
            throw ApiException.notFound();
        }
        return issue;
    }
}
