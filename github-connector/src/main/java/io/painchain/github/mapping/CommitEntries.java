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

    /** Of reviewed work: what GraphQL and REST both tell. */
    static List<Map<String, Object>> own(RepositoryScope scope, List<Commit> commits) {
        return entries(scope, commits, false);
    }

    /** Of a comparison, without what readers see elsewhere. */
    static List<Map<String, Object>> compared(RepositoryScope scope, List<Commit> commits) {
        return entries(scope, commits, true);
    }

    static Map<String, Object> whole(RepositoryScope scope, Commit commit) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("sha", commit.sha());
        entry.put("message", Text.line(Text.firstLine(commit.message())));
        entry.put("author", Text.line(commit.authorName()));
        entry.putAll(entry(scope, commit, true));
        entry.values().removeIf(Objects::isNull);
        return entry;
    }

    private static List<Map<String, Object>> entries(RepositoryScope scope, List<Commit> commits, boolean parentsKnown) {
        return commits.stream().filter(commit -> commit.sha() != null).map(commit -> entry(scope, commit, parentsKnown))
                .toList();
    }

    private static Map<String, Object> entry(RepositoryScope scope, Commit commit, boolean parentsKnown) {
        Instant authored = commit.authoredAt();
        List<String> reverts = commit.message() == null ? List.of()
                : PullRequestNature.revertKeys(scope,
                        List.copyOf(PullRequestNature.revertedIn(List.of(commit.message()))));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("sha", commit.sha());
        entry.put("authored_at", authored == null ? null : authored.toString());
        entry.put("merge", parentsKnown && commit.isMerge() ? Boolean.TRUE : null);
        entry.put("reverts", reverts.isEmpty() ? null : reverts);
        entry.values().removeIf(Objects::isNull);
        return entry;
    }
}
