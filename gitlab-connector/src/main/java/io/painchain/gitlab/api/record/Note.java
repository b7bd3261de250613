package io.painchain.gitlab.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** What GitLab itself writes below a merge request is {@code system}; approvals are told of nowhere else. */
public record Note(Long id, String body, User author, Instant createdAt, Boolean system) {

    private static final String APPROVED = "approved this merge request";

    public Note {
        requireNonNull(id, "id");
        requireNonNull(createdAt, "created_at");
    }

    /** {@code approved} or {@code unapproved}. */
    public Optional<String> approval() {
        if (!Boolean.TRUE.equals(system) || body == null) {
            return Optional.empty();
        }
        String text = body.strip();
        return text.startsWith(APPROVED) ? Optional.of("approved")
                : text.startsWith("un" + APPROVED) ? Optional.of("unapproved") : Optional.empty();
    }
}
