package io.painchain.simulator.world.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.number.Ids;
import io.painchain.simulator.world.repository.Repository;

/** A repository's events feed: at most 300 events of at most 30 days, late and incomplete as the policy says. */
public final class Feed {

    private static final int LENGTH = 300;
    private static final Duration RETENTION = Duration.ofDays(30);

    private final Repository repository;
    private final List<FeedEvent> events = new ArrayList<>(0);

    public Feed(Repository repository) {
        this.repository = repository;
    }

    /** What the feed shows now, newest first by time of the event; ids are in no such order. */
    public List<FeedEvent> visible() {
        Instant now = repository.world().clock().instant();
        List<FeedEvent> lastFirst = new ArrayList<>(events);
        Collections.reverse(lastFirst);
        return lastFirst.stream().filter(event -> shown(event, now))
                .sorted(Comparator.comparing(FeedEvent::createdAt).reversed()).limit(LENGTH).toList();
    }

    /** Differs whenever what is visible differs, though nothing happened but time. */
    public long visibleStamp() {
        Instant now = repository.world().clock().instant();
        return events.stream().filter(event -> shown(event, now)).mapToLong(FeedEvent::id).sum();
    }

    public void add(Account actor, Instant createdAt, FeedPayload payload) {
        FeedPolicy policy = repository.world().feedPolicy();
        if (policy.drops(payload)) {
            return;
        }
        Ids ids = repository.world().ids();
        long id = payload.ofGit() ? ids.gitFeed() : ids.otherFeed();
        FeedEvent event = new FeedEvent(id, actor, createdAt, createdAt.plus(policy.nextDelay()), payload);
        events.add(event);
        if (policy.duplicates()) {
            events.add(event);
        }
        if (events.size() > 2 * LENGTH) {
            events.sort(Comparator.comparing(FeedEvent::createdAt));
            events.subList(0, LENGTH).clear();
        }
    }

    private static boolean shown(FeedEvent event, Instant now) {
        return !event.visibleFrom().isAfter(now) && event.createdAt().isAfter(now.minus(RETENTION))
                && !event.actor().deleted();
    }
}
