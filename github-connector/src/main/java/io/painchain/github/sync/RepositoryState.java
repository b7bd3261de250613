package io.painchain.github.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where a repository stands: the value of its checkpoint. Everything it says is backed by events that are stored.
 *
 * @param repositoryId GitHub's id, kept through renames
 * @param identity the name when first read, part of all ids
 * @param project the current name
 * @param repositoryEtag of the repository's own record
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RepositoryState(int format, long repositoryId, String identity, String project, PageTag repositoryEtag,
        ListState feed, RunsState runs, WorkItemsState items, PushesState pushes, ReleasesState releases, List<Gap> gaps) {

    static final int FORMAT = 1;
    private static final int GAPS_KEPT = 20;

    public RepositoryState {
        feed = feed == null ? ListState.UNREAD : feed;
        runs = runs == null ? RunsState.UNREAD : runs;
        items = items == null ? WorkItemsState.UNREAD : items;
        pushes = pushes == null ? PushesState.UNREAD : pushes;
        releases = releases == null ? ReleasesState.UNREAD : releases;
        gaps = gaps == null ? List.of() : List.copyOf(gaps);
    }

    static RepositoryState first(long repositoryId, String fullName) {
        return new RepositoryState(FORMAT, repositoryId, fullName, fullName, null, null, null, null, null, null, null);
    }

    RepositoryState named(String currentName, PageTag newEtag) {
        return new RepositoryState(format, repositoryId, identity, currentName, newEtag, feed, runs, items, pushes, releases,
                gaps);
    }

    RepositoryState with(ListState newFeed) {
        return new RepositoryState(format, repositoryId, identity, project, repositoryEtag, newFeed, runs, items, pushes,
                releases, gaps);
    }

    RepositoryState with(RunsState newRuns) {
        return new RepositoryState(format, repositoryId, identity, project, repositoryEtag, feed, newRuns, items, pushes,
                releases, gaps);
    }

    RepositoryState with(WorkItemsState newItems) {
        return new RepositoryState(format, repositoryId, identity, project, repositoryEtag, feed, runs, newItems, pushes,
                releases, gaps);
    }

    RepositoryState with(PushesState newPushes) {
        return new RepositoryState(format, repositoryId, identity, project, repositoryEtag, feed, runs, items, newPushes,
                releases, gaps);
    }

    RepositoryState with(ReleasesState newReleases) {
        return new RepositoryState(format, repositoryId, identity, project, repositoryEtag, feed, runs, items, pushes,
                newReleases, gaps);
    }

    RepositoryState with(Gap gap) {
        if (gap == null) {
            return this;
        }
        List<Gap> all = new ArrayList<>(gaps);
        all.add(gap);
        return new RepositoryState(format, repositoryId, identity, project, repositoryEtag, feed, runs, items, pushes, releases,
                all.subList(Math.max(0, all.size() - GAPS_KEPT), all.size()));
    }

    /** As it would stand had nothing been read since that moment; what gives things their ids stays. */
    RepositoryState asOf(Instant moment) {
        ListState then = new ListState(null, null, moment.plus(ListCrawl.MARGIN), null, Map.of());
        return with(new RunsState(then, Map.of()))
                .with(new WorkItemsState(then, then, then, items.transitions(), items.unnumbered()))
                .with(new PushesState(then, pushes.movements(), false, null))
                .with(new ReleasesState(List.of(), moment, Instant.EPOCH));
    }

    /**
     * Without what only saves work. Two states that are equal so need not be stored anew, and a state stripped so reads again
     * what lies within the margin.
     */
    RepositoryState forgetTags() {
        return new RepositoryState(format, repositoryId, identity, project, null, ListState.UNREAD, runs.forgetTags(),
                items.forgetTags(), pushes.forgetTags(), releases.forgetTags(), gaps);
    }

    /** Whether storing this instead of the other is worth a request of its own. */
    boolean saysMoreThan(RepositoryState stored) {
        return stored == null || !forgetTags().equals(stored.forgetTags());
    }

    List<Gap> gapsSince(Instant moment) {
        return gaps.stream().filter(gap -> gap.noticedAt().isAfter(moment)).toList();
    }
}
