package io.painchain.gitlab.mapping;

import java.time.Instant;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.Text;
import io.painchain.gitlab.api.record.git.Commit;
import io.painchain.model.event.EventDraft;

public final class CommitMapper {

    private CommitMapper() {
    }

    /** {@code answeredAt} replaces a missing commit time. */
    public static EventDraft toDraft(ProjectScope scope, String branch, Commit commit, Instant answeredAt) {
        String id = "commit-" + scope.identity() + "-" + commit.id();
        String firstLine = Text.firstLine(commit.message() == null ? commit.title() : commit.message());
        Commit.Stats stats = commit.stats();
        return DraftBuilder.of(scope, "commit").externalId(id)
                .title("[Commit] ", firstLine == null ? Text.shortSha(commit.id(), 7) : firstLine).answered(answeredAt)
                .at("committed_date", commit.committedDate(), commit.authoredDate()).author(commit.authorName())
                .url(commit.webUrl()).description(commit.message()).entity(scope.commit(commit.id())).key(id)
                .data("branch", branch).data("sha", commit.id()).data("author_name", commit.authorName())
                .data("merge", commit.merge()).fact("additions", stats == null ? null : stats.additions())
                .fact("deletions", stats == null ? null : stats.deletions())
                .fact("total_changes", stats == null ? null : stats.total()).build();
    }
}
