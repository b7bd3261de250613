package io.painchain.kubernetes.reflector;

import java.time.Duration;
import java.time.Instant;

import org.jboss.logging.Logger;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.kubernetes.reflector.ReflectorEvents.Listing;

/** Not thread-safe: it and all that it calls run in one lane. Driven by {@link #tick()}. */
public final class Reflector implements ListCall.Ends {

    private static final Logger LOG = Logger.getLogger(Reflector.class);
    /** Of a type that the server does not serve, or that the token may not see. */
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(5);
    static final int LOG_FROM_FAILURES = 3;

    private enum Phase {
        TO_LIST,
        LISTING,
        TO_WATCH,
        WATCHING
    }

    private final Target target;
    private final Surroundings surroundings;
    private final Backoff backoff;
    private final WatchCheck check;
    private Phase phase = Phase.TO_LIST;
    private Listing why;
    private Position position;
    private Instant notBefore = Instant.MIN;
    private ListCall list;
    private WatchCall watch;
    private long replayedAt;
    private boolean complete;
    private boolean watchDenied;
    private ProviderException problem;

    /** @param stored where an earlier reflector stood */
    public Reflector(Target target, Position stored, Surroundings surroundings) {
        this.target = target;
        this.surroundings = surroundings;
        this.position = stored;
        this.backoff = new Backoff(surroundings.random());
        this.check = new WatchCheck(target, surroundings);
        this.why = stored.resourceVersion() == null ? Listing.FIRST : Listing.BEFORE_REPLAY;
    }

    public Target target() {
        return target;
    }

    /** Where it stands: all before was told to the events. */
    public Position position() {
        return position;
    }

    /** Why the type cannot be followed now; {@code null}: it can, or was not tried yet. */
    public ProviderException problem() {
        return problem;
    }

    /** Whether everything was listed at least once. */
    public boolean complete() {
        return complete;
    }

    /** Whether a list came to its end, or it is known why not. */
    public boolean tried() {
        return complete || problem != null;
    }

    /** Whether a list was asked for, whatever came of it. */
    public boolean asked() {
        return tried() || backoff.failures() > 0;
    }

    /** Whether all that was listed is known as it came about, or will not be for long. */
    public boolean settled() {
        return complete && (problem != null || position.isAt(replayedAt)) || problem != null && isLasting(problem);
    }

    public boolean absent() {
        return problem != null && problem.is(Kind.NOT_FOUND);
    }

    /** What kept it from going on may be over. */
    public void hurry() {
        if (phase == Phase.TO_LIST || phase == Phase.TO_WATCH) {
            notBefore = Instant.MIN;
        }
    }

    public void stop() {
        if (list != null) {
            list.cancel();
            surroundings.turns().giveBack();
            list = null;
        }
        if (watch != null) {
            watch.cancel();
            watch = null;
        }
        check.cancel();
    }

    /** Stops; the next tick goes on from where it stands. */
    public void pause() {
        stop();
        phase = phase == Phase.LISTING ? Phase.TO_LIST : phase == Phase.WATCHING ? Phase.TO_WATCH : phase;
    }

    /** @param mayWatch whether what it is to be understood by is known */
    public void tick(boolean mayWatch) {
        Instant now = surroundings.clock().instant();
        switch (phase) {
            case TO_LIST -> tryList(now);
            case LISTING -> {
                if (list.isSilent(now)) {
                    stop();
                    failed(new ProviderException(Kind.UNAVAILABLE, "A list of " + target.words() + " broke off"), null);
                }
            }
            case TO_WATCH -> tryWatch(now, mayWatch);
            case WATCHING -> {
                if (watch.over(now)) {
                    watch.cancel();
                    watchOver();
                } else {
                    check.tick(now, position.at());
                }
            }
        }
    }

    private void tryList(Instant now) {
        if (now.isBefore(notBefore) || !surroundings.turns().take()) {
            return;
        }
        phase = Phase.LISTING;
        surroundings.events().listing(target, why);
        String known = why == Listing.BEFORE_REPLAY ? position.resourceVersion() : null;
        list = new ListCall(target, known, surroundings, this);
        list.begin();
    }

