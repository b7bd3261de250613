package io.painchain.simulator.gitlab.render;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.gitlab.world.merge.MergeRequest;
import io.painchain.simulator.gitlab.world.merge.MergeRequest.Ending;
import io.painchain.simulator.gitlab.world.merge.Note;
import io.painchain.simulator.gitlab.world.project.Project;

/** Merge requests and what is written below them. */
public final class MergeRequestJson {

    private MergeRequestJson() {
    }

    /** As lists have it. */
    public static ObjectNode of(Project project, MergeRequest request, Rendering rendering) {
        ObjectNode node = Json.object().put("id", request.id()).put("iid", request.iid())
                .put("project_id", project.id()).put("title", request.title()).put("description", request.description())
                .put("state", request.state()).put("created_at", Times.of(request.createdAt()))
                .put("updated_at", Times.of(request.updatedAt()));
        ends(node, request, rendering);
        node.put("target_branch", request.targetBranch()).put("source_branch", request.sourceBranch())
                .put("user_notes_count", request.notes().stream().filter(note -> !note.system()).count())
                .put("upvotes", 0).put("downvotes", 0).set("author", UserJson.of(request.author(), rendering));
        node.putArray("assignees");
        node.putNull("assignee").putArray("reviewers");
        node.put("source_project_id", project.id()).put("target_project_id", project.id()).set("labels",
                Json.texts(request.labels()));
        node.put("draft", request.draft()).put("work_in_progress", request.draft()).putNull("milestone")
                .put("merge_when_pipeline_succeeds", false).put("merge_status", merging(request))
                .put("detailed_merge_status", request.open() ? request.mergeStatus() : "not_open");
        commits(node, request);
        return node.put("reference", "!" + request.iid())
                .put("web_url", rendering.page(project, "merge_requests/" + request.iid()));
    }

    /** One alone says more than lists do. */
    public static ObjectNode single(Project project, MergeRequest request, Rendering rendering) {
        ObjectNode node = of(project, request, rendering).put("subscribed", false)
                .put("changes_count", Integer.toString(request.commits().size())).putNull("latest_build_started_at")
                .putNull("latest_build_finished_at").putNull("first_deployed_to_production_at").putNull("merge_error");
        String base = project.repository().head(request.targetBranch());
        node.putObject("diff_refs").put("base_sha", base).put("head_sha", request.sha()).put("start_sha", base);
        node.set("head_pipeline", project.pipelines().all().stream().filter(one -> one.sha().equals(request.sha()))
                .reduce((first, second) -> second).map(one -> PipelineJson.single(project, one, rendering)).orElse(null));
        return node;
    }

    public static ObjectNode note(MergeRequest request, Note note, Rendering rendering) {
        ObjectNode node = Json.object().put("id", note.id()).putNull("type").put("body", note.body());
        node.set("author", UserJson.of(note.author(), rendering));
        return node.put("created_at", Times.of(note.createdAt())).put("updated_at", Times.of(note.createdAt()))
                .put("system", note.system()).put("noteable_id", request.id()).put("noteable_type", "MergeRequest")
                .put("resolvable", false).put("confidential", false).put("internal", false)
                .put("noteable_iid", request.iid());
    }

    private static void ends(ObjectNode node, MergeRequest request, Rendering rendering) {
        Ending merged = request.merged();
        node.set("merged_by", merged == null ? null : UserJson.of(merged.user(), rendering));
        node.set("merge_user", merged == null ? null : UserJson.of(merged.user(), rendering));
        node.put("merged_at", merged == null ? null : Times.of(merged.at()));
        Ending closed = request.closed();
        node.set("closed_by", closed == null ? null : UserJson.of(closed.user(), rendering));
        node.put("closed_at", closed == null ? null : Times.of(closed.at()));
    }

    private static void commits(ObjectNode node, MergeRequest request) {
        Ending merged = request.merged();
        node.put("sha", request.sha()).put("merge_commit_sha", merged == null ? null : merged.mergeCommit())
                .put("squash_commit_sha", merged == null ? null : merged.squashCommit())
                .putNull("discussion_locked").putNull("should_remove_source_branch")
                .put("force_remove_source_branch", false)
                .put("squash", merged != null && merged.squashCommit() != null).put("has_conflicts", false)
                .put("blocking_discussions_resolved", true);
        node.putObject("time_stats").put("time_estimate", 0).put("total_time_spent", 0).putNull("human_time_estimate")
                .putNull("human_total_time_spent");
        node.putObject("task_completion_status").put("count", 0).put("completed_count", 0);
    }

    private static String merging(MergeRequest request) {
        return request.mergeStatus().equals("conflict") ? "cannot_be_merged" : "can_be_merged";
    }
}
