package io.painchain.simulator.gitlab.render;

import java.util.Locale;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.gitlab.world.base.StateEvent;
import io.painchain.simulator.gitlab.world.issue.Issue;
import io.painchain.simulator.gitlab.world.project.Project;

/** An issue or incident. */
public final class IssueJson {

    private IssueJson() {
    }

    public static ObjectNode of(Project project, Issue issue, Rendering rendering) {
        StateEvent closing = issue.closing();
        ObjectNode node = Json.object().put("id", issue.id()).put("iid", issue.iid()).put("project_id", project.id())
                .put("title", issue.title()).put("description", "").put("state", issue.open() ? "opened" : "closed")
                .put("created_at", Times.of(issue.createdAt())).put("updated_at", Times.of(issue.updatedAt()))
                .put("closed_at", closing == null ? null : Times.of(closing.createdAt()));
        node.set("closed_by", closing == null ? null : UserJson.of(closing.user(), rendering));
        node.set("labels", Json.texts(issue.labels()));
        node.putNull("milestone").putArray("assignees");
        node.set("author", UserJson.of(issue.author(), rendering));
        return node.put("type", issue.type().toUpperCase(Locale.ROOT)).putNull("assignee")
                .put("user_notes_count", 0).put("merge_requests_count", 0).put("upvotes", 0).put("downvotes", 0)
                .putNull("due_date").put("confidential", false).putNull("discussion_locked")
                .put("issue_type", issue.type()).put("web_url", rendering.page(project, "issues/" + issue.iid()))
                .put("severity", "UNKNOWN");
    }
}
