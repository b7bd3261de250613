package io.painchain.simulator.world.feed;

import java.time.Duration;
import java.util.Random;
import java.util.Set;

/**
 * How the events feed deviates from what happened: each event appears after {@code delay} and up to {@code jitter}
 * more, so later ones may appear before earlier ones; some never appear.
 */
public final class FeedPolicy {

    private final Random random;
    private Duration delay = Duration.ZERO;
    private Duration jitter = Duration.ZERO;
    private double dropShare;
    private int dropNext;
    private Set<String> droppedTypes = Set.of();
    private double duplicateShare;
    private boolean sparesTags;
    private boolean fullPayloads;

    public FeedPolicy(long seed) {
        random = new Random(seed);
    }

    public synchronized FeedPolicy delay(Duration least, Duration more) {
        delay = least;
        jitter = more;
        return this;
    }

    /** Drops this share (0 to 1) of all events to come, by the world's seed. */
    public synchronized FeedPolicy drop(double share) {
        dropShare = share;
        return this;
    }

    /** Never drops by share what is about tags, of which nothing but the feed tells when it happened. */
    public synchronized FeedPolicy spareTags(boolean spares) {
        sparesTags = spares;
        return this;
    }

    /** Shows this share (0 to 1) of all events to come twice. */
    public synchronized FeedPolicy duplicate(double share) {
        duplicateShare = share;
        return this;
    }

    public synchronized FeedPolicy dropNext(int events) {
        dropNext = events;
        return this;
    }

    /** Drops all events of these types, for example {@code PullRequestEvent}. */
    public synchronized FeedPolicy dropTypes(Set<String> types) {
        droppedTypes = Set.copyOf(types);
        return this;
    }

    /** Shows the payloads as they were before 2025-10-07, as older Enterprise servers still do. */
    public synchronized FeedPolicy fullPayloads(boolean full) {
        fullPayloads = full;
        return this;
    }

    public synchronized boolean fullPayloads() {
        return fullPayloads;
    }

    synchronized boolean drops(FeedPayload payload) {
        if (dropNext > 0) {
            dropNext--;
            return true;
        }
        return droppedTypes.contains(payload.type())
                || dropShare > 0 && random.nextDouble() < dropShare && !(sparesTags && payload.ofTag());
    }

    synchronized boolean duplicates() {
        return duplicateShare > 0 && random.nextDouble() < duplicateShare;
    }

    synchronized Duration nextDelay() {
        return jitter.isZero() ? delay : delay.plusMillis((long) (random.nextDouble() * jitter.toMillis()));
    }
}
