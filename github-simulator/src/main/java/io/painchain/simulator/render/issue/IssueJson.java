package io.painchain.simulator.render.issue;

import static io.painchain.simulator.render.Links.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Associations;
import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.render.Times;
import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.repository.Repository;

/** Issues, and pull requests where they are listed as issues. */
public final class IssueJson {

    private IssueJson() {
    }

    /** A single issue, which also tells who closed it. */
    public static ObjectNode full(Links links, Repository repository, Issue issue) {
        ObjectNode node = listed(links, repository, issue);
        node.set("closed_by", links.account(issue.closedBy()));
        return node;
    }

    public static ObjectNode listed(Links links, Repository repository, Issue issue) {
        String url = links.api(repository) + "/issues/" + issue.number();
        boolean isPull = issue.pull() != null;
        ObjectNode node = object().put("url", url).put("repository_url", links.api(repository))
                .put("labels_url", url + "/labels{/name}").put("comments_url", url + "/comments")
                .put("events_url", url + "/events")
                .put("html_url", links.html(repository) + (isPull ? "/pull/" : "/issues/") + issue.number())
                .put("id", issue.id())
                .put("node_id", NodeIds.of(isPull ? "PR" : "I", repository.id(), isPull ? issue.pull().id() : issue.id()))
                .put("number", issue.number()).put("title", issue.title());
        node.set("user", links.account(issue.author()));
        node.set("labels", LabelJson.labels(links, repository, issue.labels()));
        node.put("state", issue.open() ? "open" : "closed").put("locked", false);
        putAssignees(links, node, issue);
        node.putNull("milestone").put("comments", issue.comments()).put("created_at", Times.of(issue.createdAt()))
                .put("updated_at", Times.of(issue.updatedAt())).put("closed_at", Times.of(issue.closedAt()))
                .put("author_association", Associations.of(repository, issue.author())).putNull("type")
                .putNull("active_lock_reason");
        node.set("sub_issues_summary", object().put("total", 0).put("completed", 0).put("percent_completed", 0));
        if (isPull) {
            node.put("draft", issue.pull().draft());
            node.set("pull_request", pullReference(links, repository, issue.pull()));
        }
        node.put("body", issue.body());
        node.set("reactions", reactions(url));
        return node.put("timeline_url", url + "/timeline").putNull("performed_via_github_app").put("state_reason",
                issue.stateReason());
    }

    public static void putAssignees(Links links, ObjectNode node, Issue issue) {
        Account first = issue.assignees().isEmpty() ? null : issue.assignees().get(0);
        node.set("assignee", links.account(first));
        issue.assignees().forEach(assignee -> node.withArray("assignees").add(links.account(assignee)));
        node.withArray("assignees");
    }

    public static ObjectNode reactions(String url) {
        return object().put("url", url + "/reactions").put("total_count", 0).put("+1", 0).put("-1", 0).put("laugh", 0)
                .put("hooray", 0).put("confused", 0).put("heart", 0).put("rocket", 0).put("eyes", 0);
    }

    private static ObjectNode pullReference(Links links, Repository repository, PullRequest pull) {
        String html = links.html(repository) + "/pull/" + pull.number();
        return object().put("url", links.api(repository) + "/pulls/" + pull.number()).put("html_url", html)
                .put("diff_url", html + ".diff").put("patch_url", html + ".patch")
                .put("merged_at", Times.of(pull.mergedAt()));
    }
}
