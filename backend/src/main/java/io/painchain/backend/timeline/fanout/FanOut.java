package io.painchain.backend.timeline.fanout;

import java.time.Clock;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.event.store.EventView;
import io.painchain.backend.subscription.outbox.FeedPosition;
import io.painchain.backend.subscription.outbox.FeedRepository;
import io.painchain.backend.subscription.outbox.FeedRepository.Feed;
import io.painchain.backend.subscription.outbox.NewMessage;
import io.painchain.backend.subscription.outbox.OutboxRepository;
import io.painchain.backend.subscription.outbox.SubscriptionKey;
import io.painchain.backend.timeline.stream.CommittedChanges;

/** Hands the changes that a subscription wants to its outbox. */
@Singleton
class FanOut {

    private static final int AT_ONCE = 100;

    private final FeedRepository feeds;
    private final OutboxRepository outbox;
    private final CommittedChanges changes;
    private final QueryFilters filters;
    private final MessageBody body;
    private final RepeatedTransaction transaction;
    private final Clock clock;

    FanOut(FeedRepository feeds, OutboxRepository outbox, CommittedChanges changes, QueryFilters filters, MessageBody body,
            RepeatedTransaction transaction, Clock clock) {
        this.feeds = feeds;
        this.outbox = outbox;
        this.changes = changes;
        this.filters = filters;
        this.body = body;
        this.transaction = transaction;
        this.clock = clock;
    }

    void run(SubscriptionKey key) {
        int found;
        do {
            found = transaction.call(() -> feeds.lock(key).map(this::portion).orElse(0));
        } while (found == AT_ONCE);
    }

    private int portion(Feed feed) {
        var key = feed.key();
        var filter = filters.of(key.tenantId(), feed.filter());
        var portion = changes.after(feed.position().transaction(), feed.position().event(), filter, AT_ONCE);
        var now = clock.instant();
        portion.events().forEach(event -> outbox.add(key, message(event), now));
        feeds.move(key, new FeedPosition(portion.transaction(), portion.event()));
        return portion.events().size();
    }

    private NewMessage message(EventView event) {
        return new NewMessage(UUID.fromString(event.id()), event.revision(), event.title(), body.of(event));
    }
}
