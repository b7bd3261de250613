package io.painchain.github.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.Gap;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListState;
import io.painchain.connector.list.PageTag;

/**
 * Where a repository stands: the value of its checkpoint. Everything it says is backed by events that are stored.
 *
 * @param repositoryId GitHub's id, kept through renames
 * @param identity the name when first read, part of all ids
 * @param project the current name
 * @param repositoryEtag of the repository's own record
 * @param ledger by source, since when it is covered
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RepositoryState(int format, long repositoryId, String identity, String project, PageTag repositoryEtag,
        ListState feed, RunsState runs, WorkItemsState items, PushesState pushes, ReleasesState releases,
        DeploymentsState deployments, TagsState tags, CommitsState commits, SweepState sweep, Map<String, Instant> ledger,
        List<Gap> gaps) {

    static final int FORMAT = 1;
    private static final int GAPS_KEPT = 20;

    public RepositoryState {
        feed = feed == null ? ListState.UNREAD : feed;
        runs = runs == null ? RunsState.UNREAD : runs;
        items = items == null ? WorkItemsState.UNREAD : items;
        pushes = pushes == null ? PushesState.UNREAD : pushes;
        releases = releases == null ? ReleasesState.UNREAD : releases;
        deployments = deployments == null ? DeploymentsState.UNREAD : deployments;
        tags = tags == null ? TagsState.UNREAD : tags;
        commits = commits == null ? CommitsState.UNREAD : commits;
        sweep = sweep == null ? SweepState.NEVER : sweep;
        ledger = ledger == null ? Map.of() : Map.copyOf(ledger);
        gaps = gaps == null ? List.of() : List.copyOf(gaps);
    }

    static RepositoryState first(long repositoryId, String fullName) {
        return new RepositoryState(FORMAT, repositoryId, fullName, fullName, null, null, null, null, null, null, null, null,
                null, null, null, null);
    }

    RepositoryState named(String currentName, PageTag newEtag) {
        Change change = new Change(this);
        change.project = currentName;
        change.repositoryEtag = newEtag;
        return change.done();
    }

    RepositoryState with(ListState newFeed) {
        Change change = new Change(this);
        change.feed = newFeed;
        return change.done();
    }

    RepositoryState with(RunsState newRuns) {
        Change change = new Change(this);
        change.runs = newRuns;
        return change.done();
    }

    RepositoryState with(WorkItemsState newItems) {
        Change change = new Change(this);
        change.items = newItems;
        return change.done();
    }

    RepositoryState with(PushesState newPushes) {
        Change change = new Change(this);
        change.pushes = newPushes;
        return change.done();
    }

    RepositoryState with(ReleasesState newReleases) {
        Change change = new Change(this);
        change.releases = newReleases;
        return change.done();
    }

    RepositoryState with(DeploymentsState newDeployments) {
        Change change = new Change(this);
        change.deployments = newDeployments;
        return change.done();
    }

    RepositoryState with(TagsState newTags) {
        Change change = new Change(this);
        change.tags = newTags;
        return change.done();
    }

    RepositoryState with(CommitsState newCommits) {
        Change change = new Change(this);
        change.commits = newCommits;
        return change.done();
    }

    RepositoryState with(SweepState newSweep) {
        Change change = new Change(this);
        change.sweep = newSweep;
        return change.done();
    }

    /** @param from {@code null}: as before */
    RepositoryState covering(String source, Instant from) {
        if (from == null || from.equals(ledger.get(source))) {
            return this;
        }
        Change change = new Change(this);
        change.ledger = new HashMap<>(ledger);
        change.ledger.put(source, from);
        return change.done();
    }

    /** @param back by source, since when it was read by a backfill up to what is covered already */
    RepositoryState reaching(Map<String, Instant> back) {
        RepositoryState state = this;
        for (Map.Entry<String, Instant> source : back.entrySet()) {
            boolean further = covers(source.getKey(), Instant.MAX) && source.getValue().isBefore(coveredFrom(source.getKey()));
            state = further ? state.covering(source.getKey(), source.getValue()) : state;
        }
        return state;
    }

    /** Since when a source is covered. */
    Instant coveredFrom(String source) {
        return ledger.getOrDefault(source, Instant.EPOCH);
    }

    /** Whether a source was read before, and its coverage reaches back to that moment. */
    boolean covers(String source, Instant moment) {
        return ledger.containsKey(source) && !moment.isBefore(ledger.get(source));
    }

    RepositoryState with(Gap gap) {
        if (gap == null) {
            return this;
        }
        List<Gap> all = new ArrayList<>(gaps);
        all.add(gap);
        Change change = new Change(this);
        change.gaps = all.subList(Math.max(0, all.size() - GAPS_KEPT), all.size());
        return change.done();
    }

    /** As it would stand had nothing been read since that moment; what gives things their ids stays. */
    RepositoryState asOf(Instant moment) {
        ListState then = new ListState(null, null, moment.plus(ListCrawl.MARGIN), null, Map.of());
        return with(new RunsState(then, Map.of()))
                .with(new WorkItemsState(then, then, then, items.transitions(), items.unnumbered()))
                .with(new PushesState(then, pushes.movements(), false, null))
                .with(new ReleasesState(List.of(), moment, Instant.EPOCH)).with(new DeploymentsState(then, Map.of()))
                .with(CommitsState.UNREAD);
    }

    /**
     * Without what only saves work. Two states that are equal so need not be stored anew, and a state stripped so reads again
     * what lies within the margin.
     */
    RepositoryState forgetTags() {
        Change change = new Change(this);
        change.repositoryEtag = null;
        change.feed = ListState.UNREAD;
        change.runs = runs.forgetTags();
        change.items = items.forgetTags();
        change.pushes = pushes.forgetTags();
        change.releases = releases.forgetTags();
        change.deployments = deployments.forgetTags();
        change.tags = tags.forgetTags();
        change.commits = commits.forgetTags();
        change.sweep = sweep.forgetTags();
        return change.done();
    }

    /** Without what is too much for a checkpoint and only saves work. */
    RepositoryState trimmed() {
        return with(sweep.trimmed());
    }

    /** Whether storing this instead of the other is worth a request of its own. */
    boolean saysMoreThan(RepositoryState stored) {
        return stored == null || !forgetTags().equals(stored.forgetTags())
                || sweep.wholeAt() != null && stored.sweep.wholeAt() == null;
    }

    List<Gap> gapsSince(Instant moment) {
        return gaps.stream().filter(gap -> gap.noticedAt().isAfter(moment)).toList();
    }

    /** A copy on its way to be another state. */
    private static final class Change {

        private final RepositoryState from;
        private String project;
        private PageTag repositoryEtag;
        private ListState feed;
        private RunsState runs;
        private WorkItemsState items;
        private PushesState pushes;
        private ReleasesState releases;
        private DeploymentsState deployments;
        private TagsState tags;
        private CommitsState commits;
        private SweepState sweep;
        private Map<String, Instant> ledger;
        private List<Gap> gaps;

        Change(RepositoryState from) {
            this.from = from;
            project = from.project;
            repositoryEtag = from.repositoryEtag;
            feed = from.feed;
            runs = from.runs;
            items = from.items;
            pushes = from.pushes;
            releases = from.releases;
            deployments = from.deployments;
            tags = from.tags;
            commits = from.commits;
            sweep = from.sweep;
            ledger = from.ledger;
            gaps = from.gaps;
        }

        RepositoryState done() {
            return new RepositoryState(from.format, from.repositoryId, from.identity, project, repositoryEtag, feed, runs,
                    items,
                    pushes, releases, deployments, tags, commits, sweep, ledger, gaps);
        }
    }
}
