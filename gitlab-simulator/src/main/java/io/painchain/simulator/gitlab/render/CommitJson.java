package io.painchain.simulator.gitlab.render;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.gitlab.world.git.Commit;
import io.painchain.simulator.gitlab.world.git.Tag;
import io.painchain.simulator.gitlab.world.project.Project;

/** Commits, branches, tags and comparisons. */
public final class CommitJson {

    private CommitJson() {
    }

    public static ObjectNode of(Project project, Commit commit, boolean stats, Rendering rendering) {
        ObjectNode node = plain(project, commit, rendering);
        if (stats) {
            node.putObject("stats").put("additions", commit.additions()).put("deletions", commit.deletions()).put("total",
                    commit.additions() + commit.deletions());
        }
        return node;
    }

    public static ObjectNode branch(Project project, String name, String head, Rendering rendering) {
        boolean usual = name.equals(project.defaultBranch());
        ObjectNode node = Json.object().put("name", name);
        node.set("commit", plain(project, project.repository().get(head), rendering));
        return node.put("merged", false).put("protected", usual).put("developers_can_push", false)
                .put("developers_can_merge", false).put("can_push", true).put("default", usual)
                .put("web_url", rendering.page(project, "tree/" + name));
    }

    public static ObjectNode tag(Project project, Tag tag, Rendering rendering) {
        ObjectNode node = Json.object().put("name", tag.name()).put("message", tag.message()).put("target", tag.sha());
        node.set("commit", plain(project, project.repository().get(tag.sha()), rendering));
        boolean released = project.releases().all().stream().anyMatch(one -> one.tag().equals(tag.name()));
        if (released) {
            node.putObject("release").put("tag_name", tag.name()).put("description", "What is new in " + tag.name());
        } else {
            node.putNull("release");
        }
        return node.put("protected", false).put("created_at", Times.of(tag.createdAt()));
    }

    public static ObjectNode compared(Project project, List<Commit> commits, Rendering rendering) {
        ObjectNode node = Json.object();
        Commit last = commits.isEmpty() ? null : commits.get(commits.size() - 1);
        node.set("commit", last == null ? null : plain(project, last, rendering));
        ArrayNode list = node.putArray("commits");
        commits.forEach(commit -> list.add(plain(project, commit, rendering)));
        ArrayNode diffs = node.putArray("diffs");
        commits.forEach(commit -> diffs.add(diff(commit)));
        return node.put("compare_timeout", false).put("compare_same_ref", commits.isEmpty()).put("web_url",
                rendering.page(project, "compare"));
    }

    /** Of each commit one file, named after it. */
    public static ObjectNode diff(Commit commit) {
        String file = "src/" + commit.shortSha() + ".java";
        return Json.object().put("diff", "@@ -1," + commit.deletions() + " +1," + commit.additions() + " @@\n")
                .put("new_path", file).put("old_path", file).put("a_mode", "100644").put("b_mode", "100644")
                .put("new_file", false).put("renamed_file", false).put("deleted_file", false).put("generated_file", false);
    }

    private static ObjectNode plain(Project project, Commit commit, Rendering rendering) {
        String mail = commit.author().toLowerCase(Locale.ROOT) + "@example.com";
        ObjectNode node = Json.object().put("id", commit.sha()).put("short_id", commit.shortSha())
                .put("created_at", Times.zoned(commit.committedAt(), rendering.commitZone()));
        node.set("parent_ids", Json.texts(commit.parents()));
        return node.put("title", commit.title()).put("message", commit.message()).put("author_name", commit.author())
                .put("author_email", mail).put("authored_date", Times.zoned(commit.authoredAt(), rendering.commitZone()))
                .put("committer_name", commit.author()).put("committer_email", mail)
                .put("committed_date", Times.zoned(commit.committedAt(), rendering.commitZone()))
                .put("web_url", rendering.page(project, "commit/" + commit.sha()));
    }
}
