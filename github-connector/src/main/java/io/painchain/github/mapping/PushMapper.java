package io.painchain.github.mapping;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.Sections;
import io.painchain.connector.draft.Text;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.git.Comparison;
import io.painchain.model.event.EventDraft;

public final class PushMapper {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'")
            .withZone(ZoneOffset.UTC);
    private static final int COMMITS = 20;
    private static final int FILES = 50;
    private static final int COMMIT_KEYS = 60;
    /** A comparison shows no more files, and does not say that there are more. */
    private static final int FILES_COMPARED = 300;

    private PushMapper() {
    }

    /** A repetition has the minute in its id; {@code comparison} may be null; {@code answeredAt} is the server's clock. */
    public static EventDraft toDraft(RepositoryScope scope, Push push, Comparison comparison, boolean repetition,
            Instant answeredAt) {
        String firstLine = Text.firstLine(push.message());
        String id = "push-" + scope.identity() + "-" + push.movement();
        DraftBuilder draft = DraftBuilder.of(scope, "push")
                .externalId(repetition ? id + "~" + MINUTE.format(push.at()) : id)
                .title("[Push] ", push.branch(), ": ", firstLine == null ? Text.shortSha(push.head(), 7) : firstLine)
                .reportedAt(answeredAt).at("pushed_at", push.at()).asOf(answeredAt).author(push.actor()).url(push.url())
                .description(description(push, comparison))
                .entityAlone(scope.branch(push.branch())).key(scope.commit(push.head())).data("branch", push.branch())
                .data("before", push.before()).data("head", push.head()).data("activity_type", push.kind())
                .fact("forced", forced(push, comparison)).data("compare_url", compareUrl(push, comparison));
        return content(draft, scope, comparison).build();
    }

    private static DraftBuilder content(DraftBuilder draft, RepositoryScope scope, Comparison comparison) {
        if (comparison == null) {
            return draft.fact("commits", null).fact("files", null);
        }
        List<Commit> commits = comparison.commits();
        commits.stream().skip(Math.max(0, commits.size() - COMMIT_KEYS))
                .forEach(commit -> draft.key(scope.commit(commit.sha())));
        PullRequestNature
                .revertKeys(scope, List.copyOf(PullRequestNature.revertedIn(commits.stream().map(Commit::message).toList())))
                .forEach(draft::key);
        boolean allFiles = comparison.files() != null && comparison.files().size() < FILES_COMPARED;
        return draft.fact("commits", newestFirst(commits).stream().limit(COMMITS)
                .map(commit -> CommitEntries.whole(scope, commit)).toList())
                .data("commit_count", comparison.totalCommits() == null ? commits.size() : comparison.totalCommits())
                .fact("files", FileList.names(comparison.files(), FILES))
                .data("files_truncated", comparison.files() == null ? null : comparison.files().size() > FILES)
                .data("changed_files", allFiles ? comparison.files().size() : null)
                .data("additions", allFiles ? FileList.additions(comparison.files()) : null)
                .data("deletions", allFiles ? FileList.deletions(comparison.files()) : null);
    }

    /** The activity says it; for the feed the comparison decides. */
    private static Boolean forced(Push push, Comparison comparison) {
        if (push.kind() != null) {
            return "force_push".equals(push.kind());
        }
        return comparison == null || comparison.status() == null ? null : comparison.forced();
    }

    private static String compareUrl(Push push, Comparison comparison) {
        if (comparison != null && comparison.htmlUrl() != null) {
            return comparison.htmlUrl();
        }
        int commit = push.url() == null ? -1 : push.url().indexOf("/commit/");
        return commit < 0 ? null : push.url().substring(0, commit) + "/compare/" + push.before() + "..." + push.head();
    }

    private static String description(Push push, Comparison comparison) {
        if (comparison == null || comparison.commits().size() < 2) {
            return push.message();
        }
        String lines = newestFirst(comparison.commits()).stream().limit(COMMITS).map(PushMapper::line)
                .filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return new Sections().add(push.message()).add("Commits:\n" + lines).toString();
    }

    private static List<Commit> newestFirst(List<Commit> commits) {
        List<Commit> reversed = new ArrayList<>(commits);
        Collections.reverse(reversed);
        return reversed;
    }

    private static String line(Commit commit) {
        String author = commit.authorName();
        return "- " + Text.shortSha(commit.sha(), 7) + " "
                + (commit.message() == null ? "" : Text.line(Text.firstLine(commit.message())))
                + (author == null ? "" : " (" + Text.line(author) + ")");
    }
}
