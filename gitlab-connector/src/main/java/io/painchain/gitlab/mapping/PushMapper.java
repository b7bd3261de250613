package io.painchain.gitlab.mapping;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.Text;
import io.painchain.gitlab.api.record.git.Commit;
import io.painchain.gitlab.api.record.git.Comparison;
import io.painchain.model.event.EventDraft;

public final class PushMapper {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'")
            .withZone(ZoneOffset.UTC);
    private static final int COMMITS = 20;
    private static final int FILES = 50;
    private static final int COMMIT_KEYS = 60;

    private PushMapper() {
    }

    /** A repetition has the minute in its id; {@code comparison} may be null; {@code answeredAt} is the server's clock. */
    public static EventDraft toDraft(ProjectScope scope, Movement movement, Comparison comparison, boolean repetition,
            Instant answeredAt) {
        String firstLine = Text.firstLine(movement.title());
        String id = "push-" + scope.identity() + "-" + movement.name();
        DraftBuilder draft = DraftBuilder.of(scope, "push")
                .externalId(repetition ? id + "~" + MINUTE.format(movement.at()) : id)
                .title("[Push] ", movement.branch(), ": ", firstLine == null ? Text.shortSha(movement.head(), 7) : firstLine)
                .reportedAt(answeredAt).at("pushed_at", movement.at()).asOf(answeredAt).author(movement.actor())
                .url(comparison == null ? null : comparison.webUrl()).entityAlone(scope.branch(movement.branch()))
                .key(scope.commit(movement.head())).data("branch", movement.branch()).data("before", movement.before())
                .data("head", movement.head()).data("time_exact", movement.exact())
                .data("compare_url", comparison == null ? null : comparison.webUrl());
        return content(draft, scope, comparison).build();
    }

    private static DraftBuilder content(DraftBuilder draft, ProjectScope scope, Comparison comparison) {
        if (comparison == null) {
            return draft.fact("commits", null).fact("files", null);
        }
        List<Commit> commits = comparison.commits();
        commits.stream().skip(Math.max(0, commits.size() - COMMIT_KEYS))
                .forEach(commit -> draft.key(scope.commit(commit.id())));
        List<String> files = comparison.diffs() == null || Boolean.TRUE.equals(comparison.compareTimeout()) ? null
                : comparison.diffs().stream().map(Comparison.Diff::newPath).filter(Objects::nonNull).toList();
        return draft.fact("commits", newestFirst(commits).stream().limit(COMMITS).map(PushMapper::entry).toList())
                .data("commit_count", commits.size())
                .fact("files", files == null ? null : files.stream().limit(FILES).toList())
                .data("files_truncated", files == null ? null : files.size() > FILES)
                .data("changed_files", files == null ? null : files.size());
    }

    private static List<Commit> newestFirst(List<Commit> commits) {
        List<Commit> reversed = new ArrayList<>(commits);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Map<String, Object> entry(Commit commit) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("sha", commit.id());
        entry.put("message", Text.firstLine(commit.message() == null ? commit.title() : commit.message()));
        entry.put("author", commit.authorName());
        entry.put("authored_at", Objects.toString(commit.authoredDate(), null));
        entry.put("merge", commit.merge() ? Boolean.TRUE : null);
        entry.values().removeIf(Objects::isNull);
        return entry;
    }
}
