package io.painchain.github.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import io.painchain.github.api.graphql.ProbeQuery.Sight;

/** What is to be read of a repository next, as it follows from a look at it and from what was read of it. */
final class ReadTriggers {

    private final RepositoryStanding standing;
    private final Timetable timetable;
    private final Ledger ledger;
    private final WorkItemsSource items;
    private final BranchPatterns tracked;
    private Sight seen;

    ReadTriggers(RepositoryStanding standing, Timetable timetable, Ledger ledger, WorkItemsSource items,
            BranchPatterns tracked) {
        this.standing = standing;
        this.timetable = timetable;
        this.ledger = ledger;
        this.items = items;
        this.tracked = tracked;
    }

    /** @return whether something moved since the last look, so that it is worth reading now */
    boolean ofLook(Sight sight, Instant now) {
        Set<Part> moved = moved(sight, now);
        boolean known = timetable.isHinted(Part.ITEMS);
        items.spare(!known && ProbeDiff.pullsAsBefore(seen, sight), !known && ProbeDiff.issuesAsBefore(seen, sight));
        timetable.hint(moved);
        timetable.vouch(ProbeDiff.SEEN, now);
        if (seen != null) {
            ProbeDiff.VOUCHED_FOR.stream().filter(part -> !isAwaited(part))
                    .forEach(part -> ledger.confirm(part.sources(), sight.answeredAt()));
        }
        seen = sight;
        if (pushesFromFeed()) {
            // It comes late, so that a look at the repository says nothing of it.
            timetable.hint(EnumSet.of(Part.FEED));
            return true;
        }
        return !moved.isEmpty();
    }

    private Set<Part> moved(Sight sight, Instant now) {
        if (seen != null) {
            return ProbeDiff.moved(seen, sight, !pushesFromFeed());
        }
        Duration ahead = Duration.between(now, sight.answeredAt());
        return ProbeDiff.movedSince(part -> timetable.doneAt(part, ahead), sight);
    }

    /** Pushes still tell whether a tracked branch moved. */
    private boolean isAwaited(Part part) {
        return timetable.isHinted(part) || part == Part.COMMITS && timetable.isHinted(Part.PUSHES);
    }

    void ofFeed(FeedSource.News news, Instant readAt) {
        timetable.feedDone(readAt, news.pollInterval());
        if (news.hints().contains(Part.ITEMS)) {
            items.spare(false, false);
        }
        timetable.hint(news.hints());
    }

    /** @param answeredAt the server's clock */
    void ofRead(Part part, Crawl crawl, Instant readAt, Instant answeredAt) {
        timetable.hint(others(part, crawl));
        timetable.done(part, readAt);
        if (part == Part.ITEMS && !crawl.state().items().unsettled().isEmpty()) {
            timetable.hint(EnumSet.of(Part.ITEMS));
        }
        if (part == Part.PUSHES && pushesFromFeed()) {
            timetable.activityAway(readAt);
        } else if (part == Part.PUSHES && !timetable.isHinted(Part.COMMITS)) {
            timetable.vouch(EnumSet.of(Part.COMMITS), readAt);
            ledger.confirm(Part.COMMITS.sources(), answeredAt);
        }
    }

    /** Other parts that are likely to have changed, too; to be asked while the part's own hint stands. */
    private Set<Part> others(Part part, Crawl crawl) {
        boolean found = !crawl.drafts().isEmpty();
        return switch (part) {
            case RUNS -> found ? EnumSet.of(Part.DEPLOYMENTS) : Set.of();
            case PUSHES -> found ? commitsOf(crawl)
                    // Something was pushed, and the activity does not tell of it yet, or it was a tag.
                    : timetable.isHinted(part) ? EnumSet.of(Part.COMMITS) : Set.of();
            default -> Set.of();
        };
    }

    private Set<Part> commitsOf(Crawl pushes) {
        return pushes.drafts().stream().anyMatch(push -> tracked.match(String.valueOf(push.data().get("branch"))))
                ? EnumSet.of(Part.COMMITS)
                : Set.of();
    }

    private boolean pushesFromFeed() {
        return standing.state().pushes().fromFeed();
    }
}
