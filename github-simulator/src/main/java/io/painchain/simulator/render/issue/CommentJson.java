package io.painchain.simulator.render.issue;

import static io.painchain.simulator.render.Links.object;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Associations;
import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.render.Times;
import io.painchain.simulator.world.git.FileChange;
import io.painchain.simulator.world.issue.Comment;
import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.repository.Repository;

/** Comments on issues and pull requests, and on lines of a change. */
public final class CommentJson {

    private CommentJson() {
    }

    public static ObjectNode ofIssue(Links links, Repository repository, Issue issue, Comment comment) {
        String url = links.api(repository);
        String page = issue.pull() == null ? "/issues/" : "/pull/";
        ObjectNode node = object().put("url", url + "/issues/comments/" + comment.id())
                .put("html_url", links.html(repository) + page + issue.number() + "#issuecomment-" + comment.id())
                .put("issue_url", url + "/issues/" + issue.number()).put("id", comment.id())
                .put("node_id", NodeIds.of("IC", repository.id(), comment.id()));
        return written(node, links, repository, comment);
    }

    public static ObjectNode ofChange(Links links, PullRequest pull, Comment comment) {
        Repository repository = pull.base();
        String url = links.api(repository) + "/pulls/";
        String path = pull.files().stream().map(FileChange::filename).findFirst().orElse("README.md");
        ObjectNode node = object().put("url", url + "comments/" + comment.id()).put("pull_request_review_id", comment.review())
                .put("id", comment.id()).put("node_id", NodeIds.of("PRRC", repository.id(), comment.id()))
                .put("diff_hunk", "@@ -1 +1 @@").put("path", path).put("commit_id", pull.headSha())
                .put("original_commit_id", pull.headSha()).put("position", 1).put("original_position", 1).put("line", 1)
                .put("original_line", 1).putNull("start_line").putNull("original_start_line")
                .putNull("start_side").put("side", "RIGHT")
                .put("html_url", links.html(repository) + "/pull/" + pull.number() + "#discussion_r" + comment.id())
                .put("pull_request_url", url + pull.number());
        ObjectNode relations = object();
        for (String relation : List.of("url=self", "html_url=html", "pull_request_url=pull_request")) {
            String[] names = relation.split("=");
            relations.set(names[1], object().put("href", node.get(names[0]).asText()));
        }
        node.set("_links", relations);
        return written(node, links, repository, comment);
    }

    private static ObjectNode written(ObjectNode node, Links links, Repository repository, Comment comment) {
        node.set("user", links.account(comment.author()));
        node.put("created_at", Times.of(comment.createdAt())).put("updated_at", Times.of(comment.createdAt()))
                .put("body", comment.body())
                .put("author_association", Associations.of(repository, comment.author()));
        node.set("reactions", IssueJson.reactions(node.get("url").asText()));
        return node;
    }
}
