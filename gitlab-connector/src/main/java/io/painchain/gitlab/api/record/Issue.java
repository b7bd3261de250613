package io.painchain.gitlab.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

public record Issue(Long iid, String title, String description, String state, Instant createdAt, Instant updatedAt,
        Instant closedAt, User author, User closedBy, List<String> labels, List<User> assignees, Integer userNotesCount,
        String issueType, String severity, String webUrl) {

    public Issue {
        requireNonNull(iid, "iid");
        requireNonNull(state, "state");
        requireNonNull(createdAt, "created_at");
        requireNonNull(updatedAt, "updated_at");
        labels = labels == null ? List.of() : labels.stream().filter(label -> label != null).toList();
        assignees = assignees == null ? List.of() : assignees.stream().filter(one -> one != null).toList();
    }

    public boolean closed() {
        return "closed".equals(state);
    }

    public boolean incident() {
        return "incident".equalsIgnoreCase(issueType);
    }
}
