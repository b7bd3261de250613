package io.painchain.gitlab.change.commit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.painchain.connector.kind.BranchPatterns;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.ListCrawl;
import io.painchain.gitlab.api.record.git.Commit;
import io.painchain.gitlab.mapping.CommitMapper;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

/** Compares each branch's head with the stored one; dates are no cursor, because a merge brings old commits. */
final class CommitsSource implements Source<CommitsState, ProjectReader> {

    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final BranchPatterns patterns;
    private final Instant past;

    /** @param past for a backfill, since when all commits are read; {@code null}: since the stored heads */
    CommitsSource(BranchPatterns patterns, Instant past) {
        this.patterns = patterns;
        this.past = past;
    }

    @Override
    public Crawl<CommitsState> read(ProjectReader reader, Known<CommitsState> known) {
        CommitsState slice = known.slice();
        TrackedBranches branches = TrackedBranches.read(reader, patterns);
        BranchCommits commits = new BranchCommits(reader, slice, past);
        Map<String, EventDraft> drafts = new LinkedHashMap<>();
        Set<String> unread = new TreeSet<>();
        branches.heads().forEach((branch, head) -> {
            if (!head.equals(slice.heads().get(branch))) {
                commits.of(branch, head).ifPresentOrElse(found -> found.forEach(commit -> drafts.computeIfAbsent(commit.id(),
                        sha -> draft(reader, branch, commit))), () -> unread.add(branch));
            }
        });
        CommitsState now = new CommitsState(branches.heads(), true).except(unread, slice);
        Crawl<CommitsState> crawl = new Crawl<>(List.copyOf(drafts.values()), List.of(), now);
        commits.gaps().forEach(crawl::with);
        List<String> problems = new ArrayList<>(branches.problems());
        problems.addAll(commits.problems());
        if (unread.isEmpty()) {
            return crawl.covering(CommitKind.SOURCE, slice.read() ? null : oldest(drafts.values())).problems(problems);
        }
        problems.add("Commits cannot be read of " + String.join(", ", unread));
        return crawl.withheld(List.of(CommitKind.SOURCE)).again(AGAIN).problems(problems);
    }

    private static EventDraft draft(ProjectReader reader, String branch, Commit commit) {
        return CommitMapper.toDraft(reader.scope(), branch, commit, reader.now());
    }

    private static Instant oldest(Iterable<EventDraft> drafts) {
        Instant oldest = null;
        int count = 0;
        for (EventDraft draft : drafts) {
            oldest = oldest == null || draft.timestamp().isBefore(oldest) ? draft.timestamp() : oldest;
            count++;
        }
        return count < ListCrawl.FIRST_SYNC ? Instant.EPOCH : oldest;
    }

    /** A hinted push that was not found is not in the feed yet. */
    @Override
    public boolean isDueAfter(String other, List<EventDraft> found, boolean hinted) {
        return other.equals("pushes") && (found.isEmpty() ? hinted
                : found.stream().anyMatch(push -> patterns.match(String.valueOf(push.data().get("branch")))));
    }
}
