package io.painchain.simulator.gitlab.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.painchain.simulator.gitlab.render.Rendering;
import io.painchain.simulator.gitlab.render.Times;
import io.painchain.simulator.gitlab.world.base.User;
import io.painchain.simulator.gitlab.world.git.Commit;
import io.painchain.simulator.gitlab.world.issue.Issue;
import io.painchain.simulator.gitlab.world.merge.MergeRequest;
import io.painchain.simulator.gitlab.world.merge.Note;
import io.painchain.simulator.gitlab.world.pipeline.Job;
import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.gitlab.world.release.Release;

/** The plain fields of each thing; {@code self} leads to what the others are read from. */
final class Records {

    static final String SELF = "self";
    static final String PROJECT = "ofProject";

    private Records() {
    }

    static Map<String, Object> project(Project project, Rendering rendering) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(SELF, project);
        fields.put("id", gid("Project", project.id()));
        fields.put("name", project.name());
        fields.put("fullPath", project.path());
        fields.put("archived", project.archived());
        fields.put("webUrl", rendering.page(project));
        fields.put("createdAt", Times.whole(project.createdAt()));
        fields.put("lastActivityAt", Times.whole(project.feed().lastActivityAt()));
        return fields;
    }

    static Map<String, Object> mergeRequest(Project project, MergeRequest request, Rendering rendering) {
        Map<String, Object> fields = below(project, request);
        fields.put("id", gid("MergeRequest", request.id()));
        fields.put("iid", "" + request.iid());
        fields.put("title", request.title());
        fields.put("description", request.description());
        fields.put("state", request.state());
        fields.put("draft", request.draft());
        fields.put("createdAt", Times.whole(request.createdAt()));
        fields.put("updatedAt", Times.whole(request.updatedAt()));
        fields.put("author", user(request.author()));
        fields.put("sourceBranch", request.sourceBranch());
        fields.put("targetBranch", request.targetBranch());
        fields.put("diffHeadSha", request.sha());
        fields.put("detailedMergeStatus",
                (request.open() ? request.mergeStatus() : "not_open").toUpperCase(Locale.ROOT));
        fields.put("webUrl", rendering.page(project, "merge_requests/" + request.iid()));
        fields.put("commitCount", request.commits().size());
        fields.put("userNotesCount", (int) request.notes().stream().filter(note -> !note.system()).count());
        fields.put("labels", Map.of("nodes", request.labels().stream().map(label -> Map.of("title", label)).toList()));
        fields.put("diffStatsSummary", statistics(project, request));
        ends(fields, request);
        return fields;
    }

    static Map<String, Object> commit(Commit commit) {
        return Map.of("id", "gid://gitlab/Commit/" + commit.sha(), "sha", commit.sha(), "title", commit.title(), "message",
                commit.message(), "authorName", commit.author(), "authoredDate", Times.whole(commit.authoredAt()),
                "committedDate", Times.whole(commit.committedAt()));
    }

    static Map<String, Object> note(Note note) {
        Map<String, Object> fields = new HashMap<>(Map.of("id", gid("Note", note.id()), "body", note.body(), "system",
                note.system(), "createdAt", Times.whole(note.createdAt()), "author", user(note.author())));
        if (note.system()) {
            fields.put("systemNoteMetadata", Map.of("action", note.body().split(" ")[0]));
        }
        return fields;
    }

    static Map<String, Object> issue(Issue issue) {
        Map<String, Object> fields = new HashMap<>(Map.of("id", gid("Issue", issue.id()), "iid", "" + issue.iid(), "title",
                issue.title(), "state", issue.open() ? "opened" : "closed", "type", issue.type().toUpperCase(Locale.ROOT),
                "createdAt", Times.whole(issue.createdAt()), "updatedAt", Times.whole(issue.updatedAt()), "author",
                user(issue.author())));
        fields.put("closedAt", issue.open() ? null : Times.whole(issue.closing().createdAt()));
        return fields;
    }

    static Map<String, Object> pipeline(Project project, Pipeline pipeline) {
        Map<String, Object> fields = below(project, pipeline);
        fields.put("id", gid("Ci::Pipeline", pipeline.id()));
        fields.put("iid", "" + pipeline.iid());
        fields.put("name", pipeline.made().name());
        fields.put("sha", pipeline.sha());
        fields.put("ref", pipeline.made().ref());
        fields.put("status", pipeline.status().toUpperCase(Locale.ROOT));
        fields.put("source", pipeline.made().source());
        fields.put("createdAt", Times.whole(pipeline.createdAt()));
        fields.put("updatedAt", Times.whole(pipeline.updatedAt()));
        fields.put("startedAt", Times.whole(pipeline.startedAt()));
        fields.put("finishedAt", Times.whole(pipeline.finishedAt()));
        fields.put("user", user(pipeline.user()));
        fields.put("upstream", pipeline.parent() == null ? null : pipeline(project, pipeline.parent()));
        return fields;
    }

    static Map<String, Object> job(Project project, Job job) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", gid("Ci::Build", job.id()));
        fields.put("name", job.made().name());
        fields.put("status", job.status().toUpperCase(Locale.ROOT));
        fields.put("allowFailure", job.made().allowFailure());
        fields.put("retried", job.retried());
        fields.put("failureMessage", job.failureReason());
        fields.put("startedAt", Times.whole(job.startedAt()));
        fields.put("finishedAt", Times.whole(job.finishedAt()));
        fields.put("stage", Map.of("name", job.made().stage()));
        fields.put("webPath", "/" + project.path() + "/-/jobs/" + job.id());
        return fields;
    }

    static Map<String, Object> release(Release release) {
        return Map.of("tagName", release.tag(), "name", release.name(), "createdAt", Times.whole(release.createdAt()),
                "releasedAt", Times.whole(release.releasedAt()), "author", user(release.author()));
    }

    static Map<String, Object> user(User user) {
        User shown = user.shown();
        return Map.of("id", gid("User", shown.id()), "username", shown.username(), "name", shown.name());
    }

    static String gid(String type, long id) {
        return "gid://gitlab/" + type + "/" + id;
    }

    private static Map<String, Object> below(Project project, Object self) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(SELF, self);
        fields.put(PROJECT, project);
        return fields;
    }

    private static void ends(Map<String, Object> fields, MergeRequest request) {
        if (request.merged() != null) {
            fields.put("mergedAt", Times.whole(request.merged().at()));
            fields.put("mergeUser", user(request.merged().user()));
            fields.put("mergeCommitSha", request.merged().mergeCommit());
        }
        if (request.closed() != null) {
            fields.put("closedAt", Times.whole(request.closed().at()));
        }
    }

    private static Map<String, Object> statistics(Project project, MergeRequest request) {
        List<Commit> commits = request.commits().stream().map(project.repository()::get).toList();
        int additions = commits.stream().collect(Collectors.summingInt(Commit::additions));
        int deletions = commits.stream().collect(Collectors.summingInt(Commit::deletions));
        return Map.of("additions", additions, "deletions", deletions, "changes", additions + deletions, "fileCount",
                commits.size());
    }
}
