package io.painchain.kubernetes.reflector;

import java.time.Duration;
import java.time.Instant;

import io.painchain.connector.provider.ProviderException;
import io.painchain.kubernetes.reflector.ReflectorEvents.Listing;

/** Lists once an hour what is watched, since a server may leave out of a watch what it has, and never say so. */
final class WatchCheck implements ListCall.Ends {

    private static final Duration EVERY = Duration.ofHours(1);
    /** What the list is ahead of, the watch tells within it; bookmarks come each minute. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(90);

    private final Target target;
    private final Surroundings surroundings;
    private Instant nextAt;
    private Instant listedAt;
    private ListCall list;

    WatchCheck(Target target, Surroundings surroundings) {
        this.target = target;
        this.surroundings = surroundings;
    }

    /** @param toldAt until when, by the server's clock, the watch is known to have told everything */
    void tick(Instant now, Instant toldAt) {
        if (nextAt == null) {
            nextAt = now.plusSeconds((long) (EVERY.toSeconds() * surroundings.random().getAsDouble()));
        } else if (list != null) {
            if (list.isSilent(now)) {
                cancel();
            }
        } else if (listedAt != null) {
            if (toldAt.isAfter(listedAt) && surroundings.server().now().isAfter(listedAt.plus(TOLD_WITHIN))) {
                listedAt = null;
                surroundings.events().checked(target, surroundings.server().now());
            }
        } else if (!now.isBefore(nextAt) && surroundings.turns().take()) {
            nextAt = now.plus(EVERY);
            surroundings.events().listing(target, Listing.CHECK);
            list = new ListCall(target, null, surroundings, this);
            list.begin();
        }
    }

    /** Lists as soon as it may. */
    void hurry() {
        nextAt = Instant.MIN;
    }

    void cancel() {
        listedAt = null;
        if (list != null) {
            list.cancel();
            surroundings.turns().giveBack();
            list = null;
        }
    }

    @Override
    public void listed(String resourceVersion) {
        surroundings.turns().giveBack();
        list = null;
        listedAt = surroundings.server().now();
        surroundings.events().complete(target, Listing.CHECK, null, listedAt);
    }

    /** What is wrong is told of the watch, if it is wrong there too. */
    @Override
    public void listFailed(ProviderException refusal, Duration wait) {
        surroundings.turns().giveBack();
        list = null;
    }
}
