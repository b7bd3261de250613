package io.painchain.github.mapping;

import java.time.Instant;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.Sections;
import io.painchain.connector.draft.Text;
import io.painchain.github.api.record.git.Commit;
import io.painchain.model.event.EventDraft;

public final class CommitMapper {

    private CommitMapper() {
    }

    /** {@code answeredAt} replaces a missing commit time. */
    public static EventDraft toDraft(RepositoryScope scope, String branch, Commit commit, Instant answeredAt) {
        String id = "commit-" + scope.identity() + "-" + commit.sha();
        String firstLine = Text.firstLine(commit.message());
        Commit.Stats stats = commit.stats();
        return DraftBuilder.of(scope, "commit").externalId(id)
                .title("[Commit] ", firstLine == null ? Text.shortSha(commit.sha(), 7) : firstLine).answered(answeredAt)
                .at("committed_at", commit.committedAt(), commit.authoredAt())
                .author(commit.authorName()).url(commit.htmlUrl())
                .description(new Sections().add(commit.message())
                        .add(FileList.section(commit.files(), commit.files() == null ? 0 : commit.files().size())).toString())
                .entity(scope.commit(commit.sha())).key(id).data("branch", branch).data("sha", commit.sha())
                .data("author_name", authorName(commit)).data("merge", commit.parents().size() > 1)
                .fact("additions", stats == null ? null : stats.additions())
                .fact("deletions", stats == null ? null : stats.deletions())
                .fact("total_changes", stats == null ? null : stats.total())
                .fact("files", FileList.names(commit.files(), FileList.SHOWN))
                .data("changed_files", commit.files() == null ? null : commit.files().size())
                .data("files_truncated", commit.files() == null ? null : commit.files().size() > FileList.SHOWN).build();
    }

    private static String authorName(Commit commit) {
        return commit.commit() == null || commit.commit().author() == null ? null : commit.commit().author().name();
    }
}
