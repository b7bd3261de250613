package io.painchain.simulator.render.git;

import static io.painchain.simulator.render.Links.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.render.Times;
import io.painchain.simulator.world.git.Commit;
import io.painchain.simulator.world.repository.Repository;

/** Commits. */
public final class CommitJson {

    private CommitJson() {
    }

    /** A single commit: with its statistics and files. */
    public static ObjectNode full(Links links, Repository repository, Commit commit) {
        ObjectNode node = listed(links, repository, commit);
        node.set("stats", object().put("total", commit.additions() + commit.deletions())
                .put("additions", commit.additions()).put("deletions", commit.deletions()));
        node.putArray("files");
        commit.files().forEach(
                file -> node.withArray("files").add(FileJson.file(links, repository, commit.sha(), file)));
        return node;
    }

    public static ObjectNode listed(Links links, Repository repository, Commit commit) {
        String url = links.api(repository);
        ObjectNode node = object().put("sha", commit.sha()).put("node_id", NodeIds.of("C", repository.id()));
        node.set("commit", gitCommit(url, commit));
        node.put("url", url + "/commits/" + commit.sha())
                .put("html_url", links.html(repository) + "/commit/" + commit.sha())
                .put("comments_url", url + "/commits/" + commit.sha() + "/comments");
        node.set("author", links.account(commit.author()));
        node.set("committer", links.account(commit.author()));
        node.putArray("parents");
        commit.parents().forEach(parent -> node.withArray("parents").addObject().put("sha", parent)
                .put("url", url + "/commits/" + parent)
                .put("html_url", links.html(repository) + "/commit/" + parent));
        return node;
    }

    private static ObjectNode gitCommit(String url, Commit commit) {
        ObjectNode node = object();
        node.set("author", signature(commit));
        node.set("committer", signature(commit));
        node.put("message", commit.message());
        node.set("tree", object().put("sha", commit.tree()).put("url", url + "/git/trees/" + commit.tree()));
        node.put("url", url + "/git/commits/" + commit.sha()).put("comment_count", 0);
        node.set("verification", object().put("verified", false).put("reason", "unsigned").putNull("signature")
                .putNull("payload").putNull("verified_at"));
        return node;
    }

    private static ObjectNode signature(Commit commit) {
        return object().put("name", commit.author().name()).put("email", commit.author().email()).put("date",
                Times.of(commit.date()));
    }
}
