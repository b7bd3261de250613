package io.painchain.github.mapping;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.painchain.connector.draft.Text;
import io.painchain.github.api.record.git.Commit;

/** Commits as the data of events lists them: whose time counts, and what they take back. */
final class CommitEntries {

    private CommitEntries() {
    }

    /** Without what readers see elsewhere. */
    static List<Map<String, Object>> brief(RepositoryScope scope, List<Commit> commits) {
        return commits.stream().filter(commit -> commit.sha() != null).map(commit -> entry(scope, commit, false)).toList();
    }

    static Map<String, Object> whole(RepositoryScope scope, Commit commit) {
        return entry(scope, commit, true);
    }

    private static Map<String, Object> entry(RepositoryScope scope, Commit commit, boolean shown) {
        Instant authored = commit.authoredAt();
        List<String> reverts = commit.message() == null ? List.of()
                : PullRequestNature.revertKeys(scope, List.copyOf(PullRequestNature.revertedIn(List.of(commit.message()))));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("sha", commit.sha());
        entry.put("message", shown ? Text.line(Text.firstLine(commit.message())) : null);
        entry.put("author", shown ? Text.line(commit.authorName()) : null);
        entry.put("authored_at", authored == null ? null : authored.toString());
        entry.put("merge", commit.isMerge() ? Boolean.TRUE : null);
        entry.put("reverts", reverts.isEmpty() ? null : reverts);
        entry.values().removeIf(Objects::isNull);
        return entry;
    }
}
