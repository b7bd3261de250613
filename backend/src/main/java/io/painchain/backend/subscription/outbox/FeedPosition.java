package io.painchain.backend.subscription.outbox;

import java.util.UUID;

/** All changes of earlier transactions, and of this one up to an event. Transaction ids are unsigned. */
public record FeedPosition(long transaction, UUID event) {
}
