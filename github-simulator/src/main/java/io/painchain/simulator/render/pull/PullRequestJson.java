package io.painchain.simulator.render.pull;

import static io.painchain.simulator.render.Links.object;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Associations;
import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.render.Times;
import io.painchain.simulator.render.issue.IssueJson;
import io.painchain.simulator.render.issue.LabelJson;
import io.painchain.simulator.render.repository.RepositoryJson;
import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.git.Commit;
import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.repository.Repository;

/** Pull requests. */
public final class PullRequestJson {

    private static final List<String> RELATIONS = List.of("self", "html", "issue", "comments", "review_comments",
            "review_comment", "commits", "statuses");

    private PullRequestJson() {
    }

    /** As a single pull request is answered: with what has to be computed. */
    public static ObjectNode full(Links links, PullRequest pull) {
        ObjectNode node = listed(links, pull);
        node.put("merged", pull.merged()).put("mergeable", pull.merged() ? null : pull.mergeable())
                .put("rebaseable", pull.merged() ? null : pull.mergeable()).put("mergeable_state", mergeableState(pull));
        node.set("merged_by", links.account(pull.mergedBy()));
        return node.put("comments", pull.issue().comments()).put("review_comments", pull.reviewComments().size())
                .put("maintainer_can_modify", false).put("commits", pull.commits().size())
                .put("additions", pull.commits().stream().mapToInt(Commit::additions).sum())
                .put("deletions", pull.commits().stream().mapToInt(Commit::deletions).sum())
                .put("changed_files", pull.files().size());
    }

    public static ObjectNode listed(Links links, PullRequest pull) {
        Issue issue = pull.issue();
        Addresses to = new Addresses(links, pull);
        ObjectNode node = object().put("url", to.api).put("id", pull.id())
                .put("node_id", NodeIds.of("PR", pull.base().id(), pull.id()))
                .put("html_url", to.html).put("diff_url", to.html + ".diff").put("patch_url", to.html + ".patch")
                .put("issue_url", to.issue).put("number", pull.number()).put("state", issue.open() ? "open" : "closed")
                .put("locked", false).put("title", issue.title());
        node.set("user", links.account(issue.author()));
        node.put("body", issue.body()).put("created_at", Times.of(issue.createdAt()))
                .put("updated_at", Times.of(issue.updatedAt())).put("closed_at", Times.of(issue.closedAt()))
                .put("merged_at", Times.of(pull.mergedAt())).put("merge_commit_sha", mergeCommit(pull));
        IssueJson.putAssignees(links, node, issue);
        node.putArray("requested_reviewers");
        pull.requestedReviewers().forEach(reviewer -> node.withArray("requested_reviewers").add(links.account(reviewer)));
        node.putArray("requested_teams");
        node.set("labels", LabelJson.labels(links, pull.base(), issue.labels()));
        node.putNull("milestone").put("draft", pull.draft()).put("commits_url", to.api + "/commits")
                .put("review_comments_url", to.api + "/comments")
                .put("review_comment_url", to.repository + "/pulls/comments{/number}")
                .put("comments_url", to.issue + "/comments").put("statuses_url", to.statuses);
        node.set("head", branch(links, pull.head(), pull.headOwner(), pull.headRef(), pull.headSha()));
        node.set("base", branch(links, pull.base(), pull.base().owner(), pull.baseRef(), pull.baseSha()));
        node.set("_links", to.relations());
        return node.put("author_association", Associations.of(pull.base(), issue.author())).putNull("auto_merge")
                .putNull("active_lock_reason");
    }

    /** All that feed events have told of a pull request since 2025-10-07. */
    public static ObjectNode trimmed(Links links, PullRequest pull) {
        ObjectNode node = object().put("url", links.api(pull.base()) + "/pulls/" + pull.number()).put("id", pull.id())
                .put("number", pull.number());
        node.set("head", reference(links, pull.head(), pull.headRef(), pull.headSha()));
        node.set("base", reference(links, pull.base(), pull.baseRef(), pull.baseSha()));
        return node;
    }

    private static ObjectNode reference(Links links, Repository repository, String ref, String sha) {
        ObjectNode node = object().put("ref", ref).put("sha", sha);
        node.set("repo", repository == null ? null : RepositoryJson.reference(links, repository));
        return node;
    }

    private static ObjectNode branch(Links links, Repository repository, Account owner, String ref, String sha) {
        ObjectNode node = object().put("label", owner.login() + ":" + ref).put("ref", ref).put("sha", sha);
        node.set("user", links.account(owner));
        node.set("repo", repository == null ? null : RepositoryJson.simple(links, repository));
        return node;
    }

    /** Before the merge GitHub shows the trial merge, a commit of its own. */
    private static String mergeCommit(PullRequest pull) {
        if (pull.merged()) {
            return pull.mergeCommitSha();
        }
        return pull.mergeable() == null ? null : new StringBuilder(pull.headSha()).reverse().toString();
    }

    private static String mergeableState(PullRequest pull) {
        if (pull.merged() || pull.mergeable() == null) {
            return "unknown";
        }
        return pull.draft() ? "draft" : pull.mergeable() ? "clean" : "dirty";
    }

    /** Where things about a pull request are. */
    private static final class Addresses {

        private final String repository;
        private final String api;
        private final String html;
        private final String issue;
        private final String statuses;

        Addresses(Links links, PullRequest pull) {
            repository = links.api(pull.base());
            api = repository + "/pulls/" + pull.number();
            html = links.html(pull.base()) + "/pull/" + pull.number();
            issue = repository + "/issues/" + pull.number();
            statuses = repository + "/statuses/" + pull.headSha();
        }

        ObjectNode relations() {
            List<String> targets = List.of(api, html, issue, issue + "/comments", api + "/comments",
                    repository + "/pulls/comments{/number}", api + "/commits", statuses);
            ObjectNode node = object();
            for (int i = 0; i < targets.size(); i++) {
                node.set(RELATIONS.get(i), object().put("href", targets.get(i)));
            }
            return node;
        }
    }
}