    private void tryWatch(Instant now, boolean mayWatch) {
        if (now.isBefore(notBefore) || !mayWatch) {
            return;
        }
        if (watchDenied) {
            toList(Listing.POLLED, now);
            return;
        }
        phase = Phase.WATCHING;
        watch = new WatchCall(target, position.resourceVersion(), surroundings, this, check);
        watch.begin();
    }

    @Override
    public void listed(String resourceVersion) {
        surroundings.turns().giveBack();
        replayedAt = why == Listing.BEFORE_REPLAY ? list.newest() : 0;
        list = null;
        Instant now = surroundings.server().now();
        complete = true;
        problem = null;
        surroundings.events().complete(target, why, position.at(), now);
        position = why == Listing.BEFORE_REPLAY && !watchDenied ? position : new Position(resourceVersion, now);
        backoff.succeeded();
        phase = Phase.TO_WATCH;
        notBefore = watchDenied ? surroundings.clock().instant().plus(surroundings.poll()) : Instant.MIN;
    }

    @Override
    public void listFailed(ProviderException refusal, Duration wait) {
        surroundings.turns().giveBack();
        list = null;
        why = refusal.is(Kind.GONE) && why == Listing.BEFORE_REPLAY ? Listing.AFTER_LOSS : why;
        failed(refusal, wait);
    }

    private void failed(ProviderException refusal, Duration wait) {
        problem = refusal.is(Kind.GONE) ? problem : refusal;
        phase = Phase.TO_LIST;
        notBefore = next(refusal, wait);
    }

    private Instant next(ProviderException refusal, Duration wait) {
        Instant now = surroundings.clock().instant();
        return isLasting(refusal) ? now.plus(ASKED_AGAIN) : backoff.failed(now, wait);
    }

    private static boolean isLasting(ProviderException refusal) {
        return refusal.is(Kind.FORBIDDEN) || refusal.is(Kind.NOT_FOUND);
    }

    void told(String resourceVersion) {
        position = new Position(resourceVersion, surroundings.server().now());
        problem = null;
        backoff.succeeded();
    }

    void watchBegan() {
        problem = null;
    }

    /** @param refusal {@code null} where it came to its end */
    void watchEnded(ProviderException refusal, Duration wait) {
        watch = null;
        Instant now = surroundings.clock().instant();
        if (refusal == null) {
            // The server ends a watch only after all that it had to tell.
            position = new Position(position.resourceVersion(), surroundings.server().now());
            watchOver();
        } else if (refusal.is(Kind.GONE)) {
            LOG.infof("%s: the server forgot what happened since %s", target.key(), position.at());
            toList(Listing.AFTER_LOSS, Instant.MIN);
        } else if (refusal.is(Kind.FORBIDDEN)) {
            LOG.infof("%s may not be watched; it is listed every %d s", target.key(), surroundings.poll().toSeconds());
            watchDenied = true;
            phase = Phase.TO_WATCH;
            notBefore = now.plus(surroundings.poll());
            position = new Position(null, position.at());
        } else if (refusal.is(Kind.NOT_FOUND)) {
            problem = refusal;
            toList(complete ? Listing.AFTER_LOSS : why, now.plus(ASKED_AGAIN));
        } else {
            phase = Phase.TO_WATCH;
            notBefore = next(refusal, wait);
            problem = backoff.failures() >= LOG_FROM_FAILURES || refusal.is(Kind.UNAUTHORIZED) ? refusal : problem;
        }
    }

    private void watchOver() {
        watch = null;
        phase = Phase.TO_WATCH;
        notBefore = surroundings.clock().instant();
    }

    private void toList(Listing newWhy, Instant at) {
        check.cancel();
        phase = Phase.TO_LIST;
        why = newWhy;
        notBefore = at;
    }
}
